/**
 * What changes on a page from one visit to the next without the fact changing. Each is plain text surgery on the HTML,
 * so that reading has no part in it.
 */
const NOISES: ((html: string) => string)[] = [adsInserted, wrapped, otherClasses, blocksReordered];

/** The page as it might look at the next visit; `turn` picks the kind of noise. */
export function withNoise(html: string, turn: number): string {
  return NOISES[turn % NOISES.length]?.(html) ?? html;
}

function adsInserted(html: string): string {
  const ad =
    '<div class="promo-slot"><p>Advertisement</p><a href="/offer">Save 25 % on selected items from 9.99</a></div>';
  return html.replace(/<body[^>]*>/i, (body) => `${body}${ad}`).replace(/<\/body>/i, `${ad}</body>`);
}

function wrapped(html: string): string {
  return html
    .replace(/<body[^>]*>/i, (body) => `${body}<div class="layout-v2"><div class="inner">`)
    .replace(/<\/body>/i, '</div></div></body>');
}

/** A new build of the site: generated class names on what wraps the content. */
function otherClasses(html: string): string {
  let at = 0;
  return html.replace(/<(div|section|main|article)((?:\s[^>]*?)?)\sclass="[^"]*"/gi, (_all, tag, rest) => {
    at += 1;
    return `<${tag}${rest} class="css-${(at * 7_919).toString(36)}"`;
  });
}

/** Header and footer links move about: the navigation comes last. */
function blocksReordered(html: string): string {
  const nav = /<nav[\s\S]*?<\/nav>/i.exec(html)?.[0];
  if (nav === undefined) return adsInserted(wrapped(html));
  return html.replace(nav, '').replace(/<\/body>/i, () => `${nav}</body>`);
}
