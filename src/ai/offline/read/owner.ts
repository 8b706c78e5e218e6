import type { PageIndex } from './page-index';

const BRAND = /(^|[ _-])(navbar-?brand|logo|brand|site-?title|site-?name)([ _-]|$)/;

/** Whose site it is, as its logo and its copyright line say: that stands for every value of the page. */
export function ownerOf(page: PageIndex): string {
  const spans = page.nodes.filter(
    ({ attributes, start, end }) => end - start <= 40 && BRAND.test((attributes.class ?? '').toLowerCase()),
  );
  const written = /©\s?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?,?\s)?(\p{L}[^\n\t.|·•]{1,40})/u.exec(page.text);
  return [...spans.slice(0, 3).map(({ start, end }) => page.text.slice(start, end)), written?.[1] ?? ''].join(' ');
}
