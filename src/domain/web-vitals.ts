/** What browsers tell of how fast a page was; milliseconds, but CLS, which is a share of the window. */
export const WEB_VITALS = ['LCP', 'INP', 'CLS', 'FCP', 'TTFB'] as const;
export type WebVital = (typeof WEB_VITALS)[number];

/** What a page tells of itself (reported-vitals.ts). */
export interface ReportedVital {
  name: WebVital;
  value: number;
}

/** Upper edges of the steps in which milliseconds are counted; each at most a quarter above the one before. */
const MILLISECONDS = [
  ...[50, 75, 100, 125, 150, 200, 250, 300, 350, 400, 500, 600, 700, 800, 1_000, 1_200, 1_400, 1_600, 1_800],
  ...[2_000, 2_250, 2_500, 3_000, 3_500, 4_000, 5_000, 6_000, 8_000, 10_000, 600_000],
];
const SHARES = [0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.125, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 1, 600_000];

/** The step that a value is counted in. */
export function stepOf({ name, value }: ReportedVital): number {
  const steps = name === 'CLS' ? SHARES : MILLISECONDS;
  return steps.find((step) => value <= step) ?? Number(steps.at(-1));
}

/** The value that three quarters of the pages were at or below, to the edge of its step; null without any. */
export function p75(counts: readonly { step: number; count: number }[]): number | null {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let below = 0;
  for (const { step, count } of [...counts].sort((a, b) => a.step - b.step)) {
    below += count;
    if (below >= total * 0.75 && total > 0) return step;
  }
  return null;
}
