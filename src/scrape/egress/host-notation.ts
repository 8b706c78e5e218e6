import { isIPv4, isIPv6 } from 'node:net';
import { domainToUnicode } from 'node:url';

/** Why a host text is refused: a stable word for programs and a sentence for the person. */
export interface HostRefusal {
  rule: 'host' | 'notation' | 'name';
  reason: string;
}

/** Last labels that never lead to the public web: RFC 6761/6762/7686/8375, ICANN's withheld names, cluster names. */
const PRIVATE_SUFFIXES = [
  ...['localhost', 'localdomain', 'localhost6', 'localdomain6', 'local', 'internal', 'intranet', 'lan', 'home'],
  ...['home.arpa', 'corp', 'private', 'onion', 'alt', 'svc', 'consul', 'docker', 'kube', 'default'],
];

/** Metadata services that have a name under a public suffix; those under .internal are refused by suffix. */
const METADATA_NAMES = [
  ...['metadata.goog', 'metadata.tencentyun.com', 'metadata.platformequinix.com', 'metadata.packet.net'],
  'api.metadata.cloud.ibm.com',
];

/** C0, DEL, C1, spaces, and the characters that URL parsers drop or that cannot be seen. */
const INVISIBLE = /\p{C}|\p{Z}|\p{Default_Ignorable_Code_Point}/u;

/**
 * Checks the raw text of a host as it stands in a URL (brackets included, no port), before any parser has rewritten
 * it. Returns null when it is written plainly: a dotted name, a dotted-quad IPv4, or a bracketed IPv6. Every other
 * way of writing an address is refused even where it decodes to a public one: readers of URLs disagree about them.
 */
export function checkHostText(raw: string): HostRefusal | null {
  if (raw === '') return host('The address has no host name. Write it like https://example.com/page.');
  if (INVISIBLE.test(raw)) return host('The host name contains spaces or invisible characters. Type it again.');
  if (raw.startsWith('[')) return checkBrackets(raw);
  if (/[%\\/?#@:<>[\]^|"`{}]/.test(raw))
    return notation('The host name is encoded or contains characters not allowed.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
  if (/[^\x00-\x7F]/.test(raw)) return checkInternational(raw);
  if (raw.endsWith('.')) return notation('The host name ends in a dot. Leave the last dot out.');
  if (raw.startsWith('.') || raw.includes('..')) return host('The host name has an empty part between its dots.');
  if (raw.length > 253 || raw.split('.').some((label) => label.length > 63)) return host('The host name is too long.');
  return checkNumeric(raw);
}

/** The rule of WHATWG's "ends in a number": only a plain dotted quad may. */
function checkNumeric(raw: string): HostRefusal | null {
  const last = raw.slice(raw.lastIndexOf('.') + 1);
  if (!/^(?:\d+|0x[0-9a-f]*)$/i.test(last)) return null;
  return isIPv4(raw) ? null : notation('IP addresses must be written as four plain numbers, like 93.184.216.34.');
}

function checkBrackets(raw: string): HostRefusal | null {
  const inner = raw.endsWith(']') ? raw.slice(1, -1) : '';
  if (inner.includes('%')) return notation('IPv6 addresses with a zone cannot be read.');
  return isIPv6(inner) ? null : notation('The text in brackets is not an IPv6 address.');
}

/** Letters of other scripts are welcome; digits and dots that a parser turns into ASCII ones are not. */
function checkInternational(raw: string): HostRefusal | null {
  const plain = raw
    .normalize('NFKC')
    .replace(/[\u3002\uFF0E\uFF61]/g, '.')
    .toLowerCase();
  if (plain.endsWith('.')) return notation('The host name ends in a dot. Leave the last dot out.');
  if (/[%\\/?#@:[\]\s]|\p{Sm}/u.test(plain))
    return notation('The host name contains look-alikes of special characters.');
  return endsInForeignNumber(plain) ? notation('IP addresses must be written with plain digits.') : null;
}

/** A last part made of digits of any script (٤, ४, ④): some readers of URLs turn them into ASCII ones. */
function endsInForeignNumber(name: string): boolean {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return /^(?:\p{N}+|0x[0-9a-f]*)$/u.test(last);
}

/**
 * Checks a host name in its parsed form (lower case, ASCII) against names that never lead to the public web. What a
 * public name resolves to is checked elsewhere.
 */
export function checkHostName(name: string): HostRefusal | null {
  if (isIPv4(name) || name.startsWith('[')) return null;
  if (endsInForeignNumber(domainToUnicode(name))) return notation('IP addresses must be written with plain digits.');
  if (!name.includes('.')) return refuseName(name, 'has no dot, so it can only be a name inside a private network');
  if (METADATA_NAMES.includes(name)) return refuseName(name, 'is a cloud metadata service');
  if (PRIVATE_SUFFIXES.some((suffix) => name === suffix || name.endsWith(`.${suffix}`))) {
    return refuseName(name, 'is a name inside a private network');
  }
  return null;
}

function refuseName(name: string, why: string): HostRefusal {
  return { rule: 'name', reason: `"${name.slice(0, 80)}" ${why}. Use the page's public address.` };
}

function host(reason: string): HostRefusal {
  return { rule: 'host', reason };
}

function notation(reason: string): HostRefusal {
  return { rule: 'notation', reason };
}
