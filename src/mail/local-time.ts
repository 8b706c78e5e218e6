import { formatMoment, type Locale } from '@/domain/written/locales';

/** "22 November 2026 at 14:05 CET": stored in UTC, told in the person's own time and way of writing. */
export function localTime(at: Date, timeZone: string, locale?: Locale): string {
  const format = (zone: string) => {
    const options = {
      ...({ day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' } as const),
      ...({ timeZoneName: 'short', timeZone: zone } as const),
    };
    return formatMoment(at, options, locale);
  };
  try {
    return format(timeZone);
  } catch {
    return format('UTC');
  }
}
