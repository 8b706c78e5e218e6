/**
 * Text as PostgreSQL and JSON can hold it: half a surrogate pair, and U+0000, become U+FFFD, the replacement character.
 * For what nobody wrote by hand: pages, models, headers, texts that were cut. What a person sends is refused instead
 * where it has a U+0000 (auth/entrance/read-json).
 */
export function storableText(text: string): string {
  const whole = text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '\ufffd') : whole;
}

/** A value of plain JSON with every text in it changed, names of members too. As deep as the value is nested. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => mapTexts(member, change));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [change(key), mapTexts(member, change)]));
}
