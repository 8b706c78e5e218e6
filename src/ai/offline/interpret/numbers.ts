import type { FactValue } from '@/domain/value/value';
import { type Clause, type Condition, state } from './condition';
import type { Operand } from './operands';
import { WORD_END } from './patterns';
import { findProperties, type PropertyMention, propertyFor } from './property';
import { findRange } from './range';
import { fold, type Span } from './text';
import { findThresholds, type NumberOp, type Threshold } from './threshold';

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
  /^(?:\s+(?:units?|pieces?|copies|items?|stuck|exemplare?n?|exemplaires?|unites?|pieces?|unidades|ejemplares|piezas|unita|pezzi|copie|exemplares|pecas|stuks))?\s+(?:of|von|vom|de|du|di|del|do|da|van)(?:\s+(?:the|these|those|den|diesen|dem|der|les|ces|la|le|el|los|las|estos|estas|o|a|os|as|il|de|het|deze|die))?(?=\s)/u;
const STILL_THERE =
  /(?<!\p{L})(?:left in stock|remaining in stock|left|remain(?:s|ing)?|in stock|available|auf lager|verfugbar|ubrig|en stock|restantes?|disponib\p{L}*|quedan?|en existencias?|em estoque|disponiv\p{L}*|rimast\p{L}|rimangono|in magazzino|op voorraad|over|beschikbaar)(?!\p{L})/u;

/** Of a count's label: it says where they are, not what they are. */
export function isStillThere(label: string): boolean {
  const folded = fold(label);
  return STILL_THERE.exec(folded)?.[0] === folded;
}

/** Where the words stand, with the "units of" between the number and the thing. */
function stillThere({ prompt }: Clause, from: number): { there: Span; of: Span } | null {
  const rest = prompt.folded.slice(from);
  // "less than 5 in stock" says so at once, "5 of the lamps are left" behind the thing.
  const of = OF.exec(rest) ?? [''];
  const found = STILL_THERE.exec(rest);
  if (
    !found ||
    (of[0] === '' &&
      !/^\s(?:left in stock|in stock|auf lager|en stock|em estoque|in magazzino|op voorraad)/u.test(rest))
  )
    return null;
  const there = { start: from + found.index, end: from + found.index + found[0].length };
  return { there, of: { start: from, end: from + of[0].length } };
}

/** Degrees. */
export const TEMPERATURES = new Set(['°C', '°F']);

/** Besides the weather, what is counted from nought both ways. */
const BALANCE =
  /(?<!\p{L})(?:growth|gdp|bip|pib|bbp|\p{L}*(?:employment|profit|margin|return|balance|difference|differenz|wachstum|gewinn|saldo)|croissance|groei|score|handicap|elo|index|eps|karma)(?!\p{L})/u;

/** What is warmer or colder than a number is compared by its temperature. */
const WARMTH =
  /(?<!\p{L})(?:hotter|warmer|colder|cooler|warmer|heisser|kalter|kuhler|plus (?:chaude?|froide?)|kouder|heter)s? (?:(?:wird|ist|wordt|is) )?(?:than|als|qu[e']|dan) ?$/u;

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
  const still = operand.unit === null ? stillThere(clause, operand.end) : null;
  if (still && (named === null || named.property === 'count' || named.start > still.of.end)) {
    const label = clause.prompt.original.slice(still.there.start, still.there.end);
    return { ...base, property: 'count', label, spans: [still.of, still.there] };
  }
  // A bare temperature is in the degrees of the prompt's country; in English these may be either.
  const celsius = named?.property === 'temperature' && clause.patterns.lexicon.language !== 'en';
  if (celsius && operand.unit === null) return fromMention({ ...base, unit: '°C' }, named);
  if (named && named.property !== 'count') return fromMention(base, named);
  if (operand.money) return { ...base, property: 'price', spans: [] };
  if (operand.unit && TEMPERATURES.has(operand.unit)) return { ...base, property: 'temperature', spans: [] };
  // "below minus 5": of what is not named otherwise only the weather goes below nought.
  if (!named && operand.unit === null && operand.number.startsWith('-') && !BALANCE.test(clause.prompt.folded))
    return { ...base, unit: '°C', property: 'temperature', spans: [] };
  if (!named && operand.unit === null && WARMTH.test(clause.prompt.folded.slice(0, operand.start)))
    return {
      ...base,
      unit: clause.patterns.lexicon.language === 'en' ? null : '°C',
      property: 'temperature',
      spans: [],
    };
  const noun = operand.unit === null ? (nounAfter(clause, operand.end) ?? nounAfter(clause, end)) : null;
  if (noun && noun.end > noun.start) {
    const label = clause.prompt.original.slice(noun.start, noun.end).trim();
    return { ...base, property: 'count', label, spans: [noun] };
  }
  const costs = clause.patterns.first('costs', clause.prompt.folded);
  const currency = operand.unit === null ? soleCurrency(clause) : null;
  if (costs && operand.unit === null) return { ...base, unit: currency, property: 'price', spans: [costs] };
  if (named) {
    const counted = nounAfter(clause, named.end);
    const label = counted ? clause.prompt.original.slice(counted.start, counted.end).trim() : null;
    return { ...base, property: 'count', label, spans: counted ? [named, counted] : [named] };
  }
  if (currency) return { ...base, unit: currency, property: 'price', spans: [] };
  return { ...base, property: null, spans: [] };
}

/** "instead of $89 at most 60": a bare amount beside another is of its currency. */
function soleCurrency({ operands }: Clause): string | null {
  const currencies = new Set(operands.filter(({ money }) => money).map(({ unit }) => unit));
  return currencies.size === 1 ? ([...currencies][0] ?? null) : null;
}

function fromMention(base: Pick<Measured, 'unit'>, named: PropertyMention): Measured {
  const label = named.property === 'measure' || named.property === 'rate' ? named.label : null;
  return { factType: 'number', unit: base.unit, property: named.property, label, spans: [named] };
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
    spans: [threshold, ...(threshold.head ? [threshold.head] : []), ...meaning.spans],
    score: weak ? 2 : 3,
  };
}

/** With several numbers bound: one with a currency or unit, else the last, for names stand before conditions. */
function best(thresholds: readonly Threshold[]): Threshold | null {
  const withUnit = thresholds.filter(({ operand }) => operand.unit !== null);
  return withUnit.find(({ operand }) => operand.money) ?? withUnit[0] ?? thresholds.at(-1) ?? null;
}
