import type { OwnPage } from './page';

type Habit = OwnPage['habit'];

/** What a piece of a page is: its element, its class by block and element, its classes of a utility framework. */
const ROLES = {
  section: ['section', 'l-section', 'mx-auto max-w-7xl px-4 py-8 sm:px-6'],
  heading: ['h2', 'c-headline c-headline--h2', 'text-2xl font-semibold tracking-tight'],
  list: ['ul', 'c-list', 'grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-4'],
  item: ['li', 'c-list__item', 'relative flex items-start'],
  card: ['article', 'c-tile', 'group relative flex flex-col rounded-lg border border-gray-200 p-4'],
  title: ['h3', 'c-tile__title', 'mt-2 text-sm font-medium text-gray-900 line-clamp-2'],
  meta: ['p', 'c-tile__meta', 'text-xs text-gray-500'],
  badge: ['span', 'c-badge', 'inline-flex rounded-full bg-green-50 px-2 py-1 text-xs'],
  prices: ['div', 'c-price', 'mt-auto flex items-baseline gap-2'],
  price: ['strong', 'c-price__current', 'text-lg font-bold text-red-700'],
  was: ['del', 'c-price__former', 'text-sm text-gray-500 line-through'],
  beside: ['small', 'c-price__info', 'block text-xs text-gray-600'],
  stock: ['p', 'c-delivery__status', 'flex items-center gap-1 text-sm font-medium text-green-700'],
  delivery: ['p', 'c-delivery__text', 'text-sm text-gray-600'],
  stars: ['p', 'c-rating', 'flex items-center gap-1 text-sm'],
  option: ['label', 'c-variant', 'cursor-pointer rounded border px-3 py-2 text-sm peer-checked:border-black'],
  row: ['div', 'c-row', 'flex justify-between border-b py-2'],
  key: ['div', 'c-row__label', 'w-1/2 text-gray-500'],
  value: ['div', 'c-row__value', 'w-1/2 font-medium'],
  post: ['article', 'c-post', 'border-b py-6'],
  author: ['span', 'c-post__author', 'text-sm font-semibold'],
  date: ['time', 'c-post__date', 'text-xs text-gray-400'],
  body: ['div', 'c-post__body', 'prose prose-sm mt-2 max-w-none'],
  foot: ['footer', 'c-post__footer', 'mt-2 text-xs text-gray-400'],
  notice: ['div', 'c-notice c-notice--info', 'rounded-md bg-yellow-50 p-4 text-sm'],
  button: ['button', 'c-button c-button--primary', 'w-full rounded-md bg-black px-6 py-3 text-white'],
} as const satisfies Record<string, readonly [element: string, bem: string, utility: string]>;

type Role = keyof typeof ROLES;

/** Elements that a site made of generated classes writes as bare boxes. */
const BOXES: Record<string, string> = {
  section: 'div',
  article: 'div',
  footer: 'div',
  p: 'div',
  ul: 'div',
  li: 'div',
  strong: 'span',
  small: 'span',
  del: 'span',
  time: 'span',
};

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The parts of a page as one site writes them; what is given to them is HTML, but for `text`. */
export interface Markup {
  habit: Habit;
  /** A piece of a role; empty where there is nothing in it. */
  piece: (role: Role, html: string) => string;
  /** The same of plain text. */
  text: (role: Role, text: string) => string;
  /** Labels with their values, both plain text. */
  pairs: (rows: readonly (readonly string[])[]) => string;
  /** A table of plain text; some sites make it of boxes. */
  table: (head: readonly string[], rows: readonly (readonly string[])[]) => string;
  styles: () => string;
}

export function markupOf({ habit, site }: OwnPage): Markup {
  const piece = (role: Role, html: string): string => {
    if (html === '') return '';
    const [element, bem, utility] = ROLES[role];
    switch (habit) {
      case 'bem':
        return tagged(element, bem, html);
      case 'utility':
        return tagged(element, utility, html);
      case 'semantic':
        return tagged(element, '', html);
      case 'hashed':
        return boxed(BOXES[element] ?? element, role, site, html);
      case 'bare':
        return bare(element, html);
    }
  };
  const text = (role: Role, plain: string): string => piece(role, escaped(plain));
  return {
    habit,
    piece,
    text,
    pairs: (rows) => pairsIn(habit, rows, text, piece),
    table: (head, rows) => tableIn(habit, head, rows, site),
    styles: () => stylesOf(habit, site),
  };
}

const tagged = (element: string, classes: string, html: string): string =>
  `<${element}${classes === '' ? '' : ` class="${classes}"`}>${html}</${element}>\n`;

/** Two boxes for one, as component frameworks leave them. */
function boxed(element: string, role: string, site: string, html: string): string {
  const name = generated(site, role);
  if (element !== 'div') return `<${element} class="${name}">${html}</${element}>`;
  return `<div class="${name}" data-testid="${role}"><div class="${generated(role, site)}">${html}</div></div>`;
}

/** Sites of long ago: boxes, line breaks and letters in bold. */
function bare(element: string, html: string): string {
  if (['small', 'time', 'label', 'span'].includes(element)) return `<font size="2">${html}</font> `;
  if (element === 'h3' || element === 'strong') return `<b>${html}</b><br>\n`;
  if (['article', 'section', 'footer'].includes(element)) return `<div>${html}</div>\n<hr>\n`;
  return `<${element}>${html}</${element}>\n`;
}

function generated(site: string, role: string): string {
  let sum = 5381;
  for (const sign of `${site}/${role}`) sum = (Math.imul(sum, 33) ^ (sign.codePointAt(0) ?? 0)) >>> 0;
  return `css-${sum.toString(36)}`;
}

function pairsIn(
  habit: Habit,
  rows: readonly (readonly string[])[],
  text: Markup['text'],
  piece: Markup['piece'],
): string {
  const all = rows.map(([key = '', value = '']) => [key, value] as const);
  if (habit === 'semantic') {
    return `<dl>${all.map(([key, value]) => `<dt>${escaped(key)}</dt><dd>${escaped(value)}</dd>\n`).join('')}</dl>`;
  }
  if (habit === 'bem') {
    const lines = all.map(([key, value]) => `<tr><th scope="row">${escaped(key)}</th><td>${escaped(value)}</td></tr>`);
    return `<table class="c-specs"><tbody>\n${lines.join('\n')}\n</tbody></table>`;
  }
  if (habit === 'bare') return all.map(([key, value]) => `<b>${escaped(key)}:</b> ${escaped(value)}<br>\n`).join('');
  return all.map(([key, value]) => piece('row', text('key', key) + text('value', value))).join('');
}

function tableIn(habit: Habit, head: readonly string[], rows: readonly (readonly string[])[], site: string): string {
  const cells = (tag: string, row: readonly string[]): string =>
    row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('');
  if (habit === 'utility') {
    const line = (row: readonly string[], classes: string): string =>
      `<div role="row" class="${classes}">${row
        .map((cell) => `<div role="cell" class="px-3 py-2 text-sm tabular-nums">${escaped(cell)}</div>`)
        .join('')}</div>\n`;
    const classes = `grid grid-cols-${head.length} border-b`;
    const body = rows.map((row) => line(row, classes)).join('');
    return `<div role="table" class="overflow-x-auto">${line(head, `${classes} font-semibold`)}${body}</div>`;
  }
  const classes = { bem: ' class="c-table c-table--striped"', hashed: ` class="${generated(site, 'table')}"` };
  const opening = habit === 'bare' ? '<table border="1" cellpadding="3" width="100%">' : '<table>';
  const open = habit === 'bem' || habit === 'hashed' ? `<table${classes[habit]}>` : opening;
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n');
  if (habit === 'bare') return `${open}<tr bgcolor="#dddddd">${cells('td', head)}</tr>\n${body}</table>`;
  return `${open}<thead><tr>${cells('th', head)}</tr></thead>\n<tbody>${body}</tbody></table>`;
}

/** What the site's pages carry of style sheets in themselves. */
function stylesOf(habit: Habit, site: string): string {
  const rule = (name: string, at: number): string =>
    `${name}{box-sizing:border-box;margin:0 0 ${4 + (at % 5) * 4}px;padding:${(at % 3) * 4}px;` +
    `font-size:${12 + (at % 6)}px;line-height:1.${3 + (at % 4)};color:#${(0x222222 + at * 0x10101).toString(16)}}`;
  const names = Object.entries(ROLES).flatMap(([role, [element, bem, utility]]): string[] => {
    if (habit === 'bare' || habit === 'semantic') return [element];
    if (habit === 'hashed') return [`.${generated(site, role)}`, `.${generated(role, site)}`];
    if (habit === 'bem') return bem.split(' ').flatMap((name) => [`.${name}`, `.is-mobile .${name}`]);
    return utility.split(' ').map((name) => `.${name.replaceAll(':', '\\:').replaceAll('/', '\\/')}`);
  });
  return [...new Set(names)].map(rule).join('\n');
}
