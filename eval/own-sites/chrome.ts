import { blockHtml, section, type Workshop } from './blocks';
import { dateIn, every, moneyIn } from './filler';
import { escaped } from './markup';
import type { Product } from './page';

/** A whole page: its head, what every page of its site has around it, and its own parts between. */
export function pageHtml(shop: Workshop): string {
  const { page, mark } = shop;
  const title = `${escaped(page.h1)} | ${escaped(page.name)}`;
  const [first, ...others] = page.blocks.map((block) => blockHtml(block, shop));
  const main = `${crumbs(shop)}<h1>${escaped(page.h1)}</h1>\n${first}${benefits(shop)}${others.join('')}${aside(shop)}`;
  const body = `${consent(shop)}${header(shop)}${framed(shop, main)}${footer(shop)}${scripts(shop)}`;
  return (
    `<!doctype html>\n<html lang="${page.lang}">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n` +
    `<link rel="canonical" href="https://${page.site}${page.path}">\n<meta property="og:title" content="${title}">\n` +
    `<style>${mark.styles()}</style>\n${structured(shop)}</head>\n<body>\n${body}</body>\n</html>\n`
  );
}

function framed({ page: { habit } }: Workshop, main: string): string {
  if (habit === 'bare') return `<table width="960"><tr><td>${main}</td></tr></table>\n`;
  if (habit === 'hashed') return `<div id="root"><div data-page><div>${main}</div></div></div>\n`;
  return `<main id="main">${main}</main>\n`;
}

const links = (names: readonly string[], folder: string): string[] =>
  names.map((name, at) => `<a href="/${folder}/${at + 1}">${escaped(name)}</a>`);

function header({ page, words, mark }: Workshop): string {
  const groups = page.menu === 'shop' ? words.shopMenu : words.siteMenu;
  const top = links(page.menu === 'shop' ? words.shopTop : words.siteTop, 'top');
  const logo = `<a href="/" aria-label="${escaped(page.name)}">${ICON}${escaped(page.name)}</a>`;
  const asked = `<input type="search" placeholder="${escaped(words.search)}">`;
  const search = `<form role="search">${asked}<button>${ICON}</button></form>`;
  if (page.habit === 'bare') {
    const bar = groups.map(
      ([name = '', ...entries]) => `<b>${escaped(name)}:</b> ${links(entries, 'm').join(' | ')}<br>`,
    );
    const cells = `<td>${logo}</td><td align="right">${top.join(' | ')}</td>`;
    return `<table width="960"><tr>${cells}</tr></table>${bar.join('\n')}<hr>`;
  }
  const menu = groups.map(([name = '', ...entries]) => {
    const items = links(entries, 'm').map((link) => `<li>${link}</li>`);
    const flyout = `<div data-flyout><ul>${items.join('\n')}</ul></div>`;
    return `<li><button aria-expanded="false">${escaped(name)}</button>${flyout}</li>`;
  });
  const nav = `<nav aria-label="${escaped(words.menu)}"><ul>${menu.join('\n')}</ul></nav>`;
  const usps = page.menu === 'shop' ? words.benefits.map((text) => mark.text('meta', text)).join('') : '';
  const skip = `<a class="sr-only" href="#main">${escaped(words.skip)}</a>`;
  return `${skip}<header>${usps}<div>${logo}${search}${top.join('\n')}</div>${nav}</header>\n`;
}

function crumbs({ page, words }: Workshop): string {
  const steps = links([words.home, ...page.crumbs], 'c');
  if (page.habit === 'bare') return `<font size="1">${steps.join(' &gt; ')}</font><br>\n`;
  return `<nav aria-label="Breadcrumb"><ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol></nav>\n`;
}

/** What stands on every page of the site beside what the page is about. */
function benefits({ page, words, mark, dice, money }: Workshop): string {
  if (page.menu === 'site') return mark.piece('section', links(words.share, 'share').join('\n'));
  const voucher = words.voucher.replace('{money}', moneyIn(money, 5 * (1 + dice.below(4)) * money.scale));
  return mark.piece('section', mark.text('beside', voucher) + links(words.pay, 'pay').join('\n'));
}

/** Questions, days and titles of the site that have nothing to do with what the page is about. */
function aside(shop: Workshop): string {
  const { page, words, mark, dice } = shop;
  const under = (heading: string, html: string): string => section(heading, html, mark);
  const answers = words.faq.map(
    ([question = '', answer = '']) =>
      `<details><summary>${escaped(question)}</summary><p>${escaped(answer)}</p></details>\n`,
  );
  const dates = dice.shuffled(words.agenda).map(([title = '', place = ''], at) => {
    const day = dateIn(words, 2027, 1 + at, 1 + dice.below(28));
    const time = `${10 + dice.below(10)}:${dice.below(2) === 0 ? '00' : '30'}`;
    return [`${day}, ${time}`, `${title}, ${place}`];
  });
  const top = dice.shuffled(words.news).slice(0, 5);
  const read = `<ol>${top.map(([title = '']) => `<li><a href="#">${escaped(title)}</a></li>`).join('')}</ol>`;
  const about = words.about.map((text) => `<p>${escaped(text)}</p>\n`).join('');
  const ofSite = page.menu === 'site' ? under(words.dates, mark.pairs(dates)) + under(words.top, read) : '';
  return under(words.questions, answers.join('')) + ofSite + under('', about) + under('', archive(shop));
}

/** Of a shop its brands, of another site the months it has written in, each with how many. */
function archive({ page, words, dice }: Workshop): string {
  const months = [2026, 2025, 2024].flatMap((year) =>
    words.months.map((month) => words.monthOf.replace('{month}', month).replace('{y}', String(year))).reverse(),
  );
  const names = page.menu === 'shop' ? every.brands : months.slice(1);
  const counted = names.map((name) => `${name} (${1 + dice.below(60)})`);
  const all = [...links(counted, 'all'), ...links(every.languages, 'lang')];
  if (page.habit === 'bare') return all.join(' · ');
  return `<ul>${all.map((link) => `<li>${link}</li>`).join('\n')}</ul>`;
}

function consent({ words, page: { habit, name } }: Workshop): string {
  const { title, text, purposes, accept, reject, choose } = words.consent;
  const told = escaped(text.replaceAll('{site}', name));
  if (habit === 'bare') return `<div align="center">${told} <a href="#ok">OK</a></div>\n`;
  const boxes = purposes.map(
    ([label = '', about = ''], at) =>
      `<div><input type="checkbox" id="p${at}"${at === 0 ? ' checked disabled' : ''}>` +
      `<label for="p${at}">${escaped(label)}</label><p>${escaped(about)}</p></div>`,
  );
  const buttons = [accept, reject, choose].map((label) => `<button type="button">${escaped(label)}</button>`);
  return (
    `<div id="consent" role="dialog" aria-modal="true" aria-label="${escaped(title)}"><h2>${escaped(title)}</h2>` +
    `<p>${told}</p>${boxes.join('\n')}${buttons.join('')}</div>\n`
  );
}

function footer({ page, words }: Workshop): string {
  const columns = words.footer.map(([name = '', ...entries]) => {
    const items = links(entries, 'f').map((link) => `<li>${link}</li>`);
    return `<div><h4>${escaped(name)}</h4><ul>${items.join('\n')}</ul></div>`;
  });
  const [heading = '', text = '', button = ''] = words.newsletter;
  const letter =
    `<form><h4>${escaped(heading)}</h4><p>${escaped(text)}</p><input type="email" placeholder="name@mail.example">` +
    `<button>${escaped(button)}</button></form>`;
  const end = `<p>© 2026 ${escaped(page.name)} · ${escaped(words.imprint)}</p>`;
  const phone = `<p>${escaped(words.phone)}</p>`;
  if (page.habit === 'bare') return `<hr>${columns.join('\n')}${phone}<center>${end}</center>`;
  return `<footer>${letter}<div>${columns.join('\n')}</div>${phone}${end}</footer>\n`;
}

const ICON =
  '<svg viewBox="0 0 24 24" width="24" aria-hidden="true"><path fill="currentColor" d="M12 3.1c4.9 0 8.9 4 ' +
  '8.9 8.9s-4 8.9-8.9 8.9-8.9-4-8.9-8.9 4-8.9 8.9-8.9zm0 2.2a6.7 6.7 0 1 0 0 13.4 6.7 6.7 0 0 0 0-13.4z"/></svg>';

/** Marks for search engines, on the sites that have them as JSON-LD. */
function structured({ page }: Workshop): string {
  const product = page.blocks.find((block): block is Product => block.t === 'product');
  if (product?.offer === undefined || page.habit === 'bem') return '';
  const { amount, currency, availability } = product.offer;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    brand: { '@type': 'Brand', name: product.brand },
    offers: {
      '@type': 'Offer',
      price: amount,
      priceCurrency: currency,
      availability: `https://schema.org/${availability}`,
      url: `https://${page.site}${page.path}`,
    },
  };
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>\n`;
}

/** State, settings and counters that such sites carry; none of it is shown. */
function scripts({ page, words, dice, money }: Workshop): string {
  const flags = Array.from({ length: 60 }, (_, at) => [`ff_${at}_${dice.below(9999)}`, dice.below(2) === 0]);
  const shelf = words.goods.names.map((name, at) => ({
    sku: 10_000 + at,
    name,
    price: moneyIn(money, (9 + dice.below(300)) * money.scale),
  }));
  const state = {
    locale: page.lang,
    site: page.site,
    flags: Object.fromEntries(flags),
    shelf,
    reviews: words.opinions,
  };
  const kept = JSON.stringify(state).replaceAll('<', '\\u003c');
  const counter =
    '(function(w,d){w.__layer=w.__layer||[];function push(){w.__layer.push(arguments)}push("js",Date.now());' +
    'd.addEventListener("click",function(e){var t=e.target.closest("[data-testid]");t&&' +
    'push("click",t.dataset.testid)})})(window,document);';
  return `<script>window.__STATE__=${kept}</script>\n<script>${counter}</script>\n`;
}
