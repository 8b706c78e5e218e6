import { describe, expect, it } from 'vitest';
import { type DnsEntry, memoryDns } from '@/test/memory-dns';
import { createLookups } from './lookups';
import { checkSpf } from './spf';

const DOMAIN = 'example.com';
const own = (text: string, more: DnsEntry = {}) => ({ [DOMAIN]: { txt: [text], ...more } });

/** The findings that are not simply well, as one text a line. */
async function lines(zone: Record<string, DnsEntry>, returnPathCarries = true): Promise<string[]> {
  const findings = await checkSpf(createLookups(memoryDns(zone)), DOMAIN, returnPathCarries);
  return findings.flatMap(({ level, about, says, next }) =>
    level === 'ok' ? [] : [`${level} ${about}: ${says} ${next}`],
  );
}

describe('SPF', () => {
  it.each<[string, string]>([
    ['v=spf1 +all', 'mend SPF: it lets anybody send in your name'],
    ['v=spf1 all', 'mend SPF: it lets anybody send in your name'],
    ['v=spf1 ip4:0.0.0.0/0 -all', 'mend SPF: it lets anybody send in your name'],
    ['v=spf1 ?all', 'advice SPF: "?all" says nothing'],
    ['v=spf1 a', 'advice SPF: it does not end with "all"'],
    ['v=spf1 includes:sendgrid.net ~all', 'mend SPF: "includes:sendgrid.net" is no term of SPF'],
    ['v=spf1 include:sendgrid.net:x ~all', 'mend SPF: "sendgrid.net:x" has no SPF record'],
    ['v=spf1 ip4:300.1.1.1 -all', 'mend SPF: "ip4:300.1.1.1" is no term'],
    ['v=spf1 include:example.com ~all', 'mend SPF: "example.com" includes itself'],
    ['v=spf1 include:gone.example ~all', 'mend SPF: "gone.example" has no SPF record'],
    ['v=spf1 a:x1.example a:x2.example mx:x3.example ~all', 'mend SPF: 3 of its names lead nowhere'],
    [`v=spf1 ${'ip4:192.0.2.1 '.repeat(700)}-all`, 'mend SPF: it has 9811 characters'],
    [`v=spf1 ${'ip4:192.0.2.1 '.repeat(40)}-all`, 'advice SPF: it has 571 characters'],
  ])('is read for what it says: record %#', async (text, wanted) => {
    const found = await lines(own(text, { a: ['192.0.2.1'] }));
    expect(found).toEqual([expect.stringContaining(wanted)]);
  });

  it('counts as none where there are two', async () => {
    const two = { [DOMAIN]: { txt: ['v=spf1 -all', 'v=spf1 include:sendgrid.net ~all'] } };
    expect(await lines(two)).toEqual([expect.stringContaining('mend SPF: example.com has 2 SPF records')]);
  });

  it('counts the lookups of all that it includes, and stops', async () => {
    const wide = (names: number, within: string) =>
      `v=spf1 ${Array.from({ length: names }, (_, at) => `include:s${at}.${within}`).join(' ')} -all`;
    const tree = (names: number): Record<string, DnsEntry> =>
      Object.fromEntries(
        Array.from({ length: names }, (_, at) => [
          `s${at}.host.example`,
          { txt: ['v=spf1 include:leaf.example -all'] },
        ]),
      );
    const leaf = { 'leaf.example': { txt: ['v=spf1 -all'] } };
    expect(await lines({ ...own(wide(5, 'host.example')), ...tree(5), ...leaf })).toEqual([]);
    expect(await lines({ ...own(wide(6, 'host.example')), ...tree(6), ...leaf })).toEqual([
      expect.stringContaining('mend SPF: it takes 12 lookups, at most 10 may be'),
    ]);
    const endless = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [
        `s${at}.deep.example`,
        { txt: [`v=spf1 include:s${at + 1}.deep.example`] },
      ]),
    );
    expect((await lines({ ...own('v=spf1 include:s0.deep.example -all'), ...endless }))[0]).toContain('30 lookups');
  });

  it('finds SendGrid below others and behind a redirect, not where it is refused or stands behind "all"', async () => {
    const sendgrid = { 'sendgrid.net': { txt: ['v=spf1 ip4:198.51.100.0/24 ~all'] } };
    const nested = { 'spf.host.example': { txt: ['v=spf1 include:sendgrid.net -all'] } };
    const faults = async (text: string) =>
      (await lines({ ...own(text), ...sendgrid, ...nested }, false)).filter((line) => /^mend/.test(line));
    expect(await faults('v=spf1 include:spf.host.example -all')).toEqual([]);
    expect(await faults('v=spf1 redirect=spf.host.example')).toEqual([]);
    for (const text of ['v=spf1 -include:spf.host.example -all', 'v=spf1 ~all include:sendgrid.net', 'v=spf1 -all'])
      expect(await faults(text)).toEqual([expect.stringContaining('mend SPF: nothing allows SendGrid')]);
  });

  it('is read whole where it comes in chunks', async () => {
    const long = `v=spf1 ${'ip4:192.0.2.1 '.repeat(17)}include:sendgrid.net ~all`;
    expect(long.indexOf('sendgrid')).toBeGreaterThan(250);
    const sendgrid = { 'sendgrid.net': { txt: ['v=spf1 -all'] } };
    expect(await lines({ ...own(long), ...sendgrid }, false)).toEqual([]);
  });

  it('is unknown where a name that it includes does not answer', async () => {
    const silent = { '_spf.host.example': { fails: 'ESERVFAIL' } };
    expect(await lines({ ...own('v=spf1 include:_spf.host.example ~all'), ...silent })).toEqual([
      expect.stringContaining('unknown SPF: _spf.host.example: the name server failed'),
    ]);
  });
});
