import type { Preview } from '@/flows/monitors/preview-monitor';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

type Tried = Pick<Preview, 'interpretation' | 'reading'>;

/**
 * What to do where an address of this machine was not read: of it, only the sample shop of the running app is.
 * `samplesAt` is where that would be, null where there is none. Null where there is nothing to say.
 */
export function samplesHint({ interpretation, reading }: Tried, samplesAt: string | null): string | null {
  const source = interpretation.sources.find((address) => URL.canParse(address)) ?? null;
  if (reading === null || source === null || !LOOPBACK.test(new URL(source).hostname)) return null;
  if (samplesAt === null)
    return 'The sample shop is there only while DATABASE_URL is not set. Unset it, then npm start.';
  if (source.startsWith(samplesAt)) {
    return reading.outcome === 'unavailable' ? 'The app does not answer there. Start it with npm start.' : null;
  }
  if (reading.outcome !== 'url_refused') return null;
  const start = 'If your app has another port, start it with npm start in this folder, or set PORT to it.';
  return `Of this machine only the app's sample shop is read, at ${samplesAt}. ${start}`;
}
