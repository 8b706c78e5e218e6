import { holds } from '../trigger/condition';
import { inCurrencyOf } from '../trigger/decide';
import { notComparable } from '../trigger/decision-words';
import type { ChangeTrigger, StateTrigger } from '../trigger/trigger';
import { readable } from '../value/readable-value';
import type { FactValue } from '../value/value';
import { openCurrencies } from '../written/currency';
import { isCurrencyCode } from '../written/currency-table';
import { comparableUnits } from '../written/quantity';
import type { Interpretation } from './interpretation';
import type { ReaderName, Recipe } from './reading';
import { isAbout } from './related-text';

/** Why a monitor would not do what its person means, by what its page shows; its message says what to do. */
export interface Obstacle {
  reason: 'not_comparable' | 'unrelated_text';
  message: string;
  /** The currency or unit that the page shows, where the contract has another. */
  unit: string | null;
}

interface Read {
  value: FactValue | null;
  evidence: { quote: string };
  recipe: Recipe | null;
  reader: ReaderName;
}

type Contract = Pick<Interpretation, 'trigger' | 'unit' | 'item' | 'property' | 'language'>;

/**
 * What stands against saving a contract whose page was read: a value that its condition can say nothing of (euros under
 * a limit in dollars), or a text that has nothing to do with what was asked and would alert at once. Null where nothing
 * does. What a person pointed at is never unrelated.
 */
export function obstacleTo(about: { prompt: string; interpretation: Contract }, read: Read): Obstacle | null {
  const { value, reader } = read;
  if (value === null) return null;
  const { trigger } = about.interpretation;
  const said = trigger.kind === 'state' ? ofState(trigger, about.prompt, value) : ofChange(trigger, about, value);
  if (said !== null) return cannotCompare(said, about.interpretation.unit, value);
  return reader !== 'person' && wouldFireAtAnyText(trigger, value) && !isAbout(about, read)
    ? unrelated(read.evidence.quote, about.interpretation.property)
    : null;
}

function ofState(trigger: StateTrigger, prompt: string, value: FactValue): string | null {
  const meant = inCurrencyOf(trigger, prompt, value);
  return meant.kind === 'state' && holds(meant, value) === null ? notComparable(value, meant.value) : null;
}

const SIZED = new Set(['increases', 'decreases', 'changes_by']);
const hasSize = (value: FactValue) => value.type !== 'object' && (value.type !== 'string' || value.unit !== null);

/** More or less is said of what has a size, by an amount in a unit of its own. */
function ofChange(
  trigger: ChangeTrigger,
  { prompt, interpretation: { unit } }: { prompt: string; interpretation: Contract },
  value: FactValue,
): string | null {
  if (SIZED.has(trigger.op) && !hasSize(value)) return `${readable(value)} can be neither more nor less`;
  if (trigger.amount === null || value.type !== 'number' || value.unit === null || unit === null) return null;
  if (comparableUnits(value.unit, unit) || openCurrencies(prompt, unit).includes(value.unit)) return null;
  return notComparable(value, { type: 'number', number: trigger.amount, unit });
}

function cannotCompare(said: string, unit: string | null, value: FactValue): Obstacle {
  const shown = value.type === 'number' && unit !== null && value.unit !== unit ? value.unit : null;
  const money = shown !== null && isCurrencyCode(shown);
  const way = shown
    ? `Correct the ${money ? 'currency' : 'unit'} to what the page shows (${shown}), or choose another value.`
    : 'Correct what you wait for, or choose another value.';
  return { reason: 'not_comparable', message: `${said}, so it would never alert. ${way}`, unit: shown };
}

const AT_ANYTHING = new Set(['neq', 'not_contains', 'exists']);

/** Whether the condition holds of nearly every text that there is. */
function wouldFireAtAnyText(trigger: Contract['trigger'], value: FactValue): boolean {
  const isText = value.type === 'string' && value.unit === null;
  return isText && trigger.kind === 'state' && AT_ANYTHING.has(trigger.op) && holds(trigger, value) === true;
}

function unrelated(quote: string, property: string): Obstacle {
  const message =
    `“${quote.slice(0, 80)}” does not seem to be about “${property}”, and would alert at once. ` +
    'Correct what is read, or point at the text that you mean.';
  return { reason: 'unrelated_text', message, unit: null };
}
