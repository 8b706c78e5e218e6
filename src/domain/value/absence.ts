import type { FactValue } from './value';

/**
 * Stands as a baseline for "the page proved that there is none": a null baseline means that nothing was read yet.
 * Never a present value; a value of this unit cannot come from a page, whose texts carry no such unit.
 */
export const ABSENCE: FactValue = { type: 'string', text: '', unit: 'absent' };

export function isAbsence(value: FactValue): boolean {
  return value.type === 'string' && value.unit === 'absent' && value.text === '';
}
