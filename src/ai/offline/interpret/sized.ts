import { type Clause, type Condition, change } from './condition';
import { TEMPERATURES } from './numbers';
import type { Operand } from './operands';
import { findProperties, propertyFor } from './property';
import { overlaps, type Span } from './text';
import { findThresholds, type Threshold } from './threshold';

function direction({ prompt, patterns }: Clause): 'decreases' | 'increases' | 'changes_by' {
  const text = prompt.folded;
  const fall = patterns.first('fall', text) ?? patterns.first('cheaper', text);
  const rise = patterns.first('rise', text) ?? patterns.first('dearer', text);
  if (fall && rise) return 'changes_by';
  if (fall) return 'decreases';
  return rise ? 'increases' : 'changes_by';
}

/** Whether a number is the size of a change ("drops by 10 %"), and where its marker begins; null if it is a level. */
function sizeStart(clause: Clause, operand: Operand, floor: number): number | null {
  const { prompt, patterns } = clause;
  const left = prompt.folded.slice(floor, operand.start);
  const edge = patterns.lexicon.spaced ? '(?<![\\p{L}\\p{N}])' : '';
  const verbs = patterns.custom(
    'size:left',
    (words) =>
      `${edge}(?:(?:${words('fall')}|${words('rise')}|${words('change')})(?: [\\p{L}]{1,12}){0,3}? (?:${words('by')}|${words('byWeak')})(?: ?(?:${words('size')}))?|(?:${words('fall')}|${words('rise')}|${words('change')})(?: (?:${words('size')}))?|${words('by')}(?: (?:${words('size')}))?)(?: (?:${words('filler')}))*\\s*$`,
  );
  const match = verbs.exec(left);
  if (!match) return patterns.lexicon.spaced ? aroundSubject(clause, operand, left) : null;
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

/** "si baja la Thermomix TM7 al menos un 12 %": what moves stands between the verb and the size. */
function aroundSubject(clause: Clause, operand: Operand, left: string): number | null {
  const percent = operand.unit === '%';
  if (!percent && !operand.money) return null;
  if (percent && propertyFor(findProperties(clause), '%', false)) return null;
  const { patterns, prompt } = clause;
  const apart = (key: string, mark: (words: (list: 'byWeak' | 'size' | 'filler') => string) => string) =>
    patterns
      .custom(
        `size:apart:${key}`,
        (words) =>
          `(?<![\\p{L}\\p{N}])(?:${words('fall')}|${words('rise')}|${words('cheaper')}) (?:[^\\s,;]{1,24} ){1,10}?(${mark(words)}(?: (?:${words('filler')}))*\\s*)$`,
      )
      .exec(prompt.folded.slice(0, operand.start));
  const sized = apart('size', (words) => `(?:(?:${words('byWeak')}) )?(?:${words('size')})`);
  const match = sized ?? (percent ? apart('by', (words) => `(?:${words('byWeak')})`) : null);
  return match?.[1] !== undefined && match[1].length <= left.length ? left.length - match[1].length : null;
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

/** 前日比マイナス5%以上: the sign says the direction, and "or more" is more of it. */
const COMPARED_WITH =
  /(?:前日|前週|前月|前年|前回|昨日|先週|先月|昨年|始値|終値)(?:同月|同期)?(?:比|より|に比べて?)(?:で|は|が)?\s?(-|−|\+|マイナス|プラス)\s?([\d.]+)\s?%(?:以上|超|を超え|を下回|を割)?/u;

/** Half of a price is fifty per cent off it. */
const HALF =
  /(?<!\p{L})(?:half[- ]price|(?:zum )?halben preis|a moitie prix|(?:voor de )?halve prijs|a mitad de precio|(?:a|pela) metade do preco|a meta prezzo|dimezzat[oa])(?!\p{L})|半額|半値/u;

function findHalfPrice({ prompt }: Clause): Condition | null {
  const found = HALF.exec(prompt.folded);
  // "Half Price Books" is a name.
  const match = found && !/\p{Lu}/u.test(prompt.original.charAt(found.index)) ? found : null;
  const span = match && { start: match.index, end: match.index + match[0].length };
  return (
    span && {
      trigger: change('decreases', { percent: '50' }),
      factType: 'number',
      unit: null,
      property: 'price',
      label: null,
      spans: [span],
      score: 3,
    }
  );
}

function findComparedWith(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  const match = patterns.lexicon.spaced ? null : COMPARED_WITH.exec(prompt.folded);
  if (!match?.[2]) return null;
  const named = propertyFor(findProperties(clause), null, false);
  return {
    trigger: change(/[+プ]/u.test(match[1] ?? '') ? 'increases' : 'decreases', { percent: match[2] }),
    factType: 'number',
    unit: null,
    property: named?.property ?? 'price',
    label: named && (named.property === 'measure' || named.property === 'rate') ? named.label : null,
    spans: [{ start: match.index, end: match.index + match[0].length }, ...(named ? [named] : [])],
    score: 3,
  };
}

/** A change of a stated size: percent or amount. */
export function findSizedChange(clause: Clause): Condition | null {
  const compared = findComparedWith(clause);
  if (compared) return compared;
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
    // "25 basis points": the unit names no property.
    const mentions = findProperties(clause).filter((mention) => !overlaps(mention, operand));
    const named = propertyFor(mentions, unit, operand.money);
    const op = direction(clause);
    const size = percent ? { percent: operand.number } : { amount: operand.number };
    const inPrice =
      clause.patterns.first('cheaper', clause.prompt.folded) ?? clause.patterns.first('dearer', clause.prompt.folded);
    const degrees = unit !== null && TEMPERATURES.has(unit);
    // What falls or rises by a percentage and is not named otherwise is mostly a price.
    const property =
      named?.property ?? (degrees ? 'temperature' : operand.money || inPrice || percent ? 'price' : null);
    const spans = sizeSpans(clause, start === null ? operand.start : floor + start, operand, end ?? operand.end);
    if (inPrice) spans.push(inPrice);
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
  return clause.operands.some(({ money, unit }) => money || unit === '%') ? null : findHalfPrice(clause);
}

/** "ribassano | la lavatrice LG | del 20 %": what stands between the verb and the size is the item. */
function sizeSpans({ prompt, patterns }: Clause, start: number, operand: Operand, end: number): Span[] {
  const text = prompt.folded.slice(start, operand.start);
  const marker = patterns.custom(
    'size:marker',
    (words) =>
      `\\s(?:(?:${words('byWeak')})(?: (?:${words('size')}))?|${words('size')})(?: (?:${words('filler')}))*\\s*$`,
  );
  const verb = /^\S+/.exec(text)?.[0].length ?? 0;
  const at = patterns.lexicon.spaced ? marker.exec(text)?.index : undefined;
  if (at === undefined || at <= verb) return [{ start, end }];
  return [
    { start, end: start + verb },
    { start: start + at, end },
  ];
}

const DEPTHS = new Set(['mm', 'cm', 'm', 'in', 'ft', 'l']);

/** "if more than 20 mm of rain fall": rain and snow do not fall by an amount, the amount falls. */
function isRainfall(clause: Clause, operand: Operand): boolean {
  const { prompt, patterns } = clause;
  if (direction(clause) !== 'decreases') return false;
  return operand.unit !== null && DEPTHS.has(operand.unit) && patterns.first('weather', prompt.folded) !== null;
}

/** "baja del 35 %" falls below it; by how much is "un 35 %", and Italian "cala del 35 %". A price has no percents. */
const FALLS_BELOW: Record<string, RegExp> = {
  es: /^\p{L}+ (?:del|de los) $/u,
  pt: /^\p{L}+ d[oe]s $/u,
};

function fallsBelow(clause: Clause, operand: Operand, level: Threshold): boolean {
  const words = clause.prompt.folded.slice(level.start, operand.start);
  const mentions = findProperties(clause);
  const rate = propertyFor(mentions, '%', false) !== null && /^\p{L}+ d[eo]s? $/u.test(words);
  const priced = mentions.some(({ property }) => property === 'price');
  return !priced && (rate || FALLS_BELOW[clause.patterns.lexicon.language]?.test(words) === true);
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
  const inner = text.slice(level.start, operand.start);
  // The "a" of "superior a" is its own.
  const arrives = to?.test(inner) && !/^(?:superior|mayor|maior|maggior)/.test(inner);
  if (to?.test(text.slice(0, level.start)) || arrives) return false;
  if (end !== null && isMovedBy(clause, operand, level)) return true;
  if (isSizeWord(clause, level)) return start !== null || relative(clause, operand);
  if (fallsBelow(clause, operand, level)) return false;
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
function isSizeWord(clause: Clause, level: Threshold): boolean {
  const { prompt, patterns } = clause;
  const words = prompt.folded.slice(level.start, level.operand.start).trim();
  // Italian rises "oltre 2.500 €", above them, and "di oltre 50 €", by more than them.
  const named = propertyFor(findProperties(clause), '%', false) !== null;
  if (/^oltre(?! \p{L})/u.test(words) && (level.operand.unit !== '%' || named) && !/ di $/.test(level.lead))
    return false;
  return patterns
    .custom(
      'size:only',
      (list) => `^(?:(?:${list('by')}|${list('byWeak')}) )?(?:${list('size')})(?: (?:${list('filler')}))*$`,
    )
    .test(words);
}
