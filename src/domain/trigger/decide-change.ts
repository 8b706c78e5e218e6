import { canCompare, difference } from '../value/change';
import { ABSENCE, isAbsence, readable } from '../value/readable-value';
import type { FactValue } from '../value/value';
import { compareValues, equalValues, itemsBeyond } from '../value/value-comparison';
import { formatNumber } from '../value/value-format';
import { Exact } from '../written/decimal';
import { containsText } from './condition';
import { notComparable, withUnitOf } from './decision-words';
import type { ChangeTrigger } from './trigger';

/** What a change trigger makes of a value; `baseline` is what the next change is measured from. */
export interface ChangeVerdict {
  /** Null: the value cannot be compared with the baseline, and nothing moves. */
  met: boolean | null;
  baseline: FactValue;
  /** Without "Alert:" and the full stop. */
  phrase: string;
}

type Ordered = FactValue & { type: 'number' | 'string' | 'boolean' };

function orderOf(from: FactValue, to: FactValue): -1 | 0 | 1 | null {
  if (from.type === 'boolean' && to.type === 'boolean') return Math.sign(+from.boolean - +to.boolean) as -1 | 0 | 1;
  return compareValues(from, to);
}

/** Percent of the baseline's size; a change away from zero is larger than any percentage. */
function isLargeEnough(trigger: ChangeTrigger, from: FactValue, to: FactValue): boolean | null {
  const { amount, percent } = trigger;
  if (amount === null && percent === null) return true;
  const size = difference(from, to)?.abs();
  if (!size) return null;
  if (amount !== null) return size.gte(amount);
  if (from.type !== 'number') return null;
  const base = new Exact(from.number).abs();
  return size.times(100).gte(base.times(percent ?? 0));
}

function sizePhrase(trigger: ChangeTrigger, from: FactValue): string {
  const unit = from.type === 'number' ? from.unit : null;
  if (trigger.percent !== null) return ` by at least ${formatNumber(trigger.percent, '%')}`;
  if (trigger.amount === null) return '';
  const days = from.type === 'string' && from.unit === 'date';
  return ` by at least ${days ? `${trigger.amount} days` : formatNumber(trigger.amount, unit)}`;
}

const VERBS = {
  increases: ['rose', 'has not risen'],
  decreases: ['fell', 'has not fallen'],
  changes_by: ['changed', 'has not changed'],
} as const;

function decideSized(trigger: ChangeTrigger, op: keyof typeof VERBS, from: Ordered, to: FactValue): ChangeVerdict {
  const order = orderOf(from, to);
  const large = order === null ? null : isLargeEnough(trigger, from, to);
  if (order === null || large === null) return { met: null, baseline: from, phrase: notComparable(to, from) };
  const wanted = op === 'increases' ? order < 0 : op === 'decreases' ? order > 0 : order !== 0;
  const met = wanted && large;
  const verb = VERBS[op][met ? 0 : 1];
  const phrase = met
    ? `it ${verb} from ${readable(from)} to ${readable(withUnitOf(to, from))}`
    : `it ${verb}${sizePhrase(trigger, from)} since ${readable(from)}; it is ${readable(withUnitOf(to, from))}`;
  return { met, baseline: met ? to : from, phrase };
}

const listed = (items: string[]) => readable({ type: 'object', items }).replace(/^\d+ entr(?:y|ies): /, '');

const itemsOf = (value: FactValue | null): string[] => {
  if (value === null || isAbsence(value)) return [];
  return value.type === 'object' ? value.items : [value.type === 'string' ? value.text : readable(value)];
};

/**
 * Entries gained or lost since the baseline. For `added` the baseline stays until an alert, then is the present list:
 * an entry that flickers away and back is silent, one that was gone at the last alert and returns is told anew. For
 * `removed` it is always the present list, so that an entry which came later is missed when it goes.
 */
function decideEntries(trigger: ChangeTrigger, from: FactValue, to: FactValue | null): ChangeVerdict {
  const [before, now] = [itemsOf(from), itemsOf(to)];
  const added = trigger.op === 'added';
  const moved = added ? itemsBeyond(now, before) : itemsBeyond(before, now);
  const { text } = trigger;
  const matching = text === null ? moved : moved.filter((item) => containsText(item, text));
  const met = matching.length > 0;
  const present: FactValue = { type: 'object', items: now };
  const about = text === null ? '' : ` that contains “${text}”`;
  const phrase = met
    ? `${added ? 'new' : 'gone'}: ${listed(matching)}`
    : `no entry${about} was ${added ? 'added' : 'removed'} ` +
      `(${now.length} ${now.length === 1 ? 'entry' : 'entries'} now)`;
  return { met, baseline: met || !added ? present : from, phrase };
}

function decideAny(from: FactValue, to: FactValue | null): ChangeVerdict {
  if (to === null) {
    const met = !isAbsence(from);
    const phrase = met ? `${readable(from)} is no longer there` : 'there is still none';
    return { met, baseline: ABSENCE, phrase };
  }
  if (isAbsence(from)) return { met: true, baseline: to, phrase: `${readable(to)} appeared, where there was none` };
  if (!canCompare(from, to)) return { met: null, baseline: from, phrase: notComparable(to, from) };
  if (equalValues(from, to))
    return { met: false, baseline: from, phrase: `it is still ${readable(withUnitOf(to, from))}` };
  return { met: true, baseline: to, phrase: `it changed from ${readable(from)} to ${readable(withUnitOf(to, from))}` };
}

/** A change trigger against its baseline; `to` null is proven absence. */
export function decideChange(trigger: ChangeTrigger, from: FactValue, to: FactValue | null): ChangeVerdict {
  const { op } = trigger;
  const lists = from.type === 'object' || to?.type === 'object' || (isAbsence(from) && to === null);
  if ((op === 'added' || op === 'removed') && (lists || from.type === 'string')) {
    return to !== null && to.type !== 'object' && from.type === 'object'
      ? { met: null, baseline: from, phrase: notComparable(to, from) }
      : decideEntries(trigger, from, to);
  }
  if (op === 'any') return decideAny(from, to);
  if (to === null) return { met: false, baseline: from, phrase: 'the page shows that there is none now' };
  if (isAbsence(from)) {
    return { met: false, baseline: to, phrase: `${readable(to)} appeared; changes are measured from it` };
  }
  if (!canCompare(from, to) || from.type === 'object')
    return { met: null, baseline: from, phrase: notComparable(to, from) };
  const sized = op === 'added' ? 'increases' : op === 'removed' ? 'decreases' : op;
  return decideSized(trigger, sized, from, to);
}
