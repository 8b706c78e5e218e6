import type { Trigger } from '@/domain/trigger/trigger';
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

/** Round numbers that span all dots and limits, five or so: the ticks of the vertical axis, its ends among them. */
export function valueTicks(points: readonly ChartPoint[], lines: readonly number[]): number[] {
  const all = [...points.map(({ value }) => value), ...lines];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const span = high - low || Math.abs(high) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= span / 4) ?? 10);
  const room = low === high ? step : 0;
  const first = Math.floor((low - room) / step);
  const last = Math.ceil((high + room) / step);
  // Multiples, rounded off: adding steps would pile up the errors of binary floats.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Five moments over the time shown, each with another label. */
export function timeTicks(points: readonly ChartPoint[], label: (at: number) => string): number[] {
  const from = points[0]?.at ?? 0;
  const span = (points.at(-1)?.at ?? from) - from;
  const moments = Array.from({ length: 5 }, (_, index) => Math.round(from + (span * index) / 4));
  return moments.filter((at, index) => index === 0 || label(at) !== label(moments[index - 1] ?? at));
}
