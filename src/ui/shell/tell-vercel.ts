import { inject } from '@vercel/analytics';
import { injectSpeedInsights } from '@vercel/speed-insights';
import { maskedPath } from '@/domain/masked-path';

/** Which kind of page it was. Links of emails carry secrets in their queries, and ids are people's own. */
function masked<Told extends { url: string }>(told: Told): Told | null {
  const url = URL.parse(told.url);
  return url === null ? null : { ...told, url: url.origin + maskedPath(url.pathname) };
}

/**
 * Loads the scripts that Vercel serves beside the app, at our own address, so that the Content-Security-Policy stays as
 * it is. Not in a document that was come to from an address with a query: they may tell where people came from.
 */
export function tellVercel(): void {
  if (/[?#]/.test(document.referrer)) return;
  inject({ beforeSend: masked, mode: 'production' });
  injectSpeedInsights({ beforeSend: masked });
}
