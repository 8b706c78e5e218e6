import type { FactValue } from '@/domain/value';
import { type Clause, type Condition, change, state } from './interpret-condition';
import type { Operand } from './interpret-operands';
import { WORD_END } from './interpret-patterns';
import { findProperties, type PropertyMention, propertyFor } from './interpret-property';
import { fold, type Span } from './interpret-text';
import { findRange, findThresholds, type NumberOp, type Threshold } from './interpret-threshold';

function numberValue(operand: Operand, unit: string | null): FactValue {
  return { type: 'number', number: operand.number, unit: operand.unit ?? unit };
}

/** "3 copies available": these end the noun, they are no part of it. */
const FREE =
  'available|verfugbar|frei|disponib\\p{L}*|disponiv\\p{L}*|libres?|liber[oie]|beschikbaar|vrij|remaining|restant\\p{L}*|ubrig';
/** "offres d'emploi", "ofertas de trabajo": one thing. */
const WORK = /^\s(?:d'|de |di )(?:emploi|empleo|trabajo|emprego|trabalho|lavoro)(?![\p{L}])/u;

/** The noun behind a number ("10 open jobs at Acme" → "open jobs"), up to a preposition, verb or full stop. */
export function nounAfter({ prompt, patterns }: Clause, from: number): Span | null {
  if (!patterns.lexicon.spaced) {
    const counter = /^[\p{Script=Han}\p{Script=Katakana}ー]{1,8}?(?=以上|以下|未満|を|が|より|に|超|$)/u.exec(
      prompt.folded.slice(from),
    );
    return counter ? { start: from, end: from + counter[0].length } : null;
  }
  const lead = patterns.custom(
    'noun:lead',
    (words) => `^\\s+(?:${words('trim')}|${words('when')}|${words('or')})${WORD_END}`,
  );
  if (lead.test(prompt.folded.slice(from))) return null;
  const stop = patterns.custom(
    'noun:stop',
    (words) =>
      `^(?:${words('trim')}|${words('when')}|${FREE}|${words('or')}|${words('filter')}|${words('added')}|${words('gteAfter')}|${words('lteAfter')}|${words('fall')}|${words('rise')}|${words('before')}|${words('after')})${WORD_END}`,
  );
  let end = from;
  for (let words = 0; words < 4; words++) {
    const space = /^\s+/.exec(prompt.folded.slice(end))?.[0].length ?? (end === from ? -1 : 0);
    const rest = prompt.folded.slice(end + Math.max(space, 0));
    const word = /^[\p{L}][\p{L}\p{N}'-]*/u.exec(rest)?.[0];
    if (space <= 0 || !word || (words > 0 && stop.test(rest))) break;
    end += space + word.length;
  }
  end += end > from ? (WORK.exec(prompt.folded.slice(end))?.[0].length ?? 0) : 0;
  return end > from ? { start: from, end } : null;
}

/** "fewer than 5 of the lamps are left": pieces of a thing, and what says that it is their number that counts. */
const OF =
  /^\s+(?:of|von|de|di|do|da|van)(?:\s+(?:the|these|those|den|diesen|der|les|ces|los|las|estos|estas|os|as|deze|die))?(?=\s)/u;
const STILL_THERE =
  /(?<!\p{L})(?:left in stock|remaining in stock|left|remain(?:s|ing)?|in stock|available|auf lager|verfugbar|ubrig|en stock|restantes?|disponib\p{L}*|quedan?|en existencias?|em estoque|disponiv\p{L}*|rimast\p{L}|rimangono|in magazzino|op voorraad|over|beschikbaar)(?!\p{L})/u;

/** Of a count's label: it says where they are, not what they are. */
export function isStillThere(label: string): boolean {
  const folded = fold(label);
  return STILL_THERE.exec(folded)?.[0] === folded;
}

function stillThere({ prompt }: Clause, from: number): Span | null {
  const rest = prompt.folded.slice(from);
  const found = OF.test(rest) ? STILL_THERE.exec(rest) : null;
  return found && { start: from + found.index, end: from + found.index + found[0].length };
}

const TEMPERATURES = new Set(['°C', '°F']);

interface Measured {
  factType: 'number';
  unit: string | null;
  property: Condition['property'];
  label: string | null;
  spans: Span[];
}

/** What the number of a condition measures: its property by unit, by the words around it, or by the noun behind it. */
function measured(clause: Clause, operand: Operand, end: number): Measured {
  const mentions = findProperties(clause);
  const named = propertyFor(mentions, operand.unit, operand.money);
  const base = { factType: 'number', unit: operand.unit, label: null, spans: [] } as const;
  if (named && named.property !== 'count') return fromMention(base, named);
  if (operand.money) return { ...base, property: 'price', spans: [] };
  if (operand.unit && TEMPERATURES.has(operand.unit)) return { ...base, property: 'temperature', spans: [] };
  const there = operand.unit === null ? stillThere(clause, operand.end) : null;
  if (there)
    return { ...base, property: 'count', label: clause.prompt.original.slice(there.start, there.end), spans: [there] };
  const noun = operand.unit === null ? (nounAfter(clause, operand.end) ?? nounAfter(clause, end)) : null;
  if (noun && noun.end > noun.start) {
    const label = clause.prompt.original.slice(noun.start, noun.end).trim();
    return { ...base, property: 'count', label, spans: [noun] };
  }
  const costs = clause.patterns.first('costs', clause.prompt.folded);
  if (costs && operand.unit === null) return { ...base, property: 'price', spans: [costs] };
  if (named) {
    const counted = nounAfter(clause, named.end);
    const label = counted ? clause.prompt.original.slice(counted.start, counted.end).trim() : null;
    return { ...base, property: 'count', label, spans: counted ? [named, counted] : [named] };
  }
  return { ...base, property: null, spans: [] };
}

function fromMention(base: Pick<Measured, 'unit'>, named: PropertyMention): Measured {
  const label = named.property === 'measure' || named.property === 'rate' ? named.label : null;
  return { factType: 'number', unit: base.unit, property: named.property, label, spans: [named] };
}

function direction({ prompt, patterns }: Clause): 'decreases' | 'increases' | 'changes_by' {
  const text = prompt.folded;
  const fall = patterns.first('fall', text) ?? patterns.first('cheaper', text);
  const rise = patterns.first('rise', text) ?? patterns.first('dearer', text);
  if (fall && rise) return 'changes_by';
  if (fall) return 'decreases';
  return rise ? 'increases' : 'changes_by';
}

/** Whether a number is the size of a change ("drops by 10 %"), and where its marker begins; null if it is a level. */
function sizeStart({ prompt, patterns }: Clause, operand: Operand, floor: number): number | null {
  const left = prompt.folded.slice(floor, operand.start);
  const edge = patterns.lexicon.spaced ? '(?<![\\p{L}\\p{N}])' : '';
  const verbs = patterns.custom(
    'size:left',
    (words) =>
      `${edge}(?:(?:${words('fall')}|${words('rise')}|${words('change')})(?: [\\p{L}]{1,12}){0,3}? (?:${words('by')}|${words('byWeak')})(?: ?(?:${words('size')}))?|(?:${words('fall')}|${words('rise')}|${words('change')})(?: (?:${words('size')}))?|${words('by')}(?: (?:${words('size')}))?)(?: (?:${words('filler')}))*\\s*$`,
  );
  const match = verbs.exec(left);
  if (!match) return null;
  // "Switch 2" is a name: without a unit the size needs a marker.
  const marked = patterns.custom(
    'size:marked',
    (words) => `(?:${words('by')}|${words('byWeak')}|${words('size')})(?: (?:${words('filler')}))*\\s*$`,
  );
  if (operand.unit === null && !marked.test(match[0])) return null;
  // "delayed by 10 minutes": without a word of movement "by" measures no change.
  const moves = (['fall', 'rise', 'change', 'cheaper', 'dearer'] as const).some((list) =>
    patterns.first(list, prompt.folded),
  );
  return moves ? match.index : null;
}

/** "10 % cheaper", "a 10% price drop", "20 € günstiger", "10%下がったら": the direction follows the number. */
function sizeEnd({ prompt, patterns }: Clause, operand: Operand): number | null {
  const right = prompt.folded.slice(operand.end);
  const lead = patterns.lexicon.spaced
    ? '\\s*(?:(?:or more|oder mehr|ou plus|o mas|ou mais|o piu|of meer) )?'
    : '\\s*(?:以上|も|ほど|くらい|の|を?超えて){0,2}';
  const edge = patterns.lexicon.spaced ? '(?![\\p{L}\\p{N}])' : '';
  const pattern = patterns.custom(
    'size:right',
    (words) =>
      `^${lead}(?:(?:${words('byWeak')}) )?(?:off|オフ|引き?|${words('cheaper')}|${words('dearer')}|${words('fall')}|${words('rise')}|${words('change')})${edge}`,
  );
  const match = pattern.exec(right);
  return match ? operand.end + match[0].length : null;
}

/** A change of a stated size: percent or amount. */
export function findSizedChange(clause: Clause): Condition | null {
  const thresholds = findThresholds(clause.prompt, clause.patterns, clause.operands);
  for (const [index, operand] of clause.operands.entries()) {
    const floor = clause.operands[index - 1]?.end ?? 0;
    const start = sizeStart(clause, operand, floor);
    const end = sizeEnd(clause, operand);
    const level = thresholds.find((threshold) => threshold.operand === operand && !threshold.weak);
    if (start === null && end === null) continue;
    if (level && isRainfall(clause, operand)) continue;
    if (level && !isSize(clause, operand, level, start, end)) continue;
    if (start === null && operand.unit !== '%' && clause.patterns.lexicon.spaced && !relative(clause, operand))
      continue;
    const percent = operand.unit === '%';
    const unit = percent ? null : operand.unit;
    const mentions = findProperties(clause);
    const named = propertyFor(mentions, unit, operand.money);
    const op = direction(clause);
    const size = percent ? { percent: operand.number } : { amount: operand.number };
    const inPrice =
      clause.patterns.first('cheaper', clause.prompt.folded) ?? clause.patterns.first('dearer', clause.prompt.folded);
    const degrees = unit !== null && TEMPERATURES.has(unit);
    // What falls or rises by a percentage and is not named otherwise is mostly a price.
    const property =
      named?.property ?? (degrees ? 'temperature' : operand.money || inPrice || percent ? 'price' : null);
    const spans = [{ start: start === null ? operand.start : floor + start, end: end ?? operand.end }];
    if (level) spans.push(level);
    return {
      trigger: change(op, size),
      factType: 'number',
      unit,
      property,
      label: named && (named.property === 'measure' || named.property === 'rate') ? named.label : null,
      spans: named ? [...spans, named] : spans,
      score: 3,
    };
  }
  return null;
}

const DEPTHS = new Set(['mm', 'cm', 'm', 'in', 'ft', 'l']);

/** "if more than 20 mm of rain fall": rain and snow do not fall by an amount, the amount falls. */
function isRainfall(clause: Clause, operand: Operand): boolean {
  const { prompt, patterns } = clause;
  if (direction(clause) !== 'decreases') return false;
  return operand.unit !== null && DEPTHS.has(operand.unit) && patterns.first('weather', prompt.folded) !== null;
}

/** "rises to more than 90", "suba a más de 20": what follows is where it arrives. */
const TO: Record<string, RegExp> = {
  en: /(?<!\p{L})to\s$/u,
  de: /(?<!\p{L})auf\s$/u,
  nl: /(?<!\p{L})(?:naar|tot)\s$/u,
  fr: /(?<!\p{L})(?:a|au|jusqu'a)\s$/u,
  es: /(?<!\p{L})(?:al?|hasta)\s$/u,
  pt: /(?<!\p{L})(?:aos?|a|para|ate)\s$/u,
  it: /(?<!\p{L})(?:al?|ai|fino a)\s$/u,
};

/** A comparator before the number: the size of the change ("by more than 5") or the level reached ("below 5")? */
function isSize(clause: Clause, operand: Operand, level: Threshold, start: number | null, end: number | null): boolean {
  if (!clause.patterns.lexicon.spaced) return end !== null;
  // "falls 15 % or more": the comparator follows.
  const bare = clause.patterns.custom('size:bare', (words) => `^(?:${words('eq')})?\\s*$`);
  const follows = level.end > operand.end && bare.test(clause.prompt.folded.slice(level.start, operand.start));
  if (follows) return start !== null || end !== null;
  const text = clause.prompt.folded;
  const to = TO[clause.patterns.lexicon.language];
  if (to?.test(text.slice(0, level.start)) || to?.test(text.slice(level.start, operand.start))) return false;
  if (end !== null && isMovedBy(clause, operand, level)) return true;
  if (isSizeWord(clause, level)) return start !== null || relative(clause, operand);
  // "hoger is dan 90 %": a comparison, no movement.
  if (/\s(?:als|dan|than)\s/.test(clause.prompt.folded.slice(level.start, operand.start))) return false;
  // "baja de un 10 %" falls by that much, "baja de 300 €" falls under it.
  return operand.unit === '%' && start !== null && level.start <= start + 1;
}

/** "meer dan 2 % verliest", "mehr als 3 % zulegt": by how much, where no "auf" or "naar" says that it is a level. */
function isMovedBy(clause: Clause, operand: Operand, level: Threshold): boolean {
  const { prompt, patterns } = clause;
  // Inflation of more than 2 % is a level.
  if (propertyFor(findProperties(clause), '%', false)) return false;
  if (operand.unit !== '%' || !/^(?:de|nl)$/.test(patterns.lexicon.language)) return false;
  const words = prompt.folded.slice(level.start, operand.start).trim();
  if (!/^(?:mehr als|mindestens|wenigstens|meer dan|minstens|minimaal|ten minste)$/.test(words)) return false;
  return !/(?:auf|bei|naar|tot|op)\s*$/.test(level.lead);
}

/** "10 % cheaper", "20 € günstiger": the word behind the number compares prices by itself. */
function relative({ prompt, patterns }: Clause, operand: Operand): boolean {
  // "Watch 4 drops in price": a bare number is part of the name.
  if (operand.unit === null) return false;
  const pattern = patterns.custom(
    'size:relative',
    (words) => `^\\s*(?:(?:${words('byWeak')}) )?(?:off|${words('cheaper')}|${words('dearer')})`,
  );
  return pattern.test(prompt.folded.slice(operand.end));
}

/** "more than 5" after a verb of movement can be the size; "below 5" cannot. */
function isSizeWord({ prompt, patterns }: Clause, level: Threshold): boolean {
  const words = prompt.folded.slice(level.start, level.operand.start).trim();
  return patterns
    .custom(
      'size:only',
      (list) => `^(?:(?:${list('by')}|${list('byWeak')}) )?(?:${list('size')})(?: (?:${list('filler')}))*$`,
    )
    .test(words);
}

/** The condition of a number against one or two limits. */
export function findNumberCondition(clause: Clause, weak: boolean): Condition | null {
  const thresholds = findThresholds(clause.prompt, clause.patterns, clause.operands);
  const range = weak ? null : findRange(clause.prompt, clause.patterns, clause.operands, thresholds);
  if (range) {
    const meaning = measured(clause, range.high, range.end);
    const { low, high } = range;
    return {
      ...meaning,
      trigger: state(range.op, numberValue(low, meaning.unit), numberValue(high, meaning.unit)),
      spans: [range, ...meaning.spans],
      score: 3,
    };
  }
  const threshold = best(thresholds.filter((candidate) => candidate.weak === weak));
  if (!threshold) return null;
  const meaning = measured(clause, threshold.operand, threshold.end);
  const op: NumberOp = threshold.op;
  return {
    ...meaning,
    trigger: state(op, numberValue(threshold.operand, meaning.unit)),
    spans: [threshold, ...meaning.spans],
    score: weak ? 2 : 3,
  };
}

/** With several numbers bound: one with a currency or unit, else the last, for names stand before conditions. */
function best(thresholds: readonly Threshold[]): Threshold | null {
  const withUnit = thresholds.filter(({ operand }) => operand.unit !== null);
  return withUnit.find(({ operand }) => operand.money) ?? withUnit[0] ?? thresholds.at(-1) ?? null;
}
