import { describe, expect, it } from 'vitest';
import { smallPdf } from '@/test/small-pdf';
import { snapshotFromDump } from './dump-snapshot';
import { MAX_BODY_BYTES } from './read-document';
import { snapshotFromDocument } from './static-snapshot';

async function look(body: string | Uint8Array, contentType?: string, url = 'https://data.example/x', status = 200) {
  const headers: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType };
  return snapshotFromDocument({ url, status, headers, body, loadedAt: '2026-06-01T12:00:00.000Z', loadMs: 5 });
}
async function read(body: string | Uint8Array, contentType?: string, url?: string) {
  const result = await look(body, contentType, url);
  if (!result.ok) throw new Error(`${result.failure.outcome}: ${result.failure.message}`);
  return result.snapshot;
}

describe('JSON', () => {
  it('gives a line and a node for each value', async () => {
    const { text, nodes, contentType, structured, title } = await read(
      '{"name":"Kettle","offers":[{"price":12.50,"in stock":true,"old":null}]}',
      'application/json; charset=utf-8',
    );
    expect(text).toBe('name: Kettle\noffers[0].price: 12.50\noffers[0]["in stock"]: true\noffers[0].old: null');
    const price = nodes.find((node) => node.attributes.name === 'offers[0].price');
    expect(price && [price.tag, text.slice(price.start, price.end)]).toEqual(['json-value', '12.50']);
    expect([contentType, title]).toEqual(['application/json', 'Kettle']);
    expect(structured).toMatchObject([{ syntax: 'json', path: 'json', data: { name: 'Kettle' } }]);
  });
  it.each(['12.50', '0.10', '1299.00', '12345678901234567890', '0.1234567890123456789', '-0.0', '7', '1.5', '-3'])(
    'keeps the number %s as it is written',
    async (number) => {
      const { text, structured } = await read(
        `{"price":${number},"text":"1.10 or ${'9'.repeat(20)}"}`,
        'application/json',
      );
      expect(text.split('\n')[0]).toBe(`price: ${number}`);
      expect(structured[0]?.data).toMatchObject({ text: `1.10 or ${'9'.repeat(20)}` });
    },
  );
  it('is found out without a header, behind a guard, and under other types', async () => {
    expect((await read('[1]')).text).toBe('[0]: 1');
    expect((await read(")]}',\n[1]", 'application/json')).text).toBe('[0]: 1');
    expect((await read('{"a":1}', 'application/vnd.api+json')).text).toBe('a: 1');
    expect((await read('{"a":1}', 'text/plain', 'https://data.example/x.json')).text).toBe('a: 1');
    expect((await read('{"a":1}\n{"a":2}\n', 'text/plain')).text).toBe('[0].a: 1\n[1].a: 2');
    expect((await read('[core]\nversion = 2', 'text/plain')).text).toBe('[core]\nversion = 2');
  });
  it('reads lines of JSON, leaving out broken ones', async () => {
    expect((await read('{"a":1}\n{oops\n{"a":3}\n', 'application/x-ndjson')).text).toBe('[0].a: 1\n[2].a: 3');
    expect((await read('{"a":1}\n{"a":2}', 'application/json')).text).toBe('[0].a: 1\n[1].a: 2');
  });
  it('falls back to text, and survives depth and odd keys', async () => {
    expect((await read('{not json', 'application/json')).text).toBe('{not json');
    const deep = `${'[7,'.repeat(500)}1${']'.repeat(500)}`;
    expect((await read(deep, 'application/json')).text.split('\n').length).toBeLessThan(500);
    const snapshot = await read('{"__proto__":{"x":1},"constructor":2}', 'application/json');
    expect(snapshot.text).toBe('__proto__.x: 1\nconstructor: 2');
  });
});

describe('feeds', () => {
  const item =
    '<item><title>One &amp;amp; &lt;b&gt;two&lt;/b&gt;</title><link>/1</link><pubDate>' +
    'Mon, 01 Jun 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>Hello <b>there</b><script>no</script>' +
    '</p>]]></description></item>';
  it('reads RSS as a list of entries', async () => {
    const snapshot = await read(
      '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><language>en-us</language>' +
        `${item}</channel></rss>`,
      'application/rss+xml',
    );
    expect(snapshot.text).toBe('News\nOne & two\nMon, 01 Jun 2026 10:00:00 GMT\nHello there');
    expect([snapshot.title, snapshot.language]).toEqual(['News', 'en-US']);
    expect(snapshot.nodes.find((node) => node.tag === 'a')?.attributes.href).toBe('https://data.example/1');
    expect(snapshot.nodes.find((node) => node.tag === 'time')?.attributes.datetime).toContain('2026');
    expect(snapshot.structured).toMatchObject([
      { syntax: 'feed', path: 'feed.entries[0]', data: { title: 'One & two' } },
    ]);
  });
  it('reads Atom, sent as XML', async () => {
    const snapshot = await read(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Blog</title><entry><title>' +
        'v2.1</title><link rel="edit" href="/e"/><link href="https://a.example/v2.1"/><updated>' +
        '2026-05-01T00:00:00Z</updated><author><name>Ann</name></author><summary>Fixes</summary></entry></feed>',
      'text/xml',
    );
    expect(snapshot.text).toBe('Blog\nv2.1\n2026-05-01T00:00:00Z\nAnn\nFixes');
    expect(snapshot.nodes.find((node) => node.tag === 'a')?.attributes.href).toBe('https://a.example/v2.1');
  });
  it('reads RDF, and reads what is no feed as XML', async () => {
    const rdf =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">' +
      '<channel><title>Old</title></channel><item><title>Entry</title><link>https://a.example/</link>' +
      '</item></rdf:RDF>';
    expect((await read(rdf, 'application/rdf+xml')).text).toBe('Old\nEntry');
    expect((await read('<a><b>5</b></a>', 'application/rss+xml')).text).toBe('b: 5');
  });
});

describe('XML, CSV, text', () => {
  it('shows the attributes of XML as cells', async () => {
    const snapshot = await read(
      '<?xml version="1.0"?><Envelope xmlns="x"><Cube time="2026-06-01">' +
        '<Cube currency="USD" rate="1.0934"/><note><![CDATA[a < b]]></note></Cube></Envelope>',
      'application/xml',
    );
    expect(snapshot.text).toBe('time: 2026-06-01\ncurrency: USD\trate: 1.0934\nnote: a < b');
    const rate = snapshot.nodes.find((node) => node.tag === 'xml-value' && node.attributes.name === 'rate');
    expect(snapshot.text.slice(rate?.start, rate?.end)).toBe('1.0934');
  });
  it.each([
    ['name,price\n"Kettle, red",12.50\n', 'text/csv', 'name\tprice\nKettle, red\t12.50'],
    ['name;price\nKettle;12,50', 'text/csv', 'name\tprice\nKettle\t12,50'],
    ['name;price\nKettle;"12,50"\n', 'text/csv', 'name\tprice\nKettle\t12,50'],
    ['name\tprice\nKettle\t12\n\n', 'text/tab-separated-values', 'name\tprice\nKettle\t12'],
    ['name|price\n\nKettle|12\n', 'text/csv', 'name\tprice\nKettle\t12'],
    ['name\tprice\nKettle\t12', 'text/tab-separated-values', 'name\tprice\nKettle\t12'],
  ])('finds the delimiter of %s', async (csv, type, expected) => {
    const snapshot = await read(csv, type);
    expect(snapshot.text).toBe(expected);
    expect(snapshot.nodes.filter((node) => node.tag === 'th')).toHaveLength(2);
    expect(snapshot.structured).toMatchObject([{ syntax: 'csv', data: [{ name: expect.stringContaining('Kettle') }] }]);
  });
  it('keeps the lines of plain text', async () => {
    const snapshot = await read('\n# Version 2.1\n\n  fixed:   all\n', 'text/plain');
    expect([snapshot.text, snapshot.title]).toEqual(['# Version 2.1\nfixed: all', '# Version 2.1']);
  });
});

describe('PDF', () => {
  it('gives the text of its pages in order', async () => {
    const snapshot = await read(smallPdf(['Price list\nKettle 12.50 EUR', 'Page two']), 'application/pdf');
    expect(snapshot.text).toBe('Price list\nKettle 12.50 EUR\nPage two');
    expect([snapshot.title, snapshot.contentType]).toEqual(['A small report', 'application/pdf']);
  });
  it('of too many pages is refused', async () => {
    const result = await look(smallPdf(Array.from({ length: 301 }, () => 'x')), 'application/pdf');
    expect(!result.ok && result.failure.message).toMatch(/more than 300 pages/);
  });
  it('is known by its first bytes, whatever the server says', async () => {
    expect((await read(smallPdf(['Hi']), 'text/html')).text).toBe('Hi');
  });
  it.each([
    ['pictures only', smallPdf(['']), 'holds no text'],
    ['damaged', new TextEncoder().encode('%PDF-1.4 nothing'), 'could not be opened'],
  ])('says what is wrong: %s', async (_name, bytes, words) => {
    const result = await look(bytes, 'application/pdf');
    expect(result.ok ? 'read' : `${result.failure.outcome} ${result.failure.message}`).toMatch(
      new RegExp(`^empty .*${words}`),
    );
  });
});

describe('what can not be read', () => {
  it.each([
    ['image/png', new Uint8Array([137, 80, 78, 71]), 'an image'],
    ['video/mp4', new Uint8Array([0, 0, 0, 1]), 'a video'],
    ['application/zip', new Uint8Array([80, 75, 3, 4]), 'a file'],
    ['application/octet-stream', new Uint8Array([1, 2, 3, 0]), 'a file'],
    ['text/html', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'a file'],
    ['text/javascript', new TextEncoder().encode('x()'), 'a file'],
  ])('%s', async (type, bytes, words) => {
    const result = await look(bytes, type);
    expect(result.ok ? 'read' : `${result.failure.outcome} ${result.failure.message}`).toMatch(
      new RegExp(`^empty .*${words}`),
    );
  });
  it('too large a body is told as such', async () => {
    const result = await look(new Uint8Array(MAX_BODY_BYTES + 1), 'text/html');
    expect(!result.ok && result.failure.message).toMatch(/larger than 10 MB/);
  });
  it('an error status wins over the type of its body', async () => {
    const result = await look(new Uint8Array([137, 80, 78, 71]), 'image/png', 'https://data.example/', 404);
    expect(!result.ok && result.failure.outcome).toBe('not_found');
  });
});

describe('characters', () => {
  const bytes = (...parts: (string | number)[]) =>
    new Uint8Array(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])));
  it.each([
    ['header', bytes(0x89, 0xbf, 0x8a, 0x69), 'text/plain; charset=Shift_JIS', '価格'],
    ['quoted header', bytes('12 ', 0xa4), 'text/plain; charset="iso-8859-15"', '12 €'],
    ['declared in HTML', bytes('<meta charset=windows-1251><p>', 0xf6, 0xe5, 0xed, 0xe0), 'text/html', 'цена'],
    [
      'declared the old way',
      bytes('<meta http-equiv="content-type" content="text/html; charset=euc-jp"><p>', 0xb2, 0xc1),
      'text/html',
      '価',
    ],
    [
      'declared in XML',
      bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a><b>', 0xfc, '</b></a>'),
      'text/xml',
      'b: ü',
    ],
    ['byte order mark over header', bytes(0xef, 0xbb, 0xbf, 'a', 0xc3, 0xbc), 'text/plain; charset=latin1', 'aü'],
    ['UTF-16 by its mark', bytes(0xff, 0xfe, 'a', 0, 'b', 0), 'text/plain', 'ab'],
    ['UTF-8 without a word', bytes('<p>5 ', 0xe2, 0x82, 0xac), 'text/html', '5 €'],
    [
      'windows-1252 without a word',
      bytes('<p>Preis: 12 ', 0x80, ' f', 0xfc, 'r K', 0xe4, 'ufer'),
      'text/html',
      'Preis: 12 € für Käufer',
    ],
    ['a charset that nobody knows', bytes('<p>a', 0xc3, 0xbc), 'text/html; charset=nonsense', 'aü'],
  ])('%s', async (_name, body, type, expected) => {
    expect((await read(body, type)).text).toBe(expected);
  });
  it('Shift_JIS without a word', async () => {
    const word = [0x89, 0xbf, 0x8a, 0x69, 0x82, 0xcd, 0x82, 0xb1, 0x82, 0xbf, 0x82, 0xe7, 0x82, 0xc5, 0x82, 0xb7];
    const html = new Uint8Array([...Buffer.from('<p>'), ...Array.from({ length: 20 }, () => word).flat()]);
    expect((await read(html, 'text/html')).text).toContain('価格はこちらです');
  });
});

describe('a page that a browser has drawn', () => {
  const dump = {
    requestedUrl: 'https://shop.example/p',
    finalUrl: 'https://shop.example/p?x=1',
    status: 200,
    headers: {},
    title: '',
    language: null,
    loadedAt: '2026-06-01T12:00:00.000Z',
    loadMs: 900,
    isWhole: true,
  };
  const box = { x: 0, y: 0, width: 10, height: 10 };
  it('takes text and boxes from the dump, the rest from the HTML', () => {
    const result = snapshotFromDump({
      ...dump,
      root: { tag: 'body', flow: 'block', attributes: {}, children: [{ text: '$5', box }] },
      html: '<html lang="en"><title>Kettle</title><meta property="og:type" content="product"></html>',
    });
    expect(result).toMatchObject({
      ok: true,
      snapshot: {
        look: 'full',
        text: '$5',
        title: 'Kettle',
        language: 'en',
        contentType: 'text/html',
        runs: [{ start: 0, end: 2, box }],
      },
    });
    expect(result.ok && result.snapshot.structured).toHaveLength(1);
  });
  it('is a failure where it is a wall', () => {
    const root = { tag: 'body', flow: 'block' as const, attributes: {}, children: [{ text: 'Verify you are human' }] };
    const result = snapshotFromDump({ ...dump, root, html: '<title>Just a moment...</title>' });
    expect(!result.ok && result.failure.outcome).toBe('blocked');
  });
});

describe('what asks for consent to cookies', () => {
  const words = 'The lamp is made of brass and gives a warm light for many years. '.repeat(4);
  const textOf = async (html: string) => {
    const result = await look(html, 'text/html');
    return result.ok ? result.snapshot.text : result.failure.outcome;
  };

  it.each([
    ['named', '<div id="cookie-bar">We use cookies. <button>Accept all</button></div>'],
    ['a dialog', '<div role="dialog"><p>We value your privacy</p><a href="#">Reject all</a></div>'],
    [
      'fixed',
      '<style>.low{position:fixed}</style><div class="low">Wir verwenden Cookies <button>Ablehnen</button></div>',
    ],
  ])('is left out: %s', async (_, banner) => {
    const text = await textOf(`<body>${banner}<main><h1>Lamp</h1><p>${words}</p></main></body>`);
    expect(text).toContain('Lamp');
    expect(text).not.toMatch(/cookies|privacy|Accept|Reject|Ablehnen/i);
  });

  it.each([
    [
      'an article about cookies',
      `<article><h1>Cookies and consent</h1><p>${words}</p><button>Accept all</button></article>`,
    ],
    ['a cookie to buy', `<div class="cookie-card"><h1>Oat cookie</h1><p>$3, baked today</p></div><p>${words}</p>`],
    [
      'a page that is nothing else',
      `<div id="consent"><h1>Consent</h1><p>Your privacy: ${words}</p><button>Accept</button></div>`,
    ],
  ])('stays: %s', async (_, html) => {
    expect(await textOf(`<body>${html}</body>`)).toMatch(/Cookies and consent|Oat cookie|Your privacy/);
  });
});

it('has only text that a database takes, whatever a page spells', async () => {
  const { text } = await read('{"name":"Kettle \\ud83d One","price":"279 \\u0000USD"}', 'application/json');
  expect(text).toContain('Kettle \ufffd One');
  expect(text.isWellFormed()).toBe(true);
  expect(text).not.toContain('\0');
});
