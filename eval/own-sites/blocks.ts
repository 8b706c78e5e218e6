import { cardsFrom, type Dice, moneyIn, pastDate, postsFrom, type Words } from './filler';
import { escaped, type Markup } from './markup';
import type { Block, Money, OwnPage, Product } from './page';

/** What the parts of a page are made with. */
export interface Workshop {
  page: OwnPage;
  words: Words;
  money: Money;
  mark: Markup;
  dice: Dice;
}

/** A part of a page as HTML. */
export function blockHtml(block: Block, shop: Workshop): string {
  const { mark, words, money, dice } = shop;
  const under = (html: string): string => section('h' in block ? block.h : '', html, mark);
  switch (block.t) {
    case 'product':
      return productHtml(block, shop);
    case 'pairs':
      return under(mark.pairs(block.rows));
    case 'table':
      return under(mark.table(block.head, block.rows));
    case 'cards': {
      const made = block.pool ? cardsFrom(block.pool, block.fill, { ...money, scale: 1 }, words, dice) : [];
      return under(cardsHtml([...block.items, ...made], shop));
    }
    case 'entries':
      return under(block.items.map((item) => entryHtml(block.keys, item, mark)).join(''));
    case 'offers':
      return under(block.items.map((item) => offerHtml(item, mark)).join(''));
    case 'text':
      return under(block.p.map((text) => `<p>${escaped(text)}</p>\n`).join(''));
    case 'list':
      return under(`<ul>${block.items.map((item) => `<li>${escaped(item)}</li>\n`).join('')}</ul>`);
    case 'posts':
      return under(
        withMade(block.items, postsFrom(block.fill, block.days, words, dice))
          .map(postWith(mark))
          .join(''),
      );
    case 'releases':
      return under(block.items.map((item) => releaseHtml(item, mark)).join(''));
    case 'notice':
      return mark.text('notice', block.text);
    case 'reviews':
      return section(words.reviews, reviewsHtml(block.fill, shop), mark);
    case 'more':
      return section(shop.page.menu === 'shop' ? words.related : words.latest, moreHtml(block.fill, shop), mark);
  }
}

/** Made posts stand before the last authored one, so that a thread ends as its head says. */
const withMade = (authored: readonly string[][], made: readonly string[][]): string[][] => [
  ...authored.slice(0, -1),
  ...made,
  ...authored.slice(-1),
];

export function section(heading: string, html: string, mark: Markup): string {
  return mark.piece('section', mark.text('heading', heading) + html);
}

function productHtml(product: Product, { page, words, money, mark, dice }: Workshop): string {
  const { name, brand, price, was, beside, stars, count, stock, delivery, variants, points, offer } = product;
  const pictures = [1, 2, 3, 4, 5].map((at) => picture(`${page.site}/${at}`, `${name} – ${at}/5`)).join('');
  const prices = mark.piece('prices', mark.text('price', price) + mark.text('was', was));
  const lines = beside.map((line) => mark.text('beside', line)).join('');
  const rating = mark.text('stars', [stars, count].filter((text) => text !== '').join(' '));
  const options = variants?.options.map((option) => mark.piece('option', optionHtml(option))).join('') ?? '';
  const chosen = variants ? `<fieldset><legend>${escaped(variants.label)}</legend>${options}</fieldset>` : '';
  const told = delivery.map((line) => mark.text('delivery', line)).join('');
  const facts = `<ul>${points.map((point) => `<li>${escaped(point)}</li>`).join('')}</ul>`;
  const buttons = `${mark.text('button', words.addToCart)}<a href="#">${escaped(words.remember)}</a>\n`;
  const bundle = `${escaped(words.bundle)} ${moneyIn(money, (5 + dice.below(60)) * money.scale)}`;
  const marked = offer && page.habit === 'bem' ? microdata(name, offer) : '';
  return mark.piece(
    'section',
    `<div${marked === '' ? '' : ' itemscope itemtype="https://schema.org/Product"'}>${marked}${pictures}<div>` +
      `${mark.text('meta', brand)}${rating}${prices}${lines}${mark.text('beside', words.tax)}${chosen}` +
      `${mark.text('stock', stock)}${told}${buttons}${mark.piece('beside', bundle)}${facts}</div></div>`,
  );
}

/** Marks for search engines as shops of long standing have them; the others have JSON-LD in their head. */
function microdata(name: string, { amount, currency, availability }: NonNullable<Product['offer']>): string {
  return (
    `<meta itemprop="name" content="${escaped(name)}"><div itemprop="offers" itemscope ` +
    `itemtype="https://schema.org/Offer"><meta itemprop="price" content="${amount}"><meta itemprop="priceCurrency" ` +
    `content="${currency}"><link itemprop="availability" href="https://schema.org/${availability}"></div>\n`
  );
}

function optionHtml([name = '', price = '', state = '']: readonly string[]): string {
  const off = state === '' ? '' : ' data-state="off"';
  const input = `<input type="radio" name="variant" value="${escaped(name)}"${off}>`;
  const told = [price, state].filter((text) => text !== '').map((text) => ` <small>${escaped(text)}</small>`);
  return `${input}<span>${escaped(name)}</span>${told.join('')}`;
}

const picture = (source: string, alt: string): string =>
  `<picture><source type="image/webp" srcset="https://img.${source}-640.webp 1x, https://img.${source}-1280.webp 2x">` +
  `<img src="https://img.${source}-640.jpg" alt="${escaped(alt)}" width="640" height="480" loading="lazy"></picture>\n`;

function cardsHtml(items: readonly (readonly string[])[], { page, mark, words }: Workshop): string {
  const cards = items.map(([title = '', price = '', was = '', badge = '', line = ''], at) => {
    const link = `<a href="${page.path}/${at + 1}">${escaped(title)}</a>`;
    const prices = mark.piece('prices', mark.text('price', price) + mark.text('was', was));
    const button = price === '' ? '' : `<button type="button">${escaped(words.addToCart)}</button>`;
    const inside = mark.text('badge', badge) + mark.piece('title', link) + mark.text('meta', line) + prices + button;
    return mark.piece('card', picture(`${page.site}/c${at}`, title) + inside);
  });
  if (mark.habit !== 'bare') return mark.piece('list', cards.map((card) => mark.piece('item', card)).join(''));
  const rows = Array.from({ length: Math.ceil(cards.length / 3) }, (_, at) => cards.slice(at * 3, at * 3 + 3));
  const cells = rows.map((row) => `<tr>${row.map((card) => `<td valign="top">${card}</td>`).join('')}</tr>`);
  return `<table cellpadding="4">${cells.join('\n')}</table>`;
}

function entryHtml(
  keys: readonly string[],
  [title = '', badge = '', ...values]: readonly string[],
  mark: Markup,
): string {
  const rows = keys.flatMap((key, at) => (values[at] ? [[key, values[at]]] : []));
  const rest = values.slice(keys.length).map((text) => mark.text('meta', text));
  const link = `<a href="#${encodeURIComponent(title)}">${escaped(title)}</a>`;
  return mark.piece('card', mark.text('badge', badge) + mark.piece('title', link) + mark.pairs(rows) + rest.join(''));
}

function offerHtml([name = '', price = '', state = '', note = '']: readonly string[], mark: Markup): string {
  const about = mark.text('title', name) + mark.text('meta', note);
  return mark.piece('row', `<div>${about}</div><div>${mark.text('price', price)}${mark.text('stock', state)}</div>`);
}

function postWith(mark: Markup): (post: readonly string[]) => string {
  return ([author = '', date = '', text = '', foot = '']) => {
    const paragraphs = text.split('\n').map((part) => `<p>${escaped(part)}</p>`);
    const head = mark.text('author', author) + mark.text('date', date);
    return mark.piece('post', head + mark.piece('body', paragraphs.join('')) + mark.text('foot', foot));
  };
}

function releaseHtml([version = '', date = '', badge = '', ...notes]: readonly string[], mark: Markup): string {
  const head = mark.text('title', version) + mark.text('badge', badge) + mark.text('date', date);
  return mark.piece('post', `${head}<ul>${notes.map((note) => `<li>${escaped(note)}</li>\n`).join('')}</ul>`);
}

function reviewsHtml(count: number, { words, mark, dice }: Workshop): string {
  const posts = dice.shuffled(words.opinions).slice(0, count);
  return posts
    .map(([title = '', text = '']) => {
      const stars = words.stars.replace('{n}', String(3 + dice.below(3)));
      const by = `${dice.pick(words.people)} · ${pastDate(words, dice)} · ${words.verified}`;
      const foot = words.helpful.replace('{n}', String(1 + dice.below(40)));
      const said =
        mark.text('stars', stars) + mark.text('title', title) + mark.piece('body', `<p>${escaped(text)}</p>`);
      return mark.piece('post', said + mark.text('author', by) + mark.text('foot', foot));
    })
    .join('');
}

function moreHtml(count: number, shop: Workshop): string {
  const { page, words, money, dice } = shop;
  if (page.menu === 'shop') return cardsHtml(cardsFrom(words.goods, count, money, words, dice), shop);
  const news = dice.shuffled(words.news).slice(0, count);
  return cardsHtml(
    news.map(([title = '', line = '']) => [title, '', '', pastDate(words, dice), line]),
    shop,
  );
}
