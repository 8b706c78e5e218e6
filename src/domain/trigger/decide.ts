import type { FailureOutcome } from '../outcome';
import { cutSentence, type PageCut } from '../page-cut';
import { type Change, changeBetween, NO_CHANGE } from '../value/change';
import { ABSENCE, readable } from '../value/readable-value';
import type { FactValue } from '../value/value';
import { openCurrencies } from '../written/currency';
import { isCurrencyCode } from '../written/currency-table';
import { holds } from './condition';
import { decideChange } from './decide-change';
import { failureSentence, notComparable, statePhrase, withUnitOf } from './decision-words';
import type { ChangeTrigger, StateTrigger, Trigger } from './trigger';

/** How an evaluation ended, as far as deciding needs it; a ReadResult fits. */
export type DecidedResult = { cut?: PageCut } & (
  | { outcome: 'value'; value: FactValue }
  | { outcome: 'absent' }
  | { outcome: FailureOutcome; message: string }
);

export interface Decision {
  /** Whether the trigger's condition holds now; null after a failure and where values cannot be compared. */
  conditionMet: boolean | null;
  alert: boolean;
  /** From the value before to this one, whatever the trigger. */
  change: Change;
  next: TriggerState;
  /** Why, or why not: "No alert: $312.00 is not below $300.00." */
  sentence: string;
}

const sentence = (alert: boolean, phrase: string) => `${alert ? 'Alert' : 'No alert'}: ${phrase}.`;

function unmoved(state: TriggerState, phrase: string): Decision {
  const said = sentence(false, `${phrase}; nothing was changed`);
  return { conditionMet: null, alert: false, change: NO_CHANGE, next: state, sentence: said };
}

/** Was true already: told at the last alert, or left out because the person asked for the next time only. */
function alreadyTrue(state: TriggerState): string {
  if (state.baseline !== null) return 'and you were already told';
  return 'as it was when the monitor was saved; you will be told when it next becomes true';
}

function decideState(
  trigger: StateTrigger,
  state: TriggerState,
  value: FactValue | null,
  property: string | undefined,
  isCut: boolean,
): Decision {
  const met = value === null ? trigger.op === 'absent' : holds(trigger, value);
  if (met === null) return unmoved(state, value === null ? '' : notComparable(value, trigger.value));
  // What a page does not say in its first part it may say behind it.
  if (isCut && met === (trigger.op === 'not_contains') && /contains$/.test(trigger.op))
    return unmoved(state, 'the words do not stand in the part of the page that was read');
  const alert = met && state.armed;
  const subject = value === null ? null : readable(withUnitOf(value, trigger.value));
  const phrase = statePhrase(trigger, subject, met, property);
  return {
    conditionMet: met,
    alert,
    change: changeBetween(state.currentValue, value),
    next: { armed: !met, baseline: alert ? (value ?? ABSENCE) : state.baseline, currentValue: value },
    sentence: sentence(alert, met && !alert ? `${phrase}, ${alreadyTrue(state)}` : phrase),
  };
}

function decideAgainstBaseline(trigger: ChangeTrigger, state: TriggerState, value: FactValue | null): Decision {
  const change = changeBetween(state.currentValue, value);
  if (state.baseline === null) {
    const phrase = value === null ? 'there is none yet' : `changes are measured from ${readable(value)}`;
    const next = { ...state, baseline: value ?? ABSENCE, currentValue: value };
    return { conditionMet: false, alert: false, change, next, sentence: sentence(false, `first reading; ${phrase}`) };
  }
  const { met, baseline, phrase } = decideChange(trigger, state.baseline, value);
  if (met === null) return unmoved(state, phrase);
  const next = { ...state, baseline, currentValue: value };
  return { conditionMet: met, alert: met, change, next, sentence: sentence(met, phrase) };
}

/**
 * Decides an evaluation (DESIGN, "Rules of the trigger"): pure arithmetic on typed values. State triggers alert on the
 * edge and re-arm when false; change triggers compare with the baseline, which moves when they alert. A failure, and
 * a value that cannot be compared (other currency, other type), moves nothing. The sentence says where a page was not
 * read to its end.
 */
export function decide(given: {
  trigger: Trigger;
  state: TriggerState;
  result: DecidedResult;
  /** Of the interpretation; chooses words only, never the decision. */
  property?: string;
  /** The person's sentence: a bare "$" in it means the page's own dollars or pesos. */
  prompt?: string;
}): Decision {
  const decision = decideWhole(given);
  const { cut } = given.result;
  return cut === undefined ? decision : { ...decision, sentence: `${decision.sentence} ${cutSentence(cut)}` };
}

function decideWhole({ state, result, property, prompt, ...given }: Parameters<typeof decide>[0]): Decision {
  const isCut = result.cut !== undefined;
  if (result.outcome !== 'value' && result.outcome !== 'absent') {
    const said = failureSentence(result.outcome, state.currentValue, isCut);
    return { conditionMet: null, alert: false, change: NO_CHANGE, next: state, sentence: said };
  }
  const value = result.outcome === 'value' ? result.value : null;
  const trigger = prompt === undefined ? given.trigger : inCurrencyOf(given.trigger, prompt, value);
  if (trigger.kind === 'state') return decideState(trigger, state, value, property, isCut);
  if (trigger.op === 'removed' && isCut && state.baseline !== null)
    return unmoved(state, 'what is gone cannot be told of a list that was not read to its end');
  return decideAgainstBaseline(trigger, state, value);
}

/**
 * A person who writes "below $1,500" about a Mexican shop means the sign on its price tags. Where the prompt leaves the
 * currency open and the page's own currency shares the sign, the trigger is of that currency; else it stays as it is.
 */
export function inCurrencyOf(trigger: Trigger, prompt: string, value: FactValue | null): Trigger {
  if (trigger.kind !== 'state' || value?.type !== 'number' || value.unit === null) return trigger;
  const { unit } = value;
  const meant = (operand: StateTrigger['value']): StateTrigger['value'] => {
    if (operand?.type !== 'number' || operand.unit === null || operand.unit === unit) return operand;
    if (!isCurrencyCode(operand.unit)) return operand;
    return openCurrencies(prompt, operand.unit).includes(unit) ? { ...operand, unit } : operand;
  };
  return { ...trigger, value: meant(trigger.value), value2: meant(trigger.value2) };
}

/** What a trigger remembers between evaluations. Only `value` and `absent` may move it. */
export interface TriggerState {
  /** State triggers: true while the next time that the condition holds is told. */
  armed: boolean;
  /**
   * Change triggers: what a change is measured from; the first reading (ABSENCE where it proved that there is none),
   * then the value at the last alert. State triggers: the value at the last alert. Null: none yet.
   */
  baseline: FactValue | null;
  /** The present value; null where there is none, or none was read yet. */
  currentValue: FactValue | null;
}
