import type { FactValue } from '../value/value';
import { formatDate, formatNumber } from '../value/value-format';
import { isClockTime } from '../written/clock-time';
import { isCurrencyCode } from '../written/currency-table';
import { parseDate } from '../written/date';
import { UNITS } from '../written/unit-table';

// Operands within a trigger's sentence, written without loss: different operands read differently.

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
