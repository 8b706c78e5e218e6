import { isIP, isIPv4 } from 'node:net';
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

export type AddressVerdict = { allowed: true } | { allowed: false; what: string; reason: string };

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
