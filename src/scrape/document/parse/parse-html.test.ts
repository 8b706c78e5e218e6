import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose';
import { parseHtml, parsePage } from './parse-html';

const URL_OF_PAGE = 'https://shop.example/a/b';
function read(html: string) {
  return compose(parseHtml(html, URL_OF_PAGE).root);
}
function body(html: string, head = ''): string {
  return read(`<html><head>${head}</head><body>${html}</body></html>`).text;
}
function style(css: string): string {
  return `<style>${css}</style>`;
}
const LINKED = '<link rel="stylesheet" href="/x.css">';

describe('what is not seen', () => {
  it.each([
    ['hidden attribute', '<p hidden>no</p>yes'],
    ['hidden until found', '<p hidden="until-found">no</p>yes'],
    [
      'scripts, styles, templates',
      '<script>no</script><style>no{}</style><template>no</template><noscript>no</noscript>yes',
    ],
    [
      'frames and media',
      '<iframe>no</iframe><video>no</video><audio>no</audio><object>no</object><canvas>no</canvas>yes',
    ],
    ['title of a drawing', '<svg><title>no</title><desc>no</desc></svg>yes'],
    ['hidden input', '<input type="hidden" value="no">yes'],
    ['password', '<input type="password" value="no">yes'],
    ['check box value', '<input type="checkbox" value="no">yes'],
    ['closed details', '<details>no<summary>yes</summary><p>no</p></details>'],
    ['closed dialog', '<dialog>no</dialog>yes'],
    ['popover', '<div popover>no</div>yes'],
    ['display none', '<p style="display:none">no</p>yes'],
    ['display none, important', '<p style="DISPLAY : NONE !important; display:block">no</p>yes'],
    ['visibility hidden', '<p style="visibility:hidden">no</p>yes'],
    ['opacity 0', '<p style="opacity:0">no</p>yes'],
    ['font size 0', '<p style="font-size:0"><b>no</b></p>yes'],
    ['no height', '<p style="height:0;overflow:hidden">no</p>yes'],
    ['one pixel', '<p style="position:absolute;width:1px;height:1px;overflow:hidden">no</p>yes'],
    ['clipped', '<p style="position:absolute;clip:rect(0, 0, 0, 0)">no</p>yes'],
    ['clip path', '<p style="clip-path:inset(50%)">no</p>yes'],
    ['far left', '<p style="position:absolute;left:-9999px">no</p>yes'],
    ['far away by transform', '<p style="transform:translateX(-9999px)">no</p>yes'],
    ['indented away', '<p style="text-indent:-9999px">no</p>yes'],
    ['scaled to nothing', '<p style="transform:scale(0)">no</p>yes'],
    ['transparent', '<p style="color:rgba(0,0,0,0)">no</p>yes'],
    ...[
      'opacity:.01',
      'filter:opacity(0)',
      'font:0/0 a',
      'font-size:1px',
      'margin-left:-9999px',
      'position:absolute;inset:-9999px auto auto -9999px',
      'position:fixed;top:-200px',
      'translate:-9999px 0',
      'scale:0',
      'transform:scaleX(0)',
      'clip-path:polygon(0 0, 0 0, 0 0)',
      '-webkit-text-fill-color:transparent',
      'color:hsl(0 0% 100%)',
    ].map((style) => [style, `<p style="${style}">no</p>yes`]),
    ['white on white', '<p style="color:#fff">no</p>yes'],
    [
      'same colour as its background',
      '<div style="background:#336699"><p style="color:rgb(51, 102, 153)">no</p></div>yes',
    ],
    ['almost the same colour', '<div style="background-color:#eeeeee"><span style="color:#ededef">no</span></div>yes'],
  ])('%s', (_name, html) => {
    expect(body(html)).toBe('yes');
  });

  it.each([
    ['class', '.x{display:none}', '<p class="a x">no</p>yes'],
    ['id', '#x{visibility:hidden}', '<p id="x">no</p>yes'],
    ['tag and class', 'p.x{opacity:0}', '<p class="x">no</p><i class="x">yes</i>'],
    ['descendant', '.a .x{display:none}', '<div class="a"><div><b class="x">no</b></div></div><b class="x">yes</b>'],
    ['child', '.a > .x{display:none}', '<div class="a"><b class="x">no</b><i><b class="x">yes</b></i></div>'],
    ['attribute', '[data-off="1"]{display:none}', '<b data-off="1">no</b><b data-off="2">yes</b>'],
    ['not', 'b:not(.on){display:none}', '<b>no</b><b class="on">yes</b>'],
    ['list of selectors', '.y, .x , .z{display:none}', '<b class="x">no</b>yes'],
    ['media that holds', '@media screen and (min-width:600px){.x{display:none}}', '<b class="x">no</b>yes'],
    ['layer and supports', '@layer a{@supports (display:grid){.x{display:none}}}', '<b class="x">no</b>yes'],
    ['specific over later', '#i{display:none}.x{display:block}', '<b class="x" id="i">no</b>yes'],
    ['important over specific', '.x{display:none!important}#i{display:block}', '<b class="x" id="i">no</b>yes'],
    ['comment and string', '/* } */.q:after{content:"}{"}.x{display:none}', '<b class="x">no</b>yes'],
  ])('by a style sheet: %s', (_name, css, html) => {
    expect(body(html, style(css))).toBe('yes');
  });
});

describe('what is seen', () => {
  it.each([
    ['visible again inside hidden', '<p style="visibility:hidden">no<b style="visibility:visible">yes</b></p>'],
    ['sized again inside size 0', '<p style="font-size:0">no<b style="font-size:14px">yes</b></p>'],
    ['open details', '<details open><summary>y</summary>es</details>', 'y\nes'],
    ['open dialog', '<dialog open>yes</dialog>'],
    ['aria-hidden', '<b aria-hidden="true">yes</b>'],
    ['white on black', '<div style="background:#000"><b style="color:#fff">yes</b></div>'],
    ['white over a picture', '<div style="background:url(x.jpg)"><b style="color:#fff">yes</b></div>'],
    ['white on what lies above', '<div style="position:absolute"><b style="color:#fff">yes</b></div>'],
    ['fading in', '<p style="opacity:0;animation:fade 1s">yes</p>'],
    ['declarative shadow root', '<div><template shadowrootmode="open"><p>yes</p></template></div>'],
    ['text of a drawing', '<svg><text>yes</text></svg>'],
    ['scrolled height', '<p style="height:200px;overflow:hidden">yes</p>'],
  ])('%s', (_name, html, expected = 'yes') => {
    expect(body(html)).toBe(expected);
  });

  it.each([
    ['print', '@media print{.x{display:none}}'],
    ['phones', '@media (max-width:600px){.x{display:none}}'],
    ['hover', '.x:hover{display:none}'],
    ['before', '.x::before{display:none}'],
    ['sibling', '.q ~ .x{display:none}'],
    ['other element', '.y .x{display:none}'],
    ['overridden', '.x{display:none}.a.x{display:block}'],
    ['keyframes', '@keyframes k{from{opacity:0}}'],
    ['broken sheet', '.x{display:none'.replace('display:none', 'color:'.repeat(3))],
    ['page hidden until its scripts run', 'body{visibility:hidden;opacity:0}html{display:none}'],
  ])('in spite of a style sheet: %s', (_name, css) => {
    expect(body('<b class="x a">yes</b>', style(css))).toBe('yes');
  });

  it('takes an author display over the hidden attribute, as browsers do', () => {
    expect(body('<b class="x" hidden>yes</b>', style('.x{display:inline-block}'))).toBe('yes');
  });
});

describe('conventional class names', () => {
  it('count only where sheets are linked', () => {
    expect(body('<b class="sr-only">no</b>yes', LINKED)).toBe('yes');
    expect(body('<b class="sr-only">and </b>yes')).toBe('and yes');
  });
  it('know what is shown or hidden on a wide screen', () => {
    expect(
      body('<b class="hidden md:block">yes</b><b class="d-none d-lg-flex">2</b><b class="lg:hidden">no</b>', LINKED),
    ).toBe('yes2');
  });
  it('yield to the page’s own sheet', () => {
    expect(body('<b class="hidden">yes</b>', `${LINKED}${style('.hidden{color:red}')}`)).toBe('yes');
  });
});

describe('what controls and images stand for', () => {
  it.each([
    ['<select><option>S<option selected>M<option>L</select>', 'M'],
    ['<select><option disabled>Choose<option>S</select>', 'S'],
    ['<select><optgroup label="EU"><option value="1" label="Forty">40</option></optgroup></select>', 'Forty'],
    ['<input value="7"> <input type="submit"> <input type="button" value="Go">', '7 Submit Go'],
    ['<textarea>typed\nhere</textarea>', 'typed\nhere'],
    ['<button>Add</button><button>Save</button>', 'Add Save'],
    ['<img alt="4 stars" src="x"><img src="y"><img alt="">', '4 stars'],
    ['<input type="image" alt="Search" value="q">', 'Search'],
  ])('%s', (html, expected) => {
    expect(body(html)).toBe(expected);
  });
});

describe('how elements stand', () => {
  it.each([
    ['<table><tr><th>Day<th>Price<tr><td>Mon<td>$5</table>', 'Day\tPrice\nMon\t$5'],
    ['<ul><li>one<li>two</ul>', 'one\ntwo'],
    ['<dl><dt>Price<dd>$5</dl>', 'Price\n$5'],
    ['a<br>b<hr>c', 'a\nb\nc'],
    ['<div role="row"><span role="cell">A</span><span role="cell">B</span></div>', 'A\tB'],
    ['<div style="display:flex"><span>Price</span><span>$5</span></div>', 'Price $5'],
    ['<ul><li style="display:inline">a</li><li style="display:inline">b</li></ul>', 'a b'],
    ['<span style="display:block">a</span><span>b</span>', 'a\nb'],
    ['<p>Tom &amp; Jerry&nbsp;&#8364;5', 'Tom & Jerry €5'],
    ['<pre>a\n b</pre><p style="white-space:pre-line">c\nd</p>', 'a\nb\nc\nd'],
  ])('%s', (html, expected) => {
    expect(body(html)).toBe(expected);
  });

  it('marks what is struck through, by tag or style', () => {
    const { nodes, text } = read(
      `${style('.was{text-decoration:line-through red}')}<s>1</s><del>2</del><b class="was"><i>3</i></b><b>4</b>`,
    );
    const struck = nodes.filter((node) => node.struck).map((node) => text.slice(node.start, node.end));
    expect(struck).toEqual(['1', '2', '3', '3']);
  });

  it('makes links absolute, and drops those that are no address', () => {
    const { nodes } = read(
      '<base href="/shop/"><a href="x?y=1">a</a><a href="javascript:x()">b</a><a href="//cdn.example/z">c</a>',
    );
    const links = nodes.filter((node) => node.tag === 'a').map((node) => node.attributes.href);
    expect(links).toEqual(['https://shop.example/shop/x?y=1', undefined, 'https://cdn.example/z']);
  });
});

describe('what the page says of itself', () => {
  it.each([
    ['<html lang="de">', 'de'],
    ['<html lang="en_us">', 'en-US'],
    ['<html lang="">', null],
    ['<html lang="not a tag!">', 'not'],
    ['<meta http-equiv="Content-Language" content="fr, en">', 'fr'],
    ['<meta property="og:locale" content="pt_BR">', 'pt-BR'],
    ['<html lang="x-default-nonsense-that-goes-on-and-on-for-ever">', null],
  ])('language %s', (html, expected) => {
    expect(parsePage(html).language).toBe(expected);
  });
  it('title, else that of Open Graph, and never that of a drawing', () => {
    expect(parsePage('<svg><title>Icon</title></svg><title> A \n b </title>').title).toBe('A b');
    expect(parsePage('<meta property="og:title" content="Kettle">').title).toBe('Kettle');
  });
});

describe('hostile input', () => {
  it('never throws, whatever the bytes', () => {
    const soup = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '<table>',
        '<td',
        '<style>',
        '{',
        '}',
        '@media',
        '"',
        "'",
        '/*',
        ' a=',
        '<select>',
        '&#',
        '<svg',
        'x',
        '<!--',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          soup.map((parts) => parts.join('')),
        ),
        (html) => {
          const { text, nodes } = read(html);
          expect(nodes.every((node) => node.end <= text.length)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  }, 30_000);

  it('keeps what stands before the depth that no page has', () => {
    expect(body(`<p>first</p>${'<i>'.repeat(5_000)}deep`)).toBe('first');
    expect(body(`${'<i>'.repeat(3_000)}deep`)).toBe('deep');
  });

  it.each([
    ['nesting', '<div>'.repeat(300_000)],
    ['closing what is not open', `${'<b>'.repeat(3_000)}${'</i>'.repeat(100_000)}`],
    ['unclosed comments', `<style>${'/*'.repeat(60_000)}</style>`],
    ['open braces', `<style>${'a{'.repeat(60_000)}</style>`],
    ['nested media', `<style>${'@media screen{'.repeat(20_000)}</style>`],
    ['long selectors', `<style>${'.a '.repeat(300)}{display:none}</style>${'<div class="a">'.repeat(500)}`],
    ['white space', `<p>a${' '.repeat(300_000)}b</p>`],
    ['attributes', `<p ${Array.from({ length: 20_000 }, (_, index) => `a${index}=1`).join(' ')}>x`],
  ])(
    'ends soon: %s',
    (_name, html) => {
      const start = process.cpuUsage().user;
      read(html);
      expect((process.cpuUsage().user - start) / 1_000).toBeLessThan(4_000);
    },
    30_000,
  );
});
