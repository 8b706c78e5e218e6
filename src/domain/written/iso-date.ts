/** An ISO date or date-time of ours or of a page's machine data; null for anything else. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text);
}

/**
 * -1, 0 or 1. Two instants with zones are compared as instants, two local times as written; where one has no time of
 * day, only the days count.
 */
export function compareDates(a: string, b: string): -1 | 0 | 1 {
  const zoned = /(?:Z|[+-]\d{2}:\d{2})$/;
  let [left, right] = [a.slice(0, 10), b.slice(0, 10)];
  if (a.includes('T') && b.includes('T')) {
    if (zoned.test(a) && zoned.test(b)) return Math.sign(Date.parse(a) - Date.parse(b)) as -1 | 0 | 1;
    [left, right] = [a.slice(0, 16), b.slice(0, 16)];
  }
  return left < right ? -1 : left > right ? 1 : 0;
}
