import type { WebVital } from './web-vitals';

/**
 * Up to `good` a page is good, up to `needsImprovement` it needs improvement, beyond it is poor, judged by what three
 * quarters of the pages are at or below: the bounds of https://web.dev/articles/vitals. Milliseconds, but CLS.
 */
export const WEB_VITAL_BOUNDS: Record<WebVital, { good: number; needsImprovement: number }> = {
  LCP: { good: 2_500, needsImprovement: 4_000 },
  INP: { good: 200, needsImprovement: 500 },
  CLS: { good: 0.1, needsImprovement: 0.25 },
  FCP: { good: 1_800, needsImprovement: 3_000 },
  TTFB: { good: 800, needsImprovement: 1_800 },
};

export type VitalRating = 'good' | 'needs improvement' | 'poor';

export function rateVital(name: WebVital, p75: number): VitalRating {
  const { good, needsImprovement } = WEB_VITAL_BOUNDS[name];
  return p75 <= good ? 'good' : p75 <= needsImprovement ? 'needs improvement' : 'poor';
}
