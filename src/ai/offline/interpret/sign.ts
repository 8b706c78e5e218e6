import { type Clause, type Condition, state } from './condition';
import { findProperties, propertyFor } from './property';

/** "the price turns negative", "金利がマイナスになったら"; of a test or a review it is no number. */
const NEGATIVE =
  /(?<!\p{L})(?:negative|negativ|negatif|negatifs|negatives?|negativ[oaei]s?|negatief|bajo cero|sottozero|sotto zero)(?!\p{L})|(?:マイナス|負)に(?:なっ|転|なる)/u;

/** A number that is named and becomes negative is one below zero. */
export function findNegative(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  const match = NEGATIVE.exec(prompt.folded);
  if (!match || clause.operands.length > 0) return null;
  const named = propertyFor(findProperties(clause), null, false);
  if (!named || !/^(?:price|rate|temperature|measure)$/.test(named.property)) return null;
  // 株価がマイナスになる: it is down since yesterday, not below nothing.
  if (!patterns.lexicon.spaced && named.property === 'price') return null;
  const unit = named.property === 'temperature' ? '°C' : null;
  const span = { start: match.index, end: match.index + match[0].length };
  return {
    trigger: state('lt', { type: 'number', number: '0', unit }),
    factType: 'number',
    unit,
    property: named.property,
    label: named.property === 'measure' || named.property === 'rate' ? named.label : null,
    spans: [span, named, ...patterns.find('becomes', prompt.folded).filter(({ end }) => span.start - end < 3)],
    score: 3,
  };
}
