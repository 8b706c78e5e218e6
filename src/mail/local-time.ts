/** "22 November 2026 at 14:05 CET": stored in UTC, told in the person's own time. */
export function localTime(at: Date, timeZone: string): string {
  const format = (zone: string) =>
    new Intl.DateTimeFormat('en-GB', {
      ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
      timeZoneName: 'short',
      timeZone: zone,
    } as const).format(at);
  try {
    return format(timeZone);
  } catch {
    return format('UTC');
  }
}
