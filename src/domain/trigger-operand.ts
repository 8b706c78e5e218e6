import { isClockTime } from './clock-time';
import { isCurrencyCode } from './currency-table';
import { parseDate } from './date';
import { toDecimalString } from './decimal';
import { UNITS } from './unit-table';
import type { FactValue } from './value';
import { CURRENCY_SIGNS, formatDate, formatNumber } from './value-format';

// Operands within a trigger's sentence, written so that they can be read back without loss.

const KNOWN_UNITS = new Set(UNITS.map((unit) => unit.symbol));

function quoted(text: string): string {
  return `“${text.replace(/[\\”]/g, '\\$&').replace(/\n/g, '\\n')}”`;
}

function writeNumber(number: string, unit: string | null): string {
  if (unit === null || isCurrencyCode(unit) || KNOWN_UNITS.has(unit)) return formatNumber(number, unit);
  return `${formatNumber(number, null)} ${quoted(unit)}`;
}

function writeText(text: string, unit: string | null): string {
  if (unit === 'date') {
    const shown = formatDate(text);
    if (parseDate(shown, { language: 'en' }) === text) return shown;
  }
  if (unit === 'time' && isClockTime(text)) return text;
  if (unit === 'version' && /^[\w.+-]{1,60}$/.test(text)) return `version ${text}`;
  return unit === null ? quoted(text) : `${quoted(text)} (${quoted(unit)})`;
}

/** "$300.00", "24 °C", "“Boarding”", "December 1, 2026", "version 2.0.0", "yes", "[“A”, “B”]". */
export function writeOperand(value: FactValue): string {
  if (value.type === 'number') return writeNumber(value.number, value.unit);
  if (value.type === 'boolean') return value.boolean ? 'yes' : 'no';
  if (value.type === 'string') return writeText(value.text, value.unit);
  return `[${value.items.map(quoted).join(', ')}]`;
}

const QUOTED = /“((?:[^\\”]|\\.)*)”/y;
const NUMBER = /(-?)(\D{0,4}?|[A-Z]{3} )(\d[\d,]*(?:\.\d+)?)/uy;

function quotedAt(text: string, at: number): { text: string; end: number } | null {
  QUOTED.lastIndex = at;
  const match = QUOTED.exec(text);
  if (!match) return null;
  const plain = (match[1] ?? '').replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
  return { text: plain, end: QUOTED.lastIndex };
}

const SIGNED = new Map(Object.entries(CURRENCY_SIGNS).map(([code, sign]) => [sign, code]));

function unitBehind(text: string, at: number): { unit: string | null; end: number } {
  const own = text[at] === ' ' ? quotedAt(text, at + 1) : null;
  if (own) return { unit: own.text, end: own.end };
  if (text[at] === '%' || text[at] === '°') return { unit: text[at] ?? null, end: at + 1 };
  const rest = text[at] === ' ' ? text.slice(at + 1) : '';
  const unit = [...KNOWN_UNITS].filter((symbol) => rest.startsWith(symbol)).sort((a, b) => b.length - a.length)[0];
  const next = rest[unit?.length ?? 0] ?? ' ';
  return unit && !/[\p{L}\p{N}]/u.test(next) ? { unit, end: at + 1 + unit.length } : { unit: null, end: at };
}

function numberAt(text: string, at: number): { value: FactValue; end: number } | null {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, minus = '', sign = '', digits = ''] = match;
  const currency = sign === '' ? null : (SIGNED.get(sign) ?? sign.trim());
  if (currency !== null && !isCurrencyCode(currency)) return null;
  const number = toDecimalString(minus + digits.replaceAll(',', ''));
  const { unit, end } = currency ? { unit: currency, end: NUMBER.lastIndex } : unitBehind(text, NUMBER.lastIndex);
  return { value: { type: 'number', number, unit }, end };
}

function listAt(text: string, at: number): { value: FactValue; end: number } | null {
  const items: string[] = [];
  let end = at + 1;
  while (text[end] !== ']') {
    const item = quotedAt(text, end);
    if (!item) return null;
    items.push(item.text);
    end = text.startsWith(', ', item.end) ? item.end + 2 : item.end;
  }
  return { value: { type: 'object', items }, end: end + 1 };
}

function textAt(text: string, at: number): { value: FactValue; end: number } | null {
  const own = quotedAt(text, at);
  if (own) {
    const unit = text.startsWith(' (“', own.end) ? quotedAt(text, own.end + 2) : null;
    const end = unit ? unit.end + 1 : own.end;
    return { value: { type: 'string', text: own.text, unit: unit?.text ?? null }, end };
  }
  const time = /^\d\d:\d\d(?!\d)/.exec(text.slice(at, at + 6))?.[0];
  if (time && isClockTime(time)) return { value: { type: 'string', text: time, unit: 'time' }, end: at + time.length };
  const version = /^version ([\w.+-]{1,60}?)(?=$| and | to )/.exec(text.slice(at));
  if (version)
    return { value: { type: 'string', text: version[1] ?? '', unit: 'version' }, end: at + version[0].length };
  const day = /^[A-Z][a-z]+ \d{1,2}, \d{1,4}(?:, \d\d:\d\d(?: UTC| [+-]\d\d:\d\d)?)?/.exec(text.slice(at));
  const date = day && parseDate(day[0], { language: 'en' });
  return date ? { value: { type: 'string', text: date, unit: 'date' }, end: at + day[0].length } : null;
}

/** The operand that begins at `at`, as writeOperand wrote it, and where it ends; null where none does. */
export function readOperand(text: string, at: number): { value: FactValue; end: number } | null {
  const answer = /^(yes|no)(?!\p{L})/u.exec(text.slice(at, at + 4));
  if (answer) return { value: { type: 'boolean', boolean: answer[1] === 'yes' }, end: at + answer[0].length };
  if (text[at] === '[') return listAt(text, at);
  return textAt(text, at) ?? numberAt(text, at);
}
