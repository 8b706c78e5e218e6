import { describe, expect, it } from 'vitest';
import { memoryDns } from '@/test/memory-dns';
import { createLookups } from './lookups';

const ZONE = {
  'a.example': { txt: ['x'.repeat(600), 'y'], mx: ['MX1.a.example.', 'mx2.a.example'], a: ['192.0.2.1'] },
  'b.example': { cname: 'A.example.' },
  'c.example': { fails: 'ESERVFAIL' },
  'd.example': { fails: 'EBADRESP' },
  'e.example': { fails: 'never' },
};

describe('what DNS answers', () => {
  it('is joined from its chunks, in lower case, the first choice first', async () => {
    const dns = createLookups(memoryDns(ZONE));
    expect(await dns.txt('a.example')).toEqual({ kind: 'found', records: ['x'.repeat(600), 'y'] });
    expect(await dns.mx('a.example')).toEqual({ kind: 'found', records: ['mx1.a.example', 'mx2.a.example'] });
    expect(await dns.cname('b.example')).toEqual({ kind: 'found', records: ['a.example'] });
    expect(await dns.address('a.example')).toEqual({ kind: 'found', records: ['192.0.2.1'] });
  });

  it('is nothing where the name or the record is not there, and a failure otherwise', async () => {
    const dns = createLookups(memoryDns(ZONE), { answerMs: 30 });
    expect(await dns.txt('z.example')).toEqual({ kind: 'none', isNoName: true });
    expect(await dns.cname('a.example')).toEqual({ kind: 'none', isNoName: false });
    expect(await dns.address('z.example')).toEqual({ kind: 'none', isNoName: true });
    expect(await dns.address('c.example')).toMatchObject({ kind: 'failed' });
    expect(await dns.txt('c.example')).toEqual({ kind: 'failed', why: 'the name server failed (SERVFAIL)' });
    expect(await dns.txt('d.example')).toMatchObject({ kind: 'failed' });
    expect(await dns.txt('e.example')).toEqual({ kind: 'failed', why: 'no answer in time' });
  });

  it('is asked for once, so often and so long in all', async () => {
    const memory = memoryDns(ZONE);
    const dns = createLookups(memory);
    await Promise.all([dns.txt('a.example'), dns.txt('a.example')]);
    expect(memory.asked).toEqual(['a.example']);
    for (let at = 0; at < 200; at += 1) await dns.txt(`n${at}.example`);
    expect(memory.asked).toHaveLength(120);
    const late = createLookups(memory, { allMs: 0 });
    expect(await late.txt('a.example')).toEqual({ kind: 'failed', why: 'too many questions to DNS' });
  });
});
