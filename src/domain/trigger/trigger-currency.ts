import type { FactValue } from '../value/value';
import { openCurrencies } from '../written/currency';
import { isCurrencyCode } from '../written/currency-table';
import type { StateTrigger, Trigger } from './trigger';

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
