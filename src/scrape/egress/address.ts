import { isIP, isIPv4, isIPv6 } from 'node:net';
import { domainToUnicode } from 'node:url';
import ipaddr from 'ipaddr.js';

/** A block of addresses that is not the public web, with the words that finish "leads to …". */
interface Block {
  cidr: string;
  what: string;
}

/**
 * IANA IPv4 Special-Purpose Address Registry, multicast and reserved space, and the one public address that clouds use
 * for themselves. Entries that the registry calls globally reachable (anycast services, AS112) are refused as well:
 * none of them serves web pages.
 */
const REFUSED_V4: readonly Block[] = [
  { cidr: '169.254.169.254/32', what: 'a cloud metadata service' },
  { cidr: '169.254.170.2/32', what: 'a cloud metadata service' },
  { cidr: '100.100.100.200/32', what: 'a cloud metadata service' },
  { cidr: '192.0.0.192/32', what: 'a cloud metadata service' },
  { cidr: '168.63.129.16/32', what: 'a cloud metadata service' },
  { cidr: '0.0.0.0/8', what: 'this machine' },
  { cidr: '10.0.0.0/8', what: 'a private network' },
  { cidr: '100.64.0.0/10', what: "a carrier's private network" },
  { cidr: '127.0.0.0/8', what: 'this machine' },
  { cidr: '169.254.0.0/16', what: 'a link-local address' },
  { cidr: '172.16.0.0/12', what: 'a private network' },
  { cidr: '192.0.0.0/24', what: 'an address reserved for protocols' },
  { cidr: '192.0.2.0/24', what: 'an address reserved for documentation' },
  { cidr: '192.31.196.0/24', what: 'an address reserved for AS112' },
  { cidr: '192.52.193.0/24', what: 'an address reserved for multicast tunnels' },
  { cidr: '192.88.99.0/24', what: 'an address reserved for 6to4 relays' },
  { cidr: '192.168.0.0/16', what: 'a private network' },
  { cidr: '192.175.48.0/24', what: 'an address reserved for AS112' },
  { cidr: '198.18.0.0/15', what: 'an address reserved for benchmarks' },
  { cidr: '198.51.100.0/24', what: 'an address reserved for documentation' },
  { cidr: '203.0.113.0/24', what: 'an address reserved for documentation' },
  { cidr: '224.0.0.0/4', what: 'a multicast address' },
  { cidr: '255.255.255.255/32', what: 'a broadcast address' },
  { cidr: '240.0.0.0/4', what: 'a reserved address' },
];

/**
 * IANA IPv6 Special-Purpose Address Registry. Only global unicast (2000::/3) can pass at all; the entries outside it
 * stand here for their words. Forms that carry an IPv4 address are refused whatever they carry, since no public site
 * needs them and each is a second road to a private address; all but NAT64 (see whatIsV6).
 */
const REFUSED_V6: readonly Block[] = [
  { cidr: 'fd00:ec2::254/128', what: 'a cloud metadata service' },
  { cidr: 'fd20:ce::254/128', what: 'a cloud metadata service' },
  { cidr: '::1/128', what: 'this machine' },
  { cidr: '::/128', what: 'this machine' },
  { cidr: '::ffff:0:0/96', what: 'an IPv4 address in IPv6 form' },
  { cidr: '::ffff:0:0:0/96', what: 'an IPv4 address in IPv6 form' },
  { cidr: '::/96', what: 'an IPv4 address in IPv6 form' },
  { cidr: '64:ff9b:1::/48', what: 'an IPv4 address behind NAT64' },
  { cidr: '100::/64', what: 'an address that discards everything' },
  { cidr: '100:0:0:1::/64', what: 'a dummy address' },
  { cidr: '5f00::/16', what: 'an address reserved for segment routing' },
  { cidr: 'fc00::/7', what: 'a private network' },
  { cidr: 'fe80::/10', what: 'a link-local address' },
  { cidr: 'fec0::/10', what: 'a private network' },
  { cidr: 'ff00::/8', what: 'a multicast address' },
  // Inside 2000::/3.
  { cidr: '2001::/23', what: 'an address reserved for protocols (Teredo, ORCHID, benchmarks)' },
  { cidr: '2001:db8::/32', what: 'an address reserved for documentation' },
  { cidr: '2002::/16', what: 'an IPv4 address in 6to4 form' },
  { cidr: '2620:4f:8000::/48', what: 'an address reserved for AS112' },
  { cidr: '3fff::/20', what: 'an address reserved for documentation' },
];

const V4 = REFUSED_V4.map((block) => ({ ...block, range: ipaddr.IPv4.parseCIDR(block.cidr) }));
const V6 = REFUSED_V6.map((block) => ({ ...block, range: ipaddr.IPv6.parseCIDR(block.cidr) }));
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** RFC 6052: the last 32 bits are an IPv4 address. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

type AddressVerdict = { allowed: true } | { allowed: false; what: string; reason: string };

/**
 * Is this IP address part of the public web? Takes the plain text of one address ("93.184.216.34", "2606:4700::1111",
 * no brackets, no zone); anything else is refused. `what` finishes "leads to …", `reason` is the sentence for the
 * person, who must not learn from it what a name of ours resolves to: it names `shown`.
 */
export function checkAddress(ip: string, shown: string = ip): AddressVerdict {
  const what = whatIs(ip);
  if (what === null) return { allowed: true };
  const reason = `"${shown.slice(0, 80)}" leads to ${what}; only public web pages can be read. Use a public address.`;
  return { allowed: false, what, reason };
}

function whatIs(ip: string): string | null {
  if (isIP(ip) === 0 || ip.includes('%')) return 'something that is not an IP address';
  return isIPv4(ip) ? whatIsV4(ip) : whatIsV6(ip);
}

function whatIsV4(ip: string): string | null {
  const address = ipaddr.IPv4.parse(ip);
  return V4.find((block) => address.match(block.range))?.what ?? null;
}

function whatIsV6(ip: string): string | null {
  const address = ipaddr.IPv6.parse(ip);
  // In networks without IPv4 the resolver (DNS64) gives every public site such an address: what it carries counts.
  if (address.match(NAT64)) return whatIsV4(address.toByteArray().slice(12).join('.'));
  const block = V6.find((candidate) => address.match(candidate.range));
  if (block) return block.what;
  // ISATAP (RFC 5214): interface identifier 0000:5efe or 0200:5efe, then an IPv4 address, under any prefix.
  if (((address.parts[4] ?? 0) & 0xfdff) === 0 && address.parts[5] === 0x5efe) return 'an IPv4 address in ISATAP form';
  return address.match(GLOBAL_UNICAST) ? null : 'an address outside the public internet';
}

/** Why a host text is refused: a stable word for programs and a sentence for the person. */
interface HostRefusal {
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
