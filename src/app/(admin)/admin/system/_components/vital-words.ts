import { rateVital, WEB_VITAL_BOUNDS } from '@/domain/web-vital-bounds';
import { WEB_VITALS, type WebVital } from '@/domain/web-vitals';
import type { RouterOutputs } from '@/trpc/root';
import { type ChartRow, figureWords, type Unit } from './figure-words';

export type VitalDay = RouterOutputs['admin']['webVitals'][number];

export const VITAL_NAMES: Record<WebVital, string> = {
  LCP: 'Largest part is painted (LCP)',
  INP: 'Answers a click (INP)',
  CLS: 'Shifts by itself (CLS)',
  FCP: 'First part is painted (FCP)',
  TTFB: 'Server begins to answer (TTFB)',
};

export const unitOf = (name: WebVital): Unit => (name === 'CLS' ? 'shift' : 'ms');

/** "good up to 2.5 s, needs improvement up to 4 s, poor beyond". */
export function boundsWords(name: WebVital): string {
  const { good, needsImprovement } = WEB_VITAL_BOUNDS[name];
  const words = (value: number) => figureWords(value, unitOf(name));
  return `Good up to ${words(good)}, needs improvement up to ${words(needsImprovement)}, poor beyond.`;
}

/** "240 ms, needs improvement, of 1,204 pages"; "–" where no page told it. */
export function vitalWords(name: WebVital, day: Pick<VitalDay, 'p75' | 'pages'> | undefined): string {
  if (day === undefined || day.p75 === null) return '–';
  const pages = `${day.pages.toLocaleString('en')} ${day.pages === 1 ? 'page' : 'pages'}`;
  return `${figureWords(day.p75, unitOf(name))}, ${rateVital(name, day.p75)}, of ${pages}`;
}

const DAY_MS = 86_400_000;

/** One row for each day from `days` ago until `today` ("2026-11-30"); null of a figure that no page told that day. */
export function vitalRows(list: readonly VitalDay[], today: string, days: number): ChartRow[] {
  const told = new Map(list.map(({ day, name, p75 }) => [`${day} ${name}`, p75]));
  const last = Date.parse(today);
  return Array.from({ length: days }, (_, index) => {
    const at = last - (days - 1 - index) * DAY_MS;
    const day = new Date(at).toISOString().slice(0, 10);
    return { at, ...Object.fromEntries(WEB_VITALS.map((name) => [name, told.get(`${day} ${name}`) ?? null])) };
  });
}
