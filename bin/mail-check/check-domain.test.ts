import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type DnsEntry, memoryDns, wellZone } from '@/test/memory-dns';
import { checkDomain, SELECTORS, type SenderDomain } from './check-domain';
import { isFault, reportLines } from './finding';
import { createLookups } from './lookups';

const publicKey = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .publicKey.export({ type: 'spki', format: 'der' })
    .toString('base64');
const KEY = publicKey(2_048);
const DOMAIN = 'example.com';
const DMARC = `_dmarc.${DOMAIN}`;
const S1 = 's1.domainkey.u1234.wl.sendgrid.net';

/** What is found where the zone of a domain that is all well differs by `other`; undefined takes a name out. */
async function find(other: Record<string, DnsEntry | undefined> = {}, sender: Partial<SenderDomain> = {}) {
  const zone = Object.fromEntries(
    Object.entries({ ...wellZone(DOMAIN, KEY), ...other }).flatMap(([name, entry]) => (entry ? [[name, entry]] : [])),
  );
  const dns = createLookups(memoryDns(zone), { answerMs: 50 });
  return checkDomain(dns, {
    ...{ domain: DOMAIN, signedBy: DOMAIN, selectors: SELECTORS, returnPath: `em1234.${DOMAIN}`, ...sender },
  });
}

/** The findings that are not simply well, as one text a line. */
async function lines(...given: Parameters<typeof find>): Promise<string[]> {
  const findings = await find(...given);
  return findings.flatMap(({ level, about, says, next }) =>
    level === 'ok' ? [] : [`${level} ${about}: ${says} ${next}`],
  );
}

const own = (text: string, more: DnsEntry = {}) => ({ [DOMAIN]: { txt: [text], mx: ['mx.host.example'], ...more } });
const dmarc = (...txt: string[]) => ({ [DMARC]: { txt } });

describe('a domain that SendGrid sends for', () => {
  it('is well with a return path, two keys, a policy and somebody who takes answers', async () => {
    const findings = await find();
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
    expect(reportLines(findings)).toEqual([
      'ok       SPF: "v=spf1 include:_spf.host.example ~all": SPF passes by the return path, 1 of 10 lookups.',
      'ok       Return path: em1234.example.com, by u1234.wl.sendgrid.net.',
      'ok       DKIM s1: a key of 2048 bits, by s1.domainkey.u1234.wl.sendgrid.net.',
      'ok       DKIM s2: a key of 2048 bits, by s2.domainkey.u1234.wl.sendgrid.net.',
      expect.stringContaining('DMARC: "p=reject" at _dmarc.example.com'),
      'ok       DMARC reports: they go to example.com.',
      'ok       Alignment: DMARC passes by DKIM and by SPF.',
      'ok       MX: answers go to mx.host.example.',
      'All that is required is well.',
    ]);
  });

  it('is well without a return path of its own name where its SPF record allows SendGrid', async () => {
    const findings = await find(own('v=spf1 include:sendgrid.net -all'), { returnPath: null });
    expect(findings.some(isFault)).toBe(true);
    const withRecord = { 'sendgrid.net': { txt: ['v=spf1 ip4:198.51.100.0/24 ~all'] } };
    expect(await lines({ ...own('v=spf1 include:sendgrid.net -all'), ...withRecord }, { returnPath: null })).toEqual([
      expect.stringContaining('advice Return path: not named'),
    ]);
  });

  it('that is not in DNS has everything to mend', async () => {
    const nothing = Object.fromEntries(Object.keys(wellZone(DOMAIN, KEY)).map((name) => [name, undefined]));
    const found = await lines(nothing);
    expect(found.map((line) => line.split(':')[0])).toEqual([
      ...['mend SPF', 'mend Return path', 'mend DKIM s1', 'mend DKIM s2', 'mend DMARC', 'mend MX'],
    ]);
    expect(found.at(-1)).toContain('is not in DNS');
    expect(found[4]).toContain('"v=DMARC1; p=none; rua=mailto:dmarc@example.com"');
  });

  it.each(['ESERVFAIL', 'ETIMEOUT', 'EREFUSED', 'never'])(
    'is unknown where DNS says %s, and never hangs',
    async (fails) => {
      const all = Object.fromEntries(Object.keys(wellZone(DOMAIN, KEY)).map((name) => [name, { fails }]));
      const findings = await find(all);
      expect(findings.map(({ level }) => level)).toEqual(Array.from({ length: findings.length }, () => 'unknown'));
      expect(findings.some(isFault)).toBe(true);
    },
  );
});

describe('the return path', () => {
  const EM = `em1234.${DOMAIN}`;
  it.each<[string, Record<string, DnsEntry | undefined>, string]>([
    ['leads elsewhere', { [EM]: { cname: 'mail.host.example' } }, 'which is not SendGrid'],
    ['is not there', { [EM]: undefined }, 'Add the CNAME that SendGrid shows'],
    [
      'has the domain twice',
      { [EM]: undefined, [`${EM}.${DOMAIN}`]: { cname: 'u1.wl.sendgrid.net' } },
      'enter "em1234" alone',
    ],
    ['leads to nothing', { 'u1234.wl.sendgrid.net': undefined }, 'Press Verify'],
    ['has no SPF', { 'u1234.wl.sendgrid.net': { mx: ['mx.sendgrid.net'] } }, 'has no SPF record. Press Verify'],
    [
      'has an SPF record without SendGrid',
      { [EM]: { mx: ['mx.sendgrid.net'], txt: ['v=spf1 -all'] } },
      'does not allow',
    ],
  ])('that %s is named', async (_what, other, wanted) => {
    const found = await lines(other);
    expect(found.filter((line) => line.startsWith('mend Return path'))).toEqual([expect.stringContaining(wanted)]);
  });

  it('may have records of its own', async () => {
    const manual = { [EM]: { mx: ['mx.sendgrid.net'], txt: ['v=spf1 include:sendgrid.net ~all'] } };
    expect(await lines({ ...manual, 'sendgrid.net': { txt: ['v=spf1 -all'] } })).toEqual([]);
  });
});

describe('DKIM', () => {
  const key = (...txt: string[]) => ({ [S1]: { txt } });
  it.each<[string, Record<string, DnsEntry | undefined>, string]>([
    ['a short key', key(`k=rsa; p=${publicKey(1_024)}`), 'advice DKIM s1: a key of 1024 bits'],
    ['a key that nobody trusts', key(`v=DKIM1; p=${publicKey(512)}`), 'mend DKIM s1: a key of 512 bits'],
    ['a revoked key', key('v=DKIM1; k=rsa; p='), 'mend DKIM s1: the key was revoked'],
    ['no key', key('k=rsa; p=AAAA'), 'holds no key that receivers can read'],
    ['something else', key('hello'), 'mend DKIM s1: "hello" is no key.'],
    ['two records', key(`p=${KEY}`, `p=${KEY}`), 'mend DKIM s1: there are 2 records'],
    ['a key on trial', key(`t=y; p=${KEY}`), 'advice DKIM s1: the key says that it is being tried'],
    ['SHA-1 alone', key(`h=sha1; p=${KEY}`), 'mend DKIM s1: the key does not allow SHA-256'],
    [
      'an Ed25519 key',
      key('k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='),
      'advice DKIM s1: an Ed25519 key',
    ],
    ['10,000 characters', key(`p=${'A'.repeat(10_000)}`), 'mend DKIM s1: the record has 10002 characters'],
    ['nothing behind the CNAME', { [S1]: undefined }, 'and there is no key. Press Verify'],
    ['another place', { [`s1._domainkey.${DOMAIN}`]: { cname: 's1.host.example' } }, 'which is not SendGrid'],
    [
      'the domain added twice',
      { [`s1._domainkey.${DOMAIN}`]: { cname: `${S1}.${DOMAIN}` } },
      'Put the value that SendGrid shows, s1.domainkey.uNNN.wl.sendgrid.net, and a dot behind it',
    ],
    [
      'its name with the domain twice',
      { [`s1._domainkey.${DOMAIN}`]: undefined, [`s1._domainkey.${DOMAIN}.${DOMAIN}`]: { cname: S1 } },
      'enter "s1._domainkey" alone',
    ],
  ])('says of %s what it is', async (_what, other, wanted) => {
    const found = await lines(other);
    expect(found.filter((line) => line.includes('DKIM s1'))).toEqual([expect.stringContaining(wanted)]);
  });

  it('takes other selectors, and keys that stand in the domain itself', async () => {
    const manual = { [`m1._domainkey.${DOMAIN}`]: { txt: [`k=rsa; p=${KEY.slice(0, 90)} ${KEY.slice(90)}`] } };
    expect(await lines(manual, { selectors: ['m1'] })).toEqual([]);
  });
});

describe('DMARC', () => {
  it.each<[string, Record<string, DnsEntry | undefined>, string]>([
    ['no record', { [DMARC]: undefined }, 'mend DMARC: there is no record'],
    ['two records', dmarc('v=DMARC1; p=none', 'v=DMARC1; p=reject'), 'mend DMARC: _dmarc.example.com has 2 records'],
    [
      'p=none',
      dmarc('v=DMARC1; p=none; rua=mailto:a@example.com'),
      'advice DMARC: "p=none" at _dmarc.example.com: it only',
    ],
    ['no policy', dmarc('v=DMARC1; rua=mailto:a@example.com'), 'mend DMARC: the record at _dmarc.example.com says no'],
    ['another word', dmarc('v=DMARC1; p=monitor; rua=mailto:a@example.com'), 'mend DMARC: "p=monitor"'],
    ['no receiver', dmarc('v=DMARC1; p=reject'), 'advice DMARC reports: nobody gets them'],
    [
      'no address',
      dmarc('v=DMARC1; p=reject; rua=a@example.com'),
      'advice DMARC reports: "a@example.com" is no address',
    ],
    [
      'a receiver who does not agree',
      dmarc('v=DMARC1; p=reject; rua=mailto:a@r.example'),
      'r.example, which does not agree',
    ],
    ['a part', dmarc('v=DMARC1; p=reject; pct=20; rua=mailto:a@example.com'), 'advice DMARC: "pct=20"'],
    ['10,000 characters', dmarc(`v=DMARC1; p=reject; rua=${'x'.repeat(10_000)}`), 'mend DMARC: the record has 100'],
    ['another version', dmarc('v=DMARC2; p=reject'), 'mend DMARC: there is no record'],
  ])('says of %s what it is', async (_what, other, wanted) => {
    expect(await lines(other)).toEqual([expect.stringContaining(wanted)]);
  });

  it('is well with p=quarantine, and says what comes next', async () => {
    const findings = await find(dmarc('v=DMARC1;p=quarantine;rua=mailto:a@example.com!10m'));
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
    expect(findings.find(({ about }) => about === 'DMARC')?.next).toBe('In time: "p=reject".');
  });

  it('lets receivers of reports agree', async () => {
    const agreed = { 'example.com._report._dmarc.r.example': { txt: ['v=DMARC1;'] } };
    expect(await lines({ ...dmarc('v=DMARC1; p=reject; rua=mailto:a@r.example'), ...agreed })).toEqual([]);
  });

  it('is that of the domain above, by its policy for those below; never that of a whole ending', async () => {
    const sub = 'news.example.com';
    const zone = {
      ...wellZone(sub, KEY),
      [`_dmarc.${sub}`]: undefined,
      [DMARC]: { txt: ['v=DMARC1; p=reject; sp=none'] },
    };
    const found = await lines(zone, { domain: sub, signedBy: sub, returnPath: `em1234.${sub}` });
    expect(found[0]).toContain('advice DMARC: "p=none" at _dmarc.example.com');
    const ending = { [DMARC]: undefined, '_dmarc.com': { txt: ['v=DMARC1; p=reject; psd=y'] } };
    expect(await lines(ending)).toEqual([expect.stringContaining('mend DMARC: there is no record')]);
  });

  it('asks for few names of a domain of many parts', async () => {
    const dns = memoryDns({});
    const domain = `${'a.'.repeat(60)}example.com`;
    await checkDomain(createLookups(dns), { domain, signedBy: domain, selectors: [], returnPath: null });
    expect(dns.asked.filter((name) => name.startsWith('_dmarc.'))).toHaveLength(8);
  });
});

describe('alignment', () => {
  const strict = (tags: string) => dmarc(`v=DMARC1; p=reject; rua=mailto:a@example.com; ${tags}`);
  const align = async (...given: Parameters<typeof find>) =>
    (await find(...given)).filter(({ about }) => about === 'Alignment').map(({ level, says }) => `${level} ${says}`);

  it('passes by the key where SPF is strict, since the return path is a name below', async () => {
    expect(await align(strict('aspf=s; adkim=s'))).toEqual(['ok DMARC passes by DKIM alone.']);
    expect(await align({}, { returnPath: null })).toEqual(['ok DMARC passes by DKIM alone.']);
  });

  it('of a name below one that is signed for passes, unless it is strict', async () => {
    const below = { domain: 'news.example.com' };
    const zone = { 'news.example.com': { mx: ['mx.host.example'] } };
    expect(await align(zone, below)).toEqual(['ok DMARC passes by DKIM and by SPF.']);
    expect(await align({ ...zone, ...strict('adkim=s') }, below)).toEqual([
      'advice DMARC passes by SPF alone, which is lost when an email is forwarded.',
    ]);
    expect(await align({ ...zone, ...strict('adkim=s; aspf=s') }, below)).toEqual([
      'mend the signature of example.com does not count for news.example.com.',
    ]);
  });

  it('of another domain does not pass', async () => {
    const zone = { ...wellZone('other.example', KEY) };
    expect(await align(zone, { domain: 'other.example' })).toEqual([
      'mend the signature of example.com does not count for other.example.',
    ]);
  });
});

describe('MX', () => {
  it.each<[DnsEntry, string]>([
    [{ mx: [''] }, 'mend MX: example.com says that it takes no email'],
    [{ a: ['192.0.2.1'] }, 'advice MX: there is none; answers go to the address'],
    [{}, 'mend MX: there is none, and no address either'],
  ])('%j is told', async (entry, wanted) => {
    expect(await lines({ [DOMAIN]: { txt: ['v=spf1 -all'], ...entry } })).toEqual([expect.stringContaining(wanted)]);
  });
});

it('lets nothing of a record reach the terminal but letters', async () => {
  const evil = '\u001b[2J\u202e\u0007\nok  forged\u0000';
  const zone = {
    ...own(`v=spf1 include:${evil} +all${evil}`, { mx: [`mx${evil}.example`] }),
    [`em1234.${DOMAIN}`]: { cname: `x${evil}` },
    [S1]: { txt: [`p=${evil}`] },
    [`s2._domainkey.${DOMAIN}`]: { cname: evil },
    ...dmarc(`v=DMARC1; p=${evil}; pct=${evil}; rua=mailto:${evil}`),
  };
  const printed = reportLines(await find(zone));
  expect(printed.join('')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  expect(printed.length).toBeGreaterThan(6);
});
