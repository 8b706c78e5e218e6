import { parseFactValue } from '../value/fact-value';
import type { FactValue } from '../value/value';
import { compareValues, equalValues } from '../value/value-comparison';
import { foldForComparison } from '../written/text-fold';
import type { StateTrigger } from './trigger';

/**
 * Whether a text contains words, after normalising. Words count from their beginning ("ok" is not in "book", "engineer"
 * is in "engineers"); very short ones as a whole.
 */
export function containsText(text: string, part: string): boolean {
  const [hay, needle] = [foldForComparison(text), foldForComparison(part)];
  if (needle === '') return false;
  const word = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;
  const opens = word.test(needle[0] ?? ' ');
  const closes = needle.length <= 3 && word.test(needle.at(-1) ?? ' ');
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
    const before = opens && word.test(hay[at - 1] ?? ' ');
    const after = closes && word.test(hay[at + needle.length] ?? ' ');
    if (!before && !after) return true;
  }
  return false;
}

/** An operand typed as text still compares with a number or a date that is read ("is 5"). */
function alike(value: FactValue, operand: FactValue): FactValue {
  if (operand.type !== 'string' || value.type === operand.type) return operand;
  const unit = value.type === 'number' ? value.unit : null;
  return parseFactValue(operand.text, value.type, unit) ?? operand;
}

function ordered(value: FactValue, operand: FactValue | null, test: (order: -1 | 0 | 1) => boolean): boolean | null {
  const order = operand && compareValues(value, alike(value, operand));
  return order === null || order === undefined ? null : test(order);
}

function same(value: FactValue, operand: FactValue | null): boolean | null {
  if (!operand) return null;
  const other = alike(value, operand);
  if (value.type !== other.type) return null;
  if (value.type === 'number' && compareValues(value, other) === null) return null;
  return equalValues(value, other) || equalValues(bareState(value), other);
}

/** "Normal service" is the state "normal": the noun behind it says what runs, not how. */
const OF_WHAT = new RegExp(
  [
    String.raw`^(\p{L}[\p{L} -]*?) (?:services?|operations?|traffic|running|conditions?|betrieb|verkehr|service|`,
    'circulation|trafic|servicio|funcionamiento|servizio|circolazione|serviço|funcionamento|dienst|',
    'dienstregeling)$',
  ].join(''),
  'iu',
);

function bareState(value: FactValue): FactValue {
  if (value.type !== 'string') return value;
  const [, state] = OF_WHAT.exec(value.text.trim()) ?? [];
  return state === undefined ? value : { ...value, text: state };
}

function contains(value: FactValue, operand: FactValue | null): boolean | null {
  if (operand?.type !== 'string') return null;
  if (value.type === 'string') return containsText(value.text, operand.text);
  return value.type === 'object' ? value.items.some((item) => containsText(item, operand.text)) : null;
}

function inOrder(trigger: StateTrigger): [FactValue | null, FactValue | null] {
  const { value, value2 } = trigger;
  return value && value2 && compareValues(value, value2) === 1 ? [value2, value] : [value, value2];
}

const negated = (answer: boolean | null) => (answer === null ? null : !answer);

/**
 * Whether the condition holds for a value that was read; null where the two cannot be compared (EUR with USD, a number
 * with a text, an order of texts). An empty list counts as absent for `exists` and `absent`.
 */
export function holds(trigger: StateTrigger, value: FactValue): boolean | null {
  const { op } = trigger;
  const [low, high] = inOrder(trigger);
  const none = value.type === 'object' && value.items.length === 0;
  switch (op) {
    case 'lt':
    case 'before':
      return ordered(value, low, (order) => order < 0);
    case 'lte':
      return ordered(value, low, (order) => order <= 0);
    case 'gt':
    case 'after':
      return ordered(value, low, (order) => order > 0);
    case 'gte':
      return ordered(value, low, (order) => order >= 0);
    case 'eq':
      return same(value, low);
    case 'neq':
      return negated(same(value, low));
    case 'between':
    case 'outside': {
      const above = ordered(value, low, (order) => order >= 0);
      const below = ordered(value, high, (order) => order <= 0);
      if (above === null || below === null) return null;
      return op === 'between' ? above && below : !(above && below);
    }
    case 'contains':
      return contains(value, low);
    case 'not_contains':
      return negated(contains(value, low));
    case 'exists':
      return !none;
    case 'absent':
      return none;
    case 'is_true':
      return value.type === 'boolean' ? value.boolean : null;
    case 'is_false':
      return value.type === 'boolean' ? !value.boolean : null;
  }
}
