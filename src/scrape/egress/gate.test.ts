import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { GATE_TABLE } from '@/test/gate/gate-cases';
import { checkAddress } from './address';
import { checkUrl, createGate, type Resolver } from './gate';

const PUBLIC: Resolver = async () => ['93.184.216.34'];

describe('the gate, case by case', () => {
  test.each(GATE_TABLE.map(([url, rule, dns]) => ({ url, rule, dns })))('$url → $rule', async ({ url, rule, dns }) => {
    const verdict = await checkUrl(url, async (name) => [...(dns?.[name] ?? ['93.184.216.34'])]);
    expect(verdict.allowed ? 'ok' : verdict.rule).toBe(rule);
    if (!verdict.allowed) expect(verdict.reason).toMatch(/^.{10,300}\.$/s);
  });

  it('has no case twice', () => {
    const urls = GATE_TABLE.map(([url, , dns]) => url + JSON.stringify(dns ?? ''));
    expect(new Set(urls).size).toBe(urls.length);
    expect(GATE_TABLE.length).toBeGreaterThan(120);
  });
});

/** First and last address of every block of IANA's registry of IPv4, as numbers. */
const BLOCKS: ReadonlyArray<readonly [number, number]> = [
  [0x00000000, 0x00ffffff],
  [0x0a000000, 0x0affffff],
  [0x64400000, 0x647fffff],
  [0x7f000000, 0x7fffffff],
  [0xa9fe0000, 0xa9feffff],
  [0xac100000, 0xac1fffff],
  [0xc0000000, 0xc00000ff],
  [0xc0000200, 0xc00002ff],
  [0xc01fc400, 0xc01fc4ff],
  [0xc034c100, 0xc034c1ff],
  [0xc0586300, 0xc05863ff],
  [0xc0a80000, 0xc0a8ffff],
  [0xc0af3000, 0xc0af30ff],
  [0xc6120000, 0xc613ffff],
  [0xc6336400, 0xc63364ff],
  [0xcb007100, 0xcb0071ff],
  [0xe0000000, 0xffffffff],
];
const AZURE = 0xa83f8110;

const octets = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const dotted = (n: number) => octets(n).join('.');
const isPrivate = (n: number) => n === AZURE || BLOCKS.some(([first, last]) => n >= first && n <= last);

/** Ways to write an IPv4 address that some reader of URLs understands. */
const NOTATIONS: ReadonlyArray<(n: number) => string> = [
  dotted,
  (n) => String(n),
  (n) => `0x${n.toString(16)}`,
  (n) => `0${n.toString(8)}`,
  (n) =>
    octets(n)
      .map((o) => `0x${o.toString(16)}`)
      .join('.'),
  (n) =>
    octets(n)
      .map((o) => `0${o.toString(8)}`)
      .join('.'),
  (n) =>
    octets(n)
      .map((o) => String(o).padStart(3, '0'))
      .join('.'),
  (n) => `${n >>> 24}.${n & 0xffffff}`,
  (n) => `${n >>> 24}.${(n >>> 16) & 255}.${n & 0xffff}`,
  (n) => `${dotted(n)}.`,
  (n) => octets(n).join('。'),
  (n) => dotted(n).replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))),
  (n) => dotted(n).replace(/\d/g, (d) => String.fromCodePoint(0x660 + Number(d))),
  (n) => dotted(n).replace(/\d/g, (d) => `%3${d}`),
  (n) => dotted(n).replace(/\./g, '%2e'),
  (n) => `[::ffff:${dotted(n)}]`,
  (n) => `[::${dotted(n)}]`,
  (n) => `[64:ff9b::${dotted(n)}]`,
  (n) => `[2002:${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}::1]`,
];

const privateV4 = fc
  .constantFrom(...BLOCKS)
  .chain(([first, last]) => fc.integer({ min: 0, max: last - first }).map((offset) => first + offset));
const anyV4 = fc.integer({ min: 0, max: 0xffffffff });

describe('the gate, by properties', () => {
  it('refuses every non-public IPv4 address however it is written', async () => {
    await fc.assert(
      fc.asyncProperty(
        privateV4,
        fc.constantFrom(...NOTATIONS),
        fc.constantFrom('', ':80', ':8443'),
        async (n, write, port) => {
          expect((await checkUrl(`http://${write(n)}${port}/`, PUBLIC)).allowed).toBe(false);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('refuses every name that resolves to one, wherever it stands in the answer', async () => {
    await fc.assert(
      fc.asyncProperty(privateV4, fc.integer({ min: 0, max: 4 }), async (n, place) => {
        const addresses = ['1.1.1.1', '8.8.8.8', '2606:4700::1111', '93.184.216.34'];
        addresses.splice(place, 0, dotted(n));
        expect(await checkUrl('https://shop.example/', async () => addresses)).toMatchObject({ rule: 'address' });
      }),
      { numRuns: 500 },
    );
  });

  it('lets every public IPv4 address through when it is written plainly, and only then', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyV4.filter((n) => !isPrivate(n)),
        // NAT64 of a public address is one that DNS64 gives to public sites.
        fc.constantFrom(...NOTATIONS.slice(1).filter((write) => !write(1).startsWith('[64:'))),
        async (n, write) => {
          expect(await checkUrl(`http://${dotted(n)}/`, PUBLIC)).toMatchObject({
            allowed: true,
            addresses: [dotted(n)],
          });
          const odd = write(n);
          if (odd !== dotted(n))
            expect((await checkUrl(`http://${odd}/`, PUBLIC)).allowed).toBe(odd === octets(n).join('.'));
        },
      ),
      // Octets of three digits stay as they are when padded.
      { numRuns: 3_000 },
    );
  });

  it('judges NAT64 by the IPv4 address behind it', () => {
    fc.assert(
      fc.property(fc.oneof(privateV4, anyV4), (n) => {
        expect(checkAddress(`64:ff9b::${dotted(n)}`).allowed).toBe(!isPrivate(n));
      }),
      { numRuns: 2_000 },
    );
  });

  it('lets no other IPv6 address through outside 2000::/3', () => {
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        const first = Number.parseInt(ip.split(':')[0] || '0', 16);
        if (first >> 13 !== 1 && !ip.startsWith('64:ff9b')) expect(checkAddress(ip).allowed).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, and never lets through what the parser reads as another host', async () => {
    const piece = fc.constantFrom(
      'http',
      ':',
      '/',
      '//',
      '\\',
      '@',
      '127.0.0.1',
      'a.example',
      '#',
      '?',
      '[',
      ']',
      '%2f',
      '.',
      '::1',
      '80',
      '\t',
      '。',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const text = pieces.join('');
        const verdict = await checkUrl(text, PUBLIC);
        if (verdict.allowed) expect(verdict.url.hostname).toMatch(/^(?=.*[a-z])[a-z0-9.]+$/);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('settings of the gate', () => {
  it('takes the ports that may be read', async () => {
    expect(await checkUrl('http://a.example:3000/', PUBLIC, { ports: [3000] })).toMatchObject({ allowed: true });
    expect(await checkUrl('http://a.example/', PUBLIC, { ports: [3000] })).toMatchObject({ rule: 'port' });
  });

  it('gives back every address, and refuses when the resolver fails', async () => {
    const both = await checkUrl('http://a.example/', async () => ['1.1.1.1', '2606:4700::1111']);
    expect(both).toMatchObject({ allowed: true, addresses: ['1.1.1.1', '2606:4700::1111'], excepted: false });
    const failing: Resolver = async () => {
      throw new Error('SERVFAIL');
    };
    expect(await checkUrl('http://a.example/', failing)).toMatchObject({ rule: 'dns' });
  });

  it('does not tell what a name resolves to', async () => {
    const verdict = await checkUrl('http://a.example/', async () => ['10.20.30.40']);
    expect(JSON.stringify(verdict)).not.toContain('10.20.30.40');
  });

  it('checks a tunnel by host and port alone', async () => {
    const gate = createGate(PUBLIC, { exceptions: ['http://localhost:8080/samples/'] });
    expect(await gate.checkHost('a.example', '443')).toMatchObject({ allowed: true });
    expect(await gate.checkHost('[2606:4700::1111]', '443')).toMatchObject({ allowed: true });
    for (const [host, port] of [
      ['localhost', '8080'],
      ['127.0.0.1', '443'],
      ['[::1]', '443'],
      ['a.example', '22'],
      ['a.example', ''],
      ['a.example/x', '443'],
      ['a.example:8080/x', '443'],
      ['a.example?', '443'],
      ['u@a.example', '443'],
      ['', '443'],
    ] as const) {
      expect(await gate.checkHost(host, port), `${host} ${port}`).toMatchObject({ allowed: false });
    }
  });
});

describe('exceptions', () => {
  const exceptions = ['http://localhost:3000/samples/'];
  const asked = (url: string, method = 'GET') => checkUrl(url, PUBLIC, { exceptions, method });

  it.each([
    'http://localhost:3000/samples/',
    'http://localhost:3000/samples/shop?x=1#y',
    'HTTP://LOCALHOST:3000/samples/a/b',
  ])('lets %s through', async (url) => {
    expect(await asked(url)).toMatchObject({ allowed: true, excepted: true, addresses: ['127.0.0.1', '::1'] });
  });

  it.each([
    'http://localhost:3000/',
    'http://localhost:3000/samples',
    'http://localhost:3000/samplesx/',
    'http://localhost:3000/api/trpc',
    'http://localhost:3000/samples/../api/trpc',
    'http://localhost:3000/samples/%2e%2e/api/trpc',
    'http://localhost:3000/samples/..%2fapi/trpc',
    'http://localhost:3000/samples/..%5capi',
    'http://localhost:3000/samples//api',
    'http://localhost:3000/samples/%2E%2E%2Fapi',
    'http://localhost:3001/samples/',
    'http://localhost/samples/',
    'https://localhost:3000/samples/',
    'http://127.0.0.1:3000/samples/',
    'http://[::1]:3000/samples/',
    'http://x@localhost:3000/samples/',
    'http://localhost.:3000/samples/',
    'http://localhost:3000\\samples/',
    'http://ｌocalhost:3000/samples/',
  ])('does not let %s through', async (url) => {
    expect(await asked(url)).toMatchObject({ allowed: false });
  });

  it('only reads', async () => {
    expect(await asked('http://localhost:3000/samples/', 'HEAD')).toMatchObject({ allowed: true });
    for (const method of ['POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS']) {
      expect(await asked('http://localhost:3000/samples/', method)).toMatchObject({ allowed: false });
    }
  });

  it('asks the resolver about a host that is not loopback', async () => {
    const exceptLan = { exceptions: ['http://app.example:3000/samples/'] };
    const url = 'http://app.example:3000/samples/';
    expect(await checkUrl(url, async () => ['10.0.0.5'], exceptLan)).toMatchObject({ addresses: ['10.0.0.5'] });
    expect(await checkUrl(url, async () => [], exceptLan)).toMatchObject({ rule: 'dns' });
  });

  it.each([
    'https://localhost:3000/samples/',
    'http://localhost:3000/samples',
    'localhost',
    'http://u@localhost/',
    'http://localhost/?x',
    'http://localhost/a%20b/',
  ])('refuses the setting %s', (text) => {
    expect(() => createGate(PUBLIC, { exceptions: [text] })).toThrow(/Gate exception/);
  });
});
