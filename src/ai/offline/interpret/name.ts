import type { Trigger } from '@/domain/trigger/trigger';
import type { FactValue } from '@/domain/value/value';
import type { Condition } from './condition';
import { isStillThere } from './numbers';
import { fold } from './text';

/** English name of each well-known property in a fact. */
export const FACT_NAMES: Record<NonNullable<Condition['property']>, string> = {
  price: 'price',
  availability: 'availability',
  count: 'number',
  version: 'latest version',
  date: 'date',
  status: 'status',
  temperature: 'temperature',
  rating: 'rating',
  rate: 'rate',
  entries: 'entries',
  text: 'text',
  measure: 'value',
};

/** Words that say no more than the property's English name. */
const GENERIC = new Set(
  'price prices cost costs preis preise kosten prix cout precio precios preco precos coste costo prezzo prezzi prijs 価格 値段 料金 date dates datum termin fecha data dates 日付 日程 status statut etat etat estado stato state ステータス 状態 temperature temperatures temperatur temperatura temperaturas temperatuur 気温 温度 rating ratings bewertung note nota version versions version(en) version versao versione versie バージョン rate taux tasa taxa tasso count number update release releases'.split(
    ' ',
  ),
);

/** The property in the prompt's own words where they say more than its name: "rent", "final action date", "Goldpreis". */
export function specificLabel(named: string | null): string | null {
  return named === null || GENERIC.has(fold(named)) ? null : named;
}

/** "price of the WH-1000XM6 in USD": property, item and unit as one phrase of at most 300 characters. */
export function factPhrase(
  property: Condition['property'],
  label: string | null,
  item: string | null,
  unit: string | null,
): string {
  if (property === 'count' && label === null && item) return `number of ${item}`.slice(0, 300);
  if (property === 'entries' && label === null) return listPhrase(item).slice(0, 300);
  const counted = label !== null && isStillThere(label) ? `number ${label}` : `number of ${label ?? 'entries'}`;
  const name = property === 'count' ? counted : (label ?? FACT_NAMES[property ?? 'text']);
  const ofPage = property === 'text' ? ' of the page' : '';
  const of = item && item.toLowerCase() !== label?.toLowerCase() ? ` of ${item}` : ofPage;
  const measured = unit && unit !== 'date' && unit !== 'time' && unit !== 'version' ? ` in ${unit}` : '';
  return `${name}${of}`.slice(0, 290 - measured.length) + measured;
}

/** "job list", "list of press releases": what has a new entry. */
function listPhrase(item: string | null): string {
  if (item === null) return 'list on the page';
  return /^\p{Ll}+$/u.test(item) && !item.endsWith('s') ? `${item} list` : `list of ${item}`;
}

const OPS: Record<Trigger['op'], string> = {
  lt: 'below', lte: 'at most', gt: 'above', gte: 'at least', eq: 'is', neq: 'is not', between: 'between', outside: 'outside',
  contains: 'mentions', not_contains: 'no longer mentions', before: 'before', after: 'after', exists: 'is there', absent: 'is gone',
  is_true: 'available', is_false: 'not available', any: 'changes', increases: 'rises', decreases: 'falls', changes_by: 'changes by',
  added: 'new entries', removed: 'removed entries',
}; // biome-ignore format: a table

const SIGNS: Record<string, string> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };

function shown(value: FactValue | null): string {
  if (value?.type === 'string') return value.text;
  if (value?.type !== 'number') return '';
  if (value.unit === null) return value.number;
  const sign = SIGNS[value.unit];
  return sign ? `${sign}${value.number}` : `${value.number} ${value.unit}`;
}

function conditionWords(trigger: Trigger, unit: string | null): string {
  if (trigger.kind === 'state') {
    const values = [shown(trigger.value), shown(trigger.value2)].filter((text) => text !== '').join('–');
    return [OPS[trigger.op], values].filter((text) => text !== '').join(' ');
  }
  const amount = trigger.amount === null ? '' : shown({ type: 'number', number: trigger.amount, unit });
  const size = trigger.percent ? `${trigger.percent} %` : amount || (trigger.text ?? '');
  const by = size !== '' && (trigger.op === 'increases' || trigger.op === 'decreases') ? ' by' : '';
  return `${OPS[trigger.op]}${by}${size === '' ? '' : trigger.text ? ` with ${size}` : ` ${size}`}`;
}

const UNNAMED = new Set(['availability', 'entries', 'text']);

/** A short name for the list of monitors: "WH-1000XM6 price below $300", at most 100 characters. */
export function suggestName(
  property: Condition['property'],
  label: string | null,
  item: string | null,
  trigger: Trigger,
  unit: string | null,
): string {
  const name = label ?? (property && !UNNAMED.has(property) ? FACT_NAMES[property] : '');
  const shortItem = item && item.length > 55 ? `${item.slice(0, 54).trimEnd()}…` : item;
  const same = shortItem && name && shortItem.toLowerCase().includes(name.toLowerCase());
  const listed = property === 'entries' && shortItem ? `${shortItem}:` : shortItem;
  const words = [listed ?? (name ? '' : 'Page'), same ? '' : name, conditionWords(trigger, unit)];
  const text = words
    .filter((word) => word !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  // "iPhone" and "eBay" keep their own capitals.
  const capital = /^\p{Ll}\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
  return capital.length > 100 ? `${capital.slice(0, 99).trimEnd()}…` : capital;
}
