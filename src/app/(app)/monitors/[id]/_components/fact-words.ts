import type { Trigger } from '@/domain/trigger/trigger';
import { formatValue } from '@/domain/value/fact-value';
import { formatNumber } from '@/domain/value/value-format';
import { isCurrencyCode } from '@/domain/written/currency-table';
import type { FactView } from '@/trpc/monitor-view';

/** "$279.00", "Not there": what a fact says, in one line. */
export function factWords({ value }: Pick<FactView, 'value'>): string {
  if (value === null) return 'Not there';
  if (value.type === 'boolean') return value.boolean ? 'Yes' : 'No';
  return formatValue(value);
}

/** "−$40.00 (−12.5%)", "New", "Same": how a fact differs from the one before. */
export function changeWords(
  fact: Pick<FactView, 'changeType' | 'changeAmount' | 'changePercentage' | 'value'>,
): string {
  const { changeType, changeAmount, changePercentage, value } = fact;
  if (changeType === 'new') return 'New';
  if (changeType === 'removed') return 'Gone';
  if (changeType === 'stable') return 'Same';
  if (changeAmount === null) return changeType === 'increase' ? 'Up' : 'Down';
  const sign = changeType === 'increase' ? '+' : '−';
  const unit = value?.type === 'number' ? value.unit : null;
  const amount = formatNumber(changeAmount.replace(/^-/, ''), unit === '%' ? null : unit);
  const percent = changePercentage === null ? '' : ` (${sign}${shortPercent(changePercentage.replace(/^-/, ''))})`;
  return `${sign}${amount}${unit === '%' ? ' points' : ''}${percent}`;
}

/** "8.67%", "0.041%", "1,234.5%": as many digits as tell something. */
function shortPercent(percent: string): string {
  const format = new Intl.NumberFormat('en-US', {
    maximumFractionDigits: 2,
    maximumSignificantDigits: 2,
    roundingPriority: 'morePrecision',
  });
  return `${format.format(percent as `${number}`)}%`;
}

/** A number beside an axis: with its currency, but short; other units are known from the value above. */
export function axisNumber(number: number, unit: string | null): string {
  if (unit === null || !isCurrencyCode(unit))
    return new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 4 }).format(number);
  return formatNumber(String(Math.round(number * 100) / 100), unit).replace(/\.00$/, '');
}

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

/** A stretch of time in which every check gave the same. */
interface Stretch {
  id: string;
  words: string;
  from: Date;
  /** The last check that still gave it. */
  until: Date;
  checks: number;
  alert: boolean;
}

/** Facts (newest first) as stretches, newest first. */
export function stretchesOf(facts: readonly FactView[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const fact of facts) {
    const words = factWords(fact);
    const open = stretches.at(-1);
    if (open?.words === words) {
      open.from = fact.extractedAt;
      open.checks += 1;
      open.alert ||= fact.triggeredAlert;
    } else {
      const { id, extractedAt: from, triggeredAlert: alert } = fact;
      stretches.push({ id, words, from, until: from, checks: 1, alert });
    }
  }
  return stretches;
}
