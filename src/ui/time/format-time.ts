/** Node and browsers differ in the spaces they put before "am": the same text must come out of both. */
const plainSpaces = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

/** "22 Nov 2026, 14:41" in the person's zone (IANA name). The same on the server and in the browser. */
export function formatDateTime(date: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return plainSpaces(format.format(date));
}

/** "22 Nov 2026" in the person's zone. */
export function formatDay(date: Date, timeZone: string): string {
  return plainSpaces(new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone }).format(date));
}

/** "01:00" in the person's zone. */
export function formatClock(date: Date, timeZone: string): string {
  return plainSpaces(new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(date));
}
