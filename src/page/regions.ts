import type { VisibleNode } from '@/domain/snapshot';

/** What an element lies in or is, as bits: an element has those of all its ancestors. */
export const REGION = {
  navigation: 1,
  header: 2,
  footer: 4,
  aside: 8,
  main: 16,
  link: 32,
  button: 64,
  cell: 128,
  entry: 256,
  form: 512,
  dialog: 1024,
  cart: 2048,
  related: 4096,
  reviews: 8192,
  struck: 16384,
  heading: 32768,
  code: 65536,
  table: 131072,
  breadcrumb: 262144,
  article: 524288,
} as const;

const BY_TAG: Record<string, number> = {
  nav: REGION.navigation,
  header: REGION.header,
  footer: REGION.footer,
  aside: REGION.aside,
  main: REGION.main,
  article: REGION.article,
  a: REGION.link,
  button: REGION.button,
  td: REGION.cell,
  th: REGION.cell,
  table: REGION.table,
  li: REGION.entry,
  form: REGION.form,
  select: REGION.form,
  input: REGION.form,
  dialog: REGION.dialog,
  del: REGION.struck,
  s: REGION.struck,
  strike: REGION.struck,
  pre: REGION.code,
  code: REGION.code,
  h1: REGION.heading,
  h2: REGION.heading,
  h3: REGION.heading,
  h4: REGION.heading,
  h5: REGION.heading,
  h6: REGION.heading,
};

const BY_ROLE: Record<string, number> = {
  navigation: REGION.navigation,
  banner: REGION.header,
  contentinfo: REGION.footer,
  complementary: REGION.aside,
  main: REGION.main,
  button: REGION.button,
  dialog: REGION.dialog,
  heading: REGION.heading,
  listitem: REGION.entry,
  menu: REGION.navigation,
  menuitem: REGION.navigation,
};

/** Words of class and id that name a region, as sites write them. */
const BY_NAME: readonly [words: RegExp, region: number][] = [
  [/(?:^|[-_ ])(?:nav|navbar|navigation|menu|megamenu)(?:$|[-_ ])/, REGION.navigation],
  [/(?:^|[-_ ])(?:footer|colophon)(?:$|[-_ ])/, REGION.footer],
  [/(?:^|[-_ ])(?:sidebar|widget|aside)(?:$|[-_ ])/, REGION.aside],
  [/breadcrumb/, REGION.breadcrumb],
  [/(?:^|[-_ ])(?:mini-?cart|cart-drawer|basket)(?:$|[-_ ])/, REGION.cart],
  [/related|recommend|upsell|cross-?sell|similar|also-(?:bought|like)|you-may|recently-viewed/, REGION.related],
  [/(?:^|[-_ ])(?:reviews?|comments?|testimonials?)(?:$|[-_ ])/, REGION.reviews],
  [/(?:^|[-_ ])(?:was-price|old-price|price-old|compare-at|regular-was|strikethrough|line-through)/, REGION.struck],
  [/(?:^|[-_ ])(?:modal|popup|drawer|dialog)(?:$|[-_ ])/, REGION.dialog],
];

const LONGEST_NAME = 300;

/** `byName` keeps what the page's names said: most stand on many of its elements. */
function ownRegion({ tag, attributes, struck }: VisibleNode, byName: Map<string, number>): number {
  const region = (BY_TAG[tag] ?? 0) | (BY_ROLE[attributes.role ?? ''] ?? 0) | (struck ? REGION.struck : 0);
  const { id = '', class: css = '' } = attributes;
  if (id.length + css.length < 2 || tag === 'body' || tag === 'html') return region;
  const name = `${id} ${css}`;
  const known = byName.get(name) ?? regionNamed(name);
  byName.set(name, known);
  return region | known;
}

function regionNamed(name: string): number {
  const words = name.slice(0, LONGEST_NAME).toLowerCase();
  return BY_NAME.reduce((regions, [named, region]) => (named.test(words) ? regions | region : regions), 0);
}

/** The regions of every node, its ancestors' included; one pass, since parents stand before their children. */
export function regionsOf(nodes: readonly VisibleNode[]): Int32Array {
  const regions = new Int32Array(nodes.length);
  const byName = new Map<string, number>();
  nodes.forEach((node, index) => {
    const inherited = node.parent >= 0 && node.parent < index ? (regions[node.parent] ?? 0) : 0;
    regions[index] = inherited | ownRegion(node, byName);
  });
  return regions;
}
