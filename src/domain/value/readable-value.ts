import { isAbsence } from './absence';
import type { FactValue } from './value';
import { formatValue } from './value-format';

const MOST_TEXT = 80;

function clipped(text: string): string {
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT - 1).trimEnd()}…` : text;
}

/** A value within a sentence: texts in quotation marks, long ones cut. */
export function readable(value: FactValue): string {
  if (isAbsence(value)) return 'nothing';
  if (value.type === 'string' && value.unit !== 'date' && value.unit !== 'time') {
    return value.unit === 'version' ? `version ${clipped(value.text)}` : `“${clipped(value.text)}”`;
  }
  return value.type === 'object' ? clipped(formatValue(value)) : formatValue(value);
}
