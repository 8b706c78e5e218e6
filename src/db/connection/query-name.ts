/** Statements whose names are kept; there are a few hundred, and lists of changing length must not fill the memory. */
const MOST = 1_000;
const names = new Map<string, string>();

const VERB = /\b(select|insert|update|delete)\b/i;
const TABLE = /\b(?:from|into|update)\s+(?:only\s+)?"?([a-z_][a-z0-9_]{0,62})/i;

/** What a statement is counted as: what it does and its first table, "select evaluations". */
export function queryName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const verb = VERB.exec(text)?.[1]?.toLowerCase() ?? 'other';
  const table = TABLE.exec(text)?.[1]?.toLowerCase();
  const name = table === undefined ? verb : `${verb} ${table}`;
  if (names.size < MOST) names.set(text, name);
  return name;
}
