/** What stands at a name. A text of more than 255 characters comes in chunks, as in DNS. */
export interface DnsEntry {
  txt?: string[];
  cname?: string;
  mx?: string[];
  a?: string[];
  aaaa?: string[];
  /** Every question about it ends so: "ESERVFAIL", "ETIMEOUT"; "never": without an answer. */
  fails?: string;
}

const CHUNK = /[\s\S]{1,255}/g;

/** DNS in memory, with the questions that `node:dns` asks and its errors. Follows CNAMEs, as a resolver does. */
export function memoryDns(zone: Record<string, DnsEntry>) {
  const asked: string[] = [];
  const failure = (code: string, name: string) => Object.assign(new Error(`query ${code} ${name}`), { code });

  const entryAt = async (name: string, follows: boolean): Promise<DnsEntry> => {
    asked.push(name);
    let entry = zone[name];
    for (let hops = 0; follows && entry?.cname !== undefined && hops < 10; hops += 1) entry = zone[entry.cname];
    if (entry?.fails === 'never') await new Promise(() => undefined);
    if (entry?.fails !== undefined) throw failure(entry.fails, name);
    if (entry === undefined) throw failure('ENOTFOUND', name);
    return entry;
  };
  const some = <Item>(items: Item[] | undefined, name: string): Item[] => {
    if (items === undefined || items.length === 0) throw failure('ENODATA', name);
    return items;
  };

  return {
    /** The names that were asked about, in order. */
    asked,
    resolveTxt: async (name: string) =>
      some((await entryAt(name, true)).txt, name).map((text) => text.match(CHUNK) ?? ['']),
    resolveCname: async (name: string) => {
      const { cname } = await entryAt(name, false);
      return some(cname === undefined ? [] : [cname], name);
    },
    resolveMx: async (name: string) =>
      some((await entryAt(name, true)).mx, name).map((exchange, at) => ({ exchange, priority: 10 * at })),
    resolve4: (async (name: string) => some((await entryAt(name, true)).a, name)) as never,
    resolve6: (async (name: string) => some((await entryAt(name, true)).aaaa, name)) as never,
  };
}

/** A domain that SendGrid sends for with all that receivers ask: return path em1234, keys s1 and s2, DMARC. */
export function wellZone(domain: string, key: string): Record<string, DnsEntry> {
  const wl = 'u1234.wl.sendgrid.net';
  return {
    [domain]: { txt: ['google-site-verification=x', 'v=spf1 include:_spf.host.example ~all'], mx: ['mx.host.example'] },
    '_spf.host.example': { txt: ['v=spf1 ip4:192.0.2.0/24 -all'] },
    [`em1234.${domain}`]: { cname: wl },
    [wl]: { txt: ['v=spf1 ip4:198.51.100.7 -all'], mx: ['mx.sendgrid.net'] },
    [`s1._domainkey.${domain}`]: { cname: `s1.domainkey.${wl}` },
    [`s2._domainkey.${domain}`]: { cname: `s2.domainkey.${wl}` },
    [`s1.domainkey.${wl}`]: { txt: [`k=rsa; t=s; p=${key}`] },
    [`s2.domainkey.${wl}`]: { txt: [`k=rsa; t=s; p=${key}`] },
    [`_dmarc.${domain}`]: { txt: [`v=DMARC1; p=reject; rua=mailto:dmarc@${domain}`] },
  };
}
