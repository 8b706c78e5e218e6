import { isEmbedded } from '@/env';

/** Markup that is already safe: made by `html` only. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | null | false | readonly Part[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A template whose values are escaped unless they are markup themselves. Null and false show nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(
    strings.map((text, index) => text + (index < parts.length ? render(parts[index] ?? null) : '')).join(''),
  );
}

/** A data block for machines. "<" is escaped as JSON allows, so that no value can end the element. */
export function jsonLd(data: unknown): Markup {
  const json = JSON.stringify(data).replace(/</g, '\\u003c');
  return new Markup(`<script type="application/ld+json">${json}</script>`);
}

interface PageParts {
  title: string;
  /** Names the look in /samples/style.css. */
  look: 'shop' | 'hall' | 'jobs' | 'weather' | 'plain';
  /** The invented site's own name. */
  site: string;
  body: Markup;
  head?: Markup;
}

function page({ title, look, site, body, head }: PageParts): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<link rel="stylesheet" href="/samples/style.css">
<link rel="icon" href="/logo.svg" type="image/svg+xml">
${head ?? null}
</head>
<body class="${look}">
<header><p class="site">${site}</p></header>
<main>
${body}
</main>
<footer><p>A sample page of Monitors! Everything on it is invented.
<a href="/samples/controls">Change its values</a> · <a href="/samples">All samples</a></p></footer>
</body>
</html>
`;
}

/** The page as a response that nothing may keep: its values change at any moment. */
export function pageResponse(parts: PageParts, status = 200): Response {
  return new Response(page(parts).text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    },
  });
}

/** "1,299.00" of "1299.00". */
export function dollars(amount: string): string {
  const [whole = '0', cents = '00'] = amount.split('.');
  return `$${Number(whole).toLocaleString('en-US')}.${cents}`;
}

/** The sample pages exist where the app runs for one developer only; elsewhere their addresses lead nowhere. */
export async function onlyEmbedded(respond: () => Promise<Response> | Response): Promise<Response> {
  return isEmbedded() ? respond() : nothingHere();
}

export function nothingHere(): Response {
  return new Response('There is nothing at this address.', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
