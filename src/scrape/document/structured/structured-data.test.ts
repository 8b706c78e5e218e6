import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../parse/parse-html';
import { readStructured } from './structured-data';

const read = (html: string) => readStructured(parsePage(html).document, 'https://shop.example/p/');
const script = (json: string) => read(`<script type="application/ld+json">${json}</script>`);

describe('JSON-LD', () => {
  it('takes lists and graphs apart, and says where each part stands', () => {
    const items = [
      ...script(
        '{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},' +
          '{"@type":["http://schema.org/Product","x"],"name":"Kettle"}]}',
      ),
      ...script('[{"@type":"Event"},[{"@type":"schema:Offer"}]]'),
    ];
    expect(items.map(({ path, type }) => [path, type])).toEqual([
      ['json-ld[0].@graph[0]', 'WebPage'],
      ['json-ld[0].@graph[1]', 'Product'],
      ['json-ld[0][0]', 'Event'],
      ['json-ld[0][1][0]', 'Offer'],
    ]);
    expect(items[1]?.data).toMatchObject({ name: 'Kettle' });
  });

  it.each([
    ['trailing commas', '{"@type":"Product","price":"12",}'],
    ['comments', '{/* the price */"@type":"Product",// here\n"price":"12"}'],
    ['HTML entities', '{&quot;@type&quot;:&quot;Product&quot;,&quot;price&quot;:&quot;12&quot;}'],
    ['comment marks', '<!-- {"@type":"Product","price":"12"} -->'],
    ['CDATA marks', '//<![CDATA[\n{"@type":"Product","price":"12"}\n//]]>'],
    ['line breaks in strings', '{"@type":"Product","text":"a\nb","price":"12"}'],
    ['a missing brace', '{"@type":"Product","price":"12"'],
    ['a semicolon', '{"@type":"Product","price":"12"};'],
  ])('mends %s', (_name, json) => {
    expect(script(json)[0]).toMatchObject({ type: 'Product', data: { price: '12' } });
  });

  it('leaves out what is beyond mending, too long, or no data', () => {
    expect([...script('hello'), ...script(''), ...script('"text"'), ...script(`[${'1,'.repeat(600_000)}1]`)]).toEqual(
      [],
    );
  });
});

describe('microdata and RDFa', () => {
  const html = `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name"> Kettle <b>red</b></h1>
    <img itemprop="image" src="/k.jpg"><a itemprop="url" href="../k">x</a>
    <time itemprop="releaseDate" datetime="2026-06-01">1 June</time>
    <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><b itemprop="price" content="12.50">12,50 €</b>
    <link itemprop="availability" href="https://schema.org/InStock"><data itemprop="sku" value="K1">K</data></div>
    <i itemprop="color">red</i><i itemprop="color">blue</i></div>`;
  it('gives nested items and values by element', () => {
    expect(read(html)).toEqual([
      {
        syntax: 'microdata',
        path: 'microdata[0]',
        type: 'Product',
        data: {
          '@type': 'Product',
          name: 'Kettle red',
          image: 'https://shop.example/k.jpg',
          url: 'https://shop.example/k',
          releaseDate: '2026-06-01',
          offers: { '@type': 'Offer', price: '12.50', availability: 'https://schema.org/InStock', sku: 'K1' },
          color: ['red', 'blue'],
        },
      },
    ]);
  });
  it('reads RDFa Lite the same way', () => {
    const items = read('<div vocab="https://schema.org/" typeof="Event"><b property="name">Concert</b></div>');
    expect(items).toMatchObject([{ syntax: 'microdata', path: 'rdfa[0]', type: 'Event', data: { name: 'Concert' } }]);
  });
  it('a property may carry any name', () => {
    const [item] = read('<div itemscope><i itemprop="__proto__">x</i><i itemprop="name">y</i></div>');
    expect(Object.getPrototypeOf(item?.data)).toBeNull();
    expect(item).toMatchObject({ type: null, data: { name: 'y' } });
  });
});

describe('meta elements', () => {
  it('gives Open Graph and the others as one item each', () => {
    const items = read(
      '<meta property="og:type" content="product"><meta property="product:price:amount" content="12">' +
        '<meta name="description" content=" A  kettle "><meta property="og:image" content="a">' +
        '<meta property="og:image" content="b"><meta charset="utf-8">',
    );
    expect(items).toEqual([
      {
        syntax: 'open-graph',
        path: 'open-graph',
        type: 'product',
        data: { 'og:type': 'product', 'product:price:amount': '12', 'og:image': ['a', 'b'] },
      },
      { syntax: 'meta', path: 'meta', type: null, data: { description: 'A kettle' } },
    ]);
  });
});

it('never throws, whatever the page states', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.json(), (text, json) => {
      const page =
        `<script type="application/ld+json">${json.slice(0, -1)}${text}</script>` +
        `<div itemscope itemprop="${text}"><b itemprop=x>`;
      expect(Array.isArray(read(page))).toBe(true);
    }),
    { numRuns: 100 },
  );
}, 30_000);
