import type { FactValue } from './value';
import { formatValue } from './value-format';

/**
 * Stands as a baseline for "the page proved that there is none": a null baseline means that nothing was read yet.
 * Never a present value; a value of this unit cannot come from a page, whose texts carry no such unit.
 */
export const ABSENCE: FactValue = { type: 'string', text: '', unit: 'absent' };

export function isAbsence(value: FactValue): boolean {
  return value.type === 'string' && value.unit === 'absent' && value.text === '';
}

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
