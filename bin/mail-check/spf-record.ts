import { isIPv4, isIPv6 } from 'node:net';
import { shown } from './finding';

export type SpfQualifier = '+' | '-' | '~' | '?';

export interface SpfTerm {
  qualifier: SpfQualifier;
  /** "include", "ip4", "all" … in lower case. */
  name: string;
  /** What stands after the colon, without a prefix length: "sendgrid.net"; empty where nothing does. */
  value: string;
  /** The prefix length behind the slash; empty where there is none. */
  prefix: string;
}

export interface SpfRecord {
  /** Up to `all`: what stands behind it never counts. */
  terms: SpfTerm[];
  /** Another domain whose record counts in place of this one's; null where `all` decides. */
  redirect: string | null;
  /** What receivers stumble over. */
  faults: string[];
}

/** Those that need a value, and those that may have one. */
const MECHANISMS: Record<string, 'needed' | 'allowed' | 'none'> = {
  ...{ all: 'none', include: 'needed', exists: 'needed', ip4: 'needed', ip6: 'needed' },
  ...{ a: 'allowed', mx: 'allowed', ptr: 'allowed' },
};
const LONGEST = 4_000;

/** Whether a TXT record says that it is one of SPF (RFC 7208, 4.5). */
export function isSpf(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text);
}

/** The terms of an SPF record (RFC 7208, 4.6 and 5). */
export function parseSpf(text: string): SpfRecord {
  const record: SpfRecord = { terms: [], redirect: null, faults: [] };
  if (text.length > LONGEST) {
    record.faults.push(`it has ${text.length} characters, more than receivers read`);
    return record;
  }
  for (const word of text.split(' ').slice(1)) {
    if (word === '') continue;
    if (/^[a-z][\w.-]{0,60}=/i.test(word)) {
      if (/^redirect=/i.test(word)) record.redirect = word.slice('redirect='.length).toLowerCase();
      continue;
    }
    const term = parseTerm(word);
    if (term === null) record.faults.push(`"${shown(word, 60)}" is no term of SPF`);
    else record.terms.push(term);
  }
  const all = record.terms.findIndex(({ name }) => name === 'all');
  return all === -1 ? record : { ...record, terms: record.terms.slice(0, all + 1), redirect: null };
}

function parseTerm(word: string): SpfTerm | null {
  const [, qualifier, mechanism, colon, value = '', prefix = ''] =
    /^([-+~?]?)([a-z]\w{0,9})(:?)([^/]*)((?:\/.*)?)$/i.exec(word) ?? [];
  const name = mechanism?.toLowerCase() ?? '';
  if (!Object.hasOwn(MECHANISMS, name) || (colon === '') !== (value === '')) return null;
  const takes = MECHANISMS[name];
  if ((takes === 'needed' && value === '') || (takes === 'none' && value + prefix !== '')) return null;
  if ((name === 'ip4' && !isIPv4(value)) || (name === 'ip6' && !isIPv6(value))) return null;
  return { qualifier: (qualifier || '+') as SpfQualifier, name, value: value.toLowerCase(), prefix: prefix.slice(1) };
}
