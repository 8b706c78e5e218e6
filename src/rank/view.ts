import type { Candidate } from '@/page/candidate';
import type { PageIndex } from '@/page/index-page';
import type { AskedPage } from './asked-page';
import { type Shares, sharesOf } from './shares';

/** A candidate beside the question, with everything that features look at. */
export interface View {
  candidate: Candidate;
  index: PageIndex;
  question: AskedPage;
  shares: Shares;
  /** Bits of the region that it stands in. */
  region: number;
  /** Text right before and behind, lower case, 40 characters. */
  readonly before: string;
  readonly after: string;
  /** Names (class, id, itemprop, data-testid, aria-label) of the node and two above, lower case. */
  readonly names: string;
  /** How many candidates of its kind the page has, and which of them in order it is. */
  ofKind: number;
  rank: number;
  /** How often the same value stands among the candidates. */
  repeats: number;
  /** How many others of its kind stand in its line, and in its card (-1: it is in none). */
  inLine: number;
  inCard: number;
  /** The nearest ones of its kind. */
  previous: Candidate | null;
  next: Candidate | null;
  /** Characters to the nearest sign that something cannot be had. */
  toDenial: number;
}

const BESIDE = 40;
const LONGEST_NAME = 200;

class Viewed implements View {
  readonly shares: Shares;
  readonly region: number;
  ofKind = 1;
  rank = 0;
  repeats = 1;
  inLine = 0;
  inCard = 0;
  previous: Candidate | null = null;
  next: Candidate | null = null;
  toDenial = Number.POSITIVE_INFINITY;
  // Only those of the few that the trees look at are ever asked for, and of them by many features.
  #before: string | null = null;
  #after: string | null = null;
  #names: string | null = null;

  constructor(
    readonly index: PageIndex,
    readonly question: AskedPage,
    readonly candidate: Candidate,
  ) {
    this.shares = sharesOf(index, question, candidate);
    this.region = index.regions[candidate.node] ?? 0;
  }

  get before(): string {
    const { start } = this.candidate;
    this.#before ??= this.index.text.slice(Math.max(0, start - BESIDE), start).toLowerCase();
    return this.#before;
  }

  get after(): string {
    const { end } = this.candidate;
    this.#after ??= this.index.text.slice(end, end + BESIDE).toLowerCase();
    return this.#after;
  }

  get names(): string {
    this.#names ??= namesOf(this.index, this.candidate.node);
    return this.#names;
  }
}

function namesOf({ nodes }: PageIndex, node: number): string {
  const names: string[] = [];
  for (let at = node, steps = 0; at >= 0 && steps < 3; at = nodes[at]?.parent ?? -1, steps++) {
    const attributes = nodes[at]?.attributes ?? {};
    const { class: css = '', id = '', itemprop = '', 'data-testid': test = '', 'aria-label': label = '' } = attributes;
    names.push(`${css} ${id} ${itemprop} ${test} ${label}`.slice(0, LONGEST_NAME));
  }
  return names.join(' ').toLowerCase();
}

/** Looks at every candidate from all sides, and at each among the others of its kind. */
export function viewsOf(index: PageIndex, question: AskedPage, candidates: readonly Candidate[]): View[] {
  const views = candidates.map((candidate) => new Viewed(index, question, candidate));
  for (const ofKind of Map.groupBy(views, ({ candidate }) => candidate.kind).values()) {
    ofKind.forEach((view, rank) => {
      view.ofKind = ofKind.length;
      view.rank = rank;
      view.previous = ofKind[rank - 1]?.candidate ?? null;
      view.next = ofKind[rank + 1]?.candidate ?? null;
    });
    countRivals(index, ofKind);
  }
  for (const same of Map.groupBy(views, ({ candidate }) => valueKey(candidate)).values()) {
    for (const view of same) view.repeats = same.length;
  }
  measureDenials(views);
  return views;
}

/** Others of its kind that share a value's line or card: which of them is meant, these do not tell. */
function countRivals({ cards }: PageIndex, ofKind: readonly View[]): void {
  for (const same of Map.groupBy(ofKind, ({ candidate }) => candidate.segment).values())
    for (const view of same) view.inLine = same.length - 1;
  for (const [card, same] of Map.groupBy(ofKind, ({ candidate }) => cards[candidate.node] ?? -1))
    for (const view of same) view.inCard = card < 0 ? -1 : same.length - 1;
}

/** "Sold out" beside a button outweighs the button. */
function measureDenials(views: readonly View[]): void {
  const isDenial = ({ value }: Candidate): boolean => value.type === 'boolean' && !value.boolean;
  for (const order of [views, [...views].reverse()]) {
    let last: Candidate | null = null;
    for (const view of order) {
      if (last !== null) view.toDenial = Math.min(view.toDenial, Math.abs(view.candidate.start - last.start));
      if (isDenial(view.candidate)) last = view.candidate;
    }
  }
}

/** Candidates of one key say the same. */
export function valueKey({ value }: Candidate): string {
  switch (value.type) {
    case 'number':
      return `${value.number} ${value.unit ?? ''}`;
    case 'string':
      return value.text.toLowerCase();
    case 'boolean':
      return String(value.boolean);
    case 'object':
      return value.items.slice(0, 3).join('\n');
  }
}
