import type { Candidate } from '@/page/candidate';
import type { View } from '../view';

/** One thing that is seen of a candidate. Booleans are 0 or 1; shares from 0 to 1; counts as logarithms. */
export interface Feature {
  name: string;
  of: (view: View) => number;
}

export const yes = (test: boolean): number => (test ? 1 : 0);
export const log = (count: number): number => Math.log1p(Math.max(0, count));
export const numberOf = ({ value }: Candidate): number => (value.type === 'number' ? Number(value.number) : Number.NaN);
export const unitOf = ({ value }: Candidate): string | null =>
  value.type === 'number' || value.type === 'string' ? value.unit : null;
