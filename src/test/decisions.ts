import { type DecidedResult, type Decision, decide, type TriggerState } from '@/domain/trigger/decide';
import { Trigger } from '@/domain/trigger/trigger';
import type { FactValue } from '@/domain/value/value';

// Short words for tables of decisions.
export const usd = (number: string): FactValue => ({ type: 'number', number, unit: 'USD' });
export const text = (said: string, unit: string | null = null): FactValue => ({ type: 'string', text: said, unit });
export const list = (...items: string[]): FactValue => ({ type: 'object', items });
export const yes = (boolean: boolean): FactValue => ({ type: 'boolean', boolean });
export const read = (value: FactValue | null): DecidedResult =>
  value === null ? { outcome: 'absent' } : { outcome: 'value', value };
export const failure: DecidedResult = { outcome: 'unavailable', message: 'The site did not answer.' };

export const state = (op: string, value: FactValue | null = null, value2: FactValue | null = null) =>
  Trigger.parse({ kind: 'state', op, value, value2 });
export const change = (op: string, size: object = {}) => Trigger.parse({ kind: 'change', op, ...size });
export const below300 = state('lt', usd('300'));

export function run(trigger: Trigger, results: DecidedResult[], tellNow = true): Decision[] {
  let memory: TriggerState = { armed: tellNow, baseline: null, currentValue: null };
  return results.map((result) => {
    const decision = decide({ trigger, state: memory, result });
    memory = decision.next;
    return decision;
  });
}

export const alerts = (trigger: Trigger, values: (FactValue | null)[], tellNow = true) =>
  run(trigger, values.map(read), tellNow).map((decision) => decision.alert);
