import type { Trigger } from '@/domain/trigger';
import type { FactView } from '@/trpc/monitor-view';
import { factWords } from './fact-words';

/** One dot. Decimals become floats here and nowhere else: pixels need no more. */
export interface ChartPoint {
  at: number;
  value: number;
  words: string;
  alert: boolean;
}

/** Numeric facts (newest first) as dots in the order of time. */
export function chartPoints(facts: readonly FactView[]): ChartPoint[] {
  return facts
    .flatMap((fact) => {
      if (fact.value?.type !== 'number') return [];
      const { extractedAt, triggeredAlert: alert, value } = fact;
      return [{ at: extractedAt.getTime(), value: Number(value.number), words: factWords(fact), alert }];
    })
    .reverse();
}

/** The numbers that a state trigger compares with: lines across the chart. */
export function thresholds(trigger: Trigger): number[] {
  if (trigger.kind === 'change') return [];
  return [trigger.value, trigger.value2].flatMap((operand) =>
    operand?.type === 'number' ? [Number(operand.number)] : [],
  );
}

/** Lowest and highest number to show, with some air. */
export function chartRange(points: readonly ChartPoint[], lines: readonly number[]): [number, number] {
  const all = [...points.map(({ value }) => value), ...lines];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const air = (high - low || Math.abs(high) || 1) * 0.12;
  return [low >= 0 ? Math.max(0, low - air) : low - air, high + air];
}
