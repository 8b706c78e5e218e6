import { detectCurrency } from '@/domain/written/currency';
import { wordsOf } from '@/domain/written/words';
import type { Candidate } from '@/page/candidate';
import type { PageIndex } from '@/page/index-page';
import { denialAt } from './denial';
import type { AskedPage } from './fitting';
import ORDERS from './software-orders.json';

const LONGEST_LINE = 600;
/** Nines alone, three or more, with more nines behind the point if any: what software writes for "not measured". */
const SENTINEL = /^-?9{4,}(?:\.9+)?$/;

/** What of a page vetoes look at. */
type VetoedPage = Pick<AskedPage, 'question' | 'index'>;

/**
 * Why a place cannot give the value, whatever speaks for it; null where nothing forbids it. Only facts: struck through
 * where the present price is asked, a text that gives orders to software, a currency that is excluded, a number that
 * stands for "none". The reason is for the person, as the end of "was refused: …".
 */
export function vetoOf(page: VetoedPage, candidate: Candidate): string | null {
  if (isStruck(page, candidate)) return 'it is struck through on the page';
  if (isInOrders(page, candidate)) return 'it stands in a text that gives orders to software, not to readers';
  if (isExcludedCurrency(page, candidate)) return 'its currency was excluded';
  if (isSentinel(candidate)) return 'this number stands for “not measured”';
  if (isRaisedDigit(page, candidate)) return 'it is the raised end of a longer number';
  return null;
}

/** "1.54 9 €": the tenth of a cent that fuel stations draw raised is no price. */
function isRaisedDigit({ index }: VetoedPage, { kind, start, quote }: Candidate): boolean {
  return kind === 'money' && /^\d(?!\d|[.,]\d)/.test(quote) && /\d[.,]\d\d ?$/.test(index.text.slice(start - 6, start));
}

function isStruck({ index, question }: VetoedPage, { node, value }: Candidate): boolean {
  const asksPresent = question.factType === 'number' && question.property === 'price';
  const isNo = value.type === 'boolean' && !value.boolean;
  const isStated = value.type === 'boolean' && !isNo;
  return (asksPresent || isStated) && isDrawnStruck(index, node);
}

const STRUCK_TAGS = new Set(['del', 's', 'strike']);
const MOST_STEPS = 6;

/** By its element or one right above it: names of classes are no proof. */
function isDrawnStruck({ nodes }: PageIndex, node: number): boolean {
  for (let at = node, steps = 0; at >= 0 && steps < MOST_STEPS; at = nodes[at]?.parent ?? -1, steps++) {
    const one = nodes[at];
    if (one?.struck || STRUCK_TAGS.has(one?.tag ?? '')) return true;
  }
  return false;
}

/** Which lines of a page give orders, each looked at once: many candidates share one. */
const orders = new WeakMap<PageIndex, Map<number, boolean>>();

function isInOrders({ index }: VetoedPage, { segment }: Candidate): boolean {
  const judged = orders.get(index) ?? new Map<number, boolean>();
  if (judged.size === 0) orders.set(index, judged);
  const known = judged.get(segment);
  if (known !== undefined) return known;
  const line = index.segments[segment];
  const gives = line !== undefined && givesOrders(index.text.slice(line.start, line.end).slice(0, LONGEST_LINE));
  judged.set(segment, gives);
  return gives;
}

const anyOf = (phrases: readonly string[]): RegExp => new RegExp(` (?:${phrases.join('|')}) `);
const [ALONE, ORDERED, ADDRESSED] = [anyOf(ORDERS.alone), anyOf(ORDERS.ordered), anyOf(ORDERS.addressed)];

/** What every order contains; looked for first, since nearly no line of any page has one. */
const SIGNS = new RegExp(
  [...new Set([...ORDERS.alone, ...ORDERS.ordered].map((phrase) => phrase.split(' ', 1)[0] ?? phrase))].join('|'),
);

/** No page tells its readers to ignore instructions: who writes so wants software to say what is not so. */
function givesOrders(line: string): boolean {
  if (!SIGNS.test(line.toLowerCase())) return false;
  const words = wordsOf(line).map(({ text }) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
  const said = ` ${words.join(' ')} `;
  return ALONE.test(said) || (ORDERED.test(said) && ADDRESSED.test(said));
}

function isExcludedCurrency({ question }: VetoedPage, { value }: Candidate): boolean {
  if (value.type !== 'number' || value.unit === null) return false;
  const { language } = question;
  return (question.exclude ?? []).some((word) => detectCurrency(word, { language }) === value.unit);
}

export function isSentinel({ value }: Candidate): boolean {
  return value.type === 'number' && SENTINEL.test(value.number);
}

/**
 * Whether the row, card or line of a value says that it cannot be had: "closed", "sold out". A value there is not the
 * value that stood there before. False for answers that say so themselves.
 */
export function isDenied(page: AskedPage, candidate: Candidate): boolean {
  const { type } = candidate.value;
  return type !== 'boolean' && type !== 'object' && denialAt(page, candidate) !== null;
}

/** Whether a smaller amount stands beside this one: it may be the old price, or the end of a range. */
export function isUndercut(page: AskedPage, { kind, segment, value }: Candidate): boolean {
  if (kind !== 'money' || value.type !== 'number') return false;
  const isLess = (one: Candidate): boolean =>
    one.value.type === 'number' && Number(one.value.number) < Number(value.number);
  const beside = page.fitting.filter((one) => one.segment === segment && one.kind === 'money');
  return beside.some((one) => isLess(one) && vetoOf(page, one) === null);
}
