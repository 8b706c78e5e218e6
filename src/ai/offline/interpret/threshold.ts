import type { StateOp } from '@/domain/trigger/trigger';
import type { Operand } from './operands';
import type { Patterns } from './patterns';
import type { PromptText, Span } from './text';

export type NumberOp = Extract<StateOp, 'lt' | 'lte' | 'gt' | 'gte' | 'eq' | 'neq'>;

/** A number bound to a comparator. `start` and `end` cover both. */
export interface Threshold extends Span {
  op: NumberOp;
  operand: Operand;
  /** A bare "is 5" or "from 5", which is weaker than "below 5". */
  weak: boolean;
  /** Text right before the comparator, for the verb that leads to it. */
  lead: string;
  /** The comparison where it stands apart: "a cheaper flight … than". */
  head?: Span;
}

const FLIP: Record<NumberOp, NumberOp> = { lt: 'gte', lte: 'gt', gt: 'lte', gte: 'lt', eq: 'neq', neq: 'eq' };

/** Words whose side is decided by what is measured: see `settle`. */
const OPEN = ['worse', 'better', 'reaches'] as const;
const BEFORE = ['lt', 'lte', 'gt', 'gte', ...OPEN, 'eq'] as const;
type Before = (typeof BEFORE)[number];
const AFTER = [
  ['lt', 'ltAfter'],
  ['lte', 'lteAfter'],
  ['gt', 'gtAfter'],
  ['gte', 'gteAfter'],
] as const;

function leftPattern(patterns: Patterns, op: Before): RegExp {
  const edge = patterns.lexicon.spaced ? '(?<![\\p{L}\\p{N}])' : '';
  // A word must end before the number; signs such as "<" need no space.
  return patterns.custom(
    `left:${op}`,
    (words) =>
      `${edge}(?:${words(op)})(?:(?<![\\p{L}])|(?![\\p{L}]))(?:[ :-]{1,2}(?:${words('filler')})(?![\\p{L}]))*[\\s:~]*$`,
  );
}

function matchLeft(patterns: Patterns, left: string): { op: Before; start: number; head?: Span } | null {
  let best: { op: Before; start: number } | null = null;
  for (const op of BEFORE) {
    if (patterns.lexicon[op].length === 0) continue;
    const match = leftPattern(patterns, op).exec(left);
    if (match && (best === null || match.index < best.start)) best = { op, start: match.index };
  }
  return best;
}

/** "a cheaper flight to Rome than 89 euros": the comparison closes behind what is compared. */
const APART: Record<string, [op: 'lt' | 'gt', words: string][]> = {
  en: [
    ['lt', '((?:cheaper|lower|less|fewer|smaller|shorter|lighter|colder)) (?:[\\p{L}\'-]+ ){1,6}?(than) (?:the )?'],
    ['gt', '((?:dearer|pricier|higher|more|bigger|larger|longer|warmer|greater)) (?:[\\p{L}\'-]+ ){1,6}?(than) (?:the )?'],
  ],
  de: [
    ['lt', '((?:billiger|gunstiger|niedriger|weniger|kleiner|kurzer|geringer)(?:e[nrsm]?)?) (?:[\\p{L}-]+ ){1,6}?(als) '],
    ['gt', '((?:teurer|hoher|mehr|grosser|langer)(?:e[nrsm]?)?) (?:[\\p{L}-]+ ){1,6}?(als) '],
  ],
  nl: [
    ['lt', '((?:goedkoper|lager|minder|kleiner|korter)e?) (?:[\\p{L}-]+ ){1,6}?(dan) '],
    ['gt', '((?:duurder|hoger|meer|groter|langer)e?) (?:[\\p{L}-]+ ){1,6}?(dan) '],
  ],
}; // biome-ignore format: a table

function matchApart(patterns: Patterns, left: string): { op: 'lt' | 'gt'; start: number; head: Span } | null {
  const cut = Math.max(0, left.length - 120);
  for (const [op, words] of APART[patterns.lexicon.language] ?? []) {
    const match = patterns.custom(`apart:${op}`, () => `(?<![\\p{L}\\p{N}])${words}$`).exec(left.slice(cut));
    if (!match?.[2]) continue;
    const start = cut + match.index;
    return { op, start: left.lastIndexOf(match[2]), head: { start, end: start + (match[1]?.length ?? 0) } };
  }
  return null;
}

/** "die 3-Meter-Marke reißt". */
const MARK = '-?(?:marke|grenze|schwelle|hurde|barriere|grens|mark|barrier|threshold) ';

function matchRight(patterns: Patterns, right: string): { op: NumberOp; length: number } | null {
  let best: { op: NumberOp; length: number } | null = null;
  for (const [op, list] of AFTER) {
    if (patterns.lexicon[list].length === 0) continue;
    const edge = patterns.lexicon.spaced ? '(?![\\p{L}\\p{N}])' : '';
    // A noun may stand between: "10k stars or more", "5席未満".
    const noun = patterns.lexicon.spaced
      ? '(?:[\\p{L}-]+\\s){0,3}?(?=(?:or|and|oder|und|ou|et|o|u|y|e|of|en)\\s)'
      : '[\\p{Script=Han}\\p{Script=Katakana}ー]{0,6}?';
    const match = patterns
      .custom(`right:${list}`, (words) => `^\\s*(?:${MARK})?(?:${noun})?(?:${words(list)})${edge}`)
      .exec(right);
    if (match && (best === null || match[0].length > best.length)) best = { op, length: match[0].length };
  }
  return best;
}

/** More of these is worse: pollution, waiting, noise. */
const BURDENS =
  /(?<!\p{L})(?:aqi|air|luft|pm ?\d|ozon|pollen|polline?|polen|wait|warte|attente|espera|attesa|wacht|queue|delay|verspat|retard|retraso|atraso|ritardo|vertraging|noise|larm|bruit|ruido|rumore|geluid|radiation|co2|unemployment|inflation|position|rank|l'air|del aire|do ar|dell'aria)/u;

/** The side of a comparator that leaves it open. A price is awaited from above, any other number from below. */
function settle(op: Before, operand: Operand, text: string): NumberOp {
  if (op === 'reaches') return operand.money ? 'lte' : 'gte';
  if (op === 'worse') return BURDENS.test(text) ? 'gt' : 'lt';
  if (op === 'better') return BURDENS.test(text) ? 'lt' : 'gt';
  return op;
}

/** "not below", "no longer above": the negation right before a comparator turns it around. */
export function negatedAt(patterns: Patterns, left: string): number | null {
  const edge = patterns.lexicon.spaced ? '(?<![\\p{L}\\p{N}])' : '';
  const pattern = patterns.custom(
    'negated',
    (words) =>
      `${edge}(?:${words('negation')})(?: (?:be|being|at|cost|costs|go|stay|stays|sein|plus|sia|seja|este|esta|ci sono|c'e|queda|quede|fica|fique|ficar|estiver|rimane|resta|hay|haya|ha|houver|${words('costs')}|${words('eq')}))?\\s*$`,
  );
  return pattern.exec(left)?.index ?? null;
}

/** "não houver mais filas superiores a 20 min": that there is none above is that what is there is at most so much. */
function absentAt(patterns: Patterns, left: string): number | null {
  const span = patterns.find('absent', left).at(-1);
  return span && /^[\p{L}' -]{0,30}$/u.test(left.slice(span.end)) ? span.start : null;
}

/** "isn't $50 anymore": a number that is denied and not compared. */
function denied(patterns: Patterns, operand: Operand, left: string, floor: number): Threshold | null {
  const gone = NO_LONGER.exec(left);
  const at = gone?.index ?? (patterns.lexicon.spaced ? negatedAt(patterns, left) : null);
  if (at === null) return null;
  return { op: 'neq', operand, start: floor + at, end: operand.end, weak: gone === null, lead: left.slice(0, at) };
}

/** "from" right before an amount of money; Italian "di" and French "de" say by how much. */
const FROM: Record<string, string> = { es: 'del?(?: los)?', pt: 'd[eoa]s?' };

/** "que bajen los AirPods de 200 €", "cair o tênis de R$ 300": the verb stands before what moves, the limit behind it. */
function movesFrom(prompt: PromptText, patterns: Patterns, operand: Operand): Threshold | null {
  const from = FROM[patterns.lexicon.language];
  const to = arrivesAt(prompt, patterns, operand);
  if (to || !operand.money || !from) return to;
  const cut = Math.max(0, operand.start - 200);
  const left = prompt.folded.slice(cut, operand.start);
  for (const [op, list] of [
    ['lt', 'fall'],
    ['gt', 'rise'],
  ] as const) {
    const verb = patterns.custom(
      `moves:${list}`,
      (words) => `(?<![\\p{L}\\p{N}])(?:${words(list)}) (?:[\\p{L}\\p{N}][^\\s,;]{0,24} ){1,8}?(${from})\\s*$`,
    );
    const match = verb.exec(left);
    if (!match?.[1]) continue;
    const start = cut + left.trimEnd().length - match[1].length;
    return { op, operand, start, end: operand.end, weak: false, lead: left };
  }
  return null;
}

/** "baixar a TV LG 55 pra 2.199", "baje el iPhone a 500 €": where what moves arrives. */
const TOWARDS: Record<string, string> = {
  es: '(?:al?|hasta)(?: los)?',
  pt: '(?:para|pra|pro|ate|a)(?: os)?',
  it: '(?:al?|ai|fino a)',
};

function arrivesAt(prompt: PromptText, patterns: Patterns, operand: Operand): Threshold | null {
  const towards = TOWARDS[patterns.lexicon.language];
  const last = operand.unit === null && !operand.spelled && /^[\s.!?]*$/.test(prompt.folded.slice(operand.end));
  if (!towards || !(operand.money || last)) return null;
  const cut = Math.max(0, operand.start - 200);
  const left = prompt.folded.slice(cut, operand.start);
  for (const [op, list] of [
    ['lte', 'fall'],
    ['gte', 'rise'],
  ] as const) {
    const match = patterns
      .custom(
        `arrives:${list}`,
        (words) => `(?<![\\p{L}\\p{N}])(?:${words(list)}) (?:[\\p{L}\\p{N}][^\\s,;]{0,24} ){1,8}?(${towards})\\s*$`,
      )
      .exec(left);
    if (!match?.[1]) continue;
    const start = cut + left.trimEnd().length - match[1].length;
    return { op, operand, start, end: operand.end, weak: false, lead: left };
  }
  return null;
}

/** "não for mais 15 %", "non costa più 50 €": "no longer", for no "than" follows. */
const NO_LONGER =
  /(?<!\p{L})(?:(?:nao|non|ne)(?: \p{L}+){1,2} (?:mais|piu|plus)|n'est plus (?:de|a|egal a|fixee? a)|ne (?:coute|vaut) plus)\s*$/u;

/** "calle Mayor 14", "Plaza Menor 3": a comparator is written small, unless all is written large. */
const isNamePart = (original: string, at: number): boolean =>
  at > 0 && /^\p{Lu}\p{Ll}/u.test(original.slice(at)) && /\p{Ll} $/u.test(original.slice(0, at));

/** "quando c'è un solo posto", "tiver só uma vaga": where one is left, none is as well. */
const LAST_ONE = /(?<!\p{L})(?:sol[oa]|so|unic[oa]|unica|apenas)(?!\p{L})/u;
const THERE = /(?<!\p{L})(?:c'e|ci sia|hay|haya|ha|houver|tem|tiver|tenga|tiene)\s*$/u;
const isLastOne = ({ spelled, start, end }: Operand, text: string, left: string): boolean =>
  spelled && LAST_ONE.test(text.slice(start, end)) && THERE.test(left);

/** "a table for 4", "ein Tisch für zwei": people, no amount. */
const PARTY =
  /(?<!\p{L})(?:tables?|rooms?|seats?|tickets?|places?|reservations?|bookings?|beds?|pitch(?:es)?|cabins?|tische?|zimmer|platze?|karten|reservierung|chambres?|billets?|reservation|tafels?|kamers?|kaartjes|kaarten|plek(?:ken)?|mesas?|habitacion(?:es)?|entradas|quartos?|tavol[oi]|camer[ae]|biglietti|post[oi])(?: \p{L}+){0,2} (?:for|fur|pour|voor|para|per) (?:(?:a|the) )?$/u;

/** "stronger than 11 to the euro": fewer of a currency for one of another. */
function perForeign(op: NumberOp, words: string, right: string): NumberOp {
  const rate = /^ (?:to|per|for) (?:the|one|a|each|1) (?:euro|dollar|pound|franc|yen|us dollar)(?!\p{L})/u.test(right);
  if (!rate || !/^(?:stronger|weaker) than/u.test(words)) return op;
  return words.startsWith('stronger') ? 'lt' : 'gt';
}

/** The comparator of one number, or null: then the number is part of a name. */
function bind(
  prompt: PromptText,
  patterns: Patterns,
  operand: Operand,
  floor: number,
  ceiling: number,
): Threshold | null {
  const left = prompt.folded.slice(floor, operand.start);
  const right = prompt.folded.slice(operand.end, ceiling);
  const guests = operand.unit === null && PARTY.test(left);
  const said = guests || NO_LONGER.test(left) ? null : (matchLeft(patterns, left) ?? matchApart(patterns, left));
  const before = said && isNamePart(prompt.original, floor + said.start) ? null : said;
  const after = matchRight(patterns, right);
  if (isLastOne(operand, prompt.folded, left))
    return { op: 'lte', operand, start: operand.start, end: operand.end, weak: false, lead: left };
  if (before && (before.op !== 'eq' || !after)) {
    const cut = left.slice(0, before.start);
    const negated = negatedAt(patterns, cut) ?? absentAt(patterns, cut);
    const start = negated ?? before.start;
    const op = perForeign(settle(before.op, operand, prompt.folded), left.slice(before.start), right);
    return {
      op: negated === null ? op : FLIP[op],
      operand,
      start: floor + start,
      end: operand.end + (after?.length ?? 0),
      weak: before.op === 'eq',
      lead: left.slice(0, start),
      ...(before.head ? { head: { start: floor + before.head.start, end: floor + before.head.end } } : {}),
    };
  }
  if (!after) return movesFrom(prompt, patterns, operand) ?? denied(patterns, operand, left, floor);
  const negation = patterns.custom('flip:post', (words) => `^.{0,4}(?:${words('negationPost')})`);
  const tail = right.slice(after.length);
  const negated = patterns.lexicon.negationPost.length > 0 ? negation.exec(tail) : null;
  const end = operand.end + after.length + (negated?.[0].length ?? 0);
  return {
    op: negated ? FLIP[after.op] : after.op,
    operand,
    start: before ? floor + before.start : operand.start,
    end,
    weak: false,
    lead: left,
  };
}

/** Every number of the prompt that a comparator binds, left to right. */
export function findThresholds(prompt: PromptText, patterns: Patterns, operands: readonly Operand[]): Threshold[] {
  const found: Threshold[] = [];
  operands.forEach((operand, index) => {
    const floor = operands[index - 1]?.end ?? 0;
    const ceiling = operands[index + 1]?.start ?? prompt.folded.length;
    const threshold = bind(prompt, patterns, operand, floor, ceiling);
    if (threshold) found.push(threshold);
  });
  return found;
}
