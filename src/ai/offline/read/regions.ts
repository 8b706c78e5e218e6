import type { Span, VisibleNode } from '@/domain/snapshot';
import { fold } from './words';

/** What regions are told by: the page's tree and its headings. */
interface RegionPage {
  text: string;
  nodes: VisibleNode[];
  children: number[][];
  headings: (Span & { level: number; node: number })[];
  segments: (Span & { text: string; node: number })[];
}

/** What part of the page a node stands in. Only `main` and `aside` are about the item; the rest is around it. */
export type Region = 'main' | 'chrome' | 'related' | 'reviews' | 'aside';

/** Words of headings and labels over blocks that show other items, in the eight languages. */
const RELATED =
  /\b(related (products|items|articles|searches)|similar (products|items|homes|listings|properties|jobs)|you (may|might) also|customers? (also|who)|people also|also (bought|viewed|like)|recommended(?! (for (most|all|every|production|new|general)|minimum|age|version|release|dose|download|specs|system|requirements|reading))|recommendations|recently viewed|frequently bought|bought together|more (from|like)|more to (explore|consider)|other (customers|sellers|products|items|people|petitions|campaigns|events|models|books|shows)|autres (petitions|campagnes|evenements|modeles|livres|spectacles|produits|articles|annonces)|otr[oa]s (peticiones|campanas|eventos|modelos|libros|productos|articulos|anuncios)|altr[ie] (petizioni|campagne|eventi|modelli|libri|spettacoli|prodotti|articoli|annunci)|outr[oa]s (peticoes|campanhas|eventos|modelos|livros|produtos|artigos|anuncios)|andere (petities|campagnes|evenementen|modellen|boeken|producten|artikelen)|weitere (petitionen|kampagnen|modelle|bucher|titel)|(pairs|goes|works|looks) (well |great |good )?with|wear (it|this) with|complete the (look|set|kit)|accessories|(compatible|matching) (products|items|parts|refills|supplies|cartridges)|spare parts|consommables|pieces detachees|ersatzteile|verbrauchsmaterial|consumibles|recambios|ricambi|materiali di consumo|onderdelen|compare with|(?<!\w[- ])sponsored|trending|bestsellers?|popular (right now|products)|ahnliche|das konnte (dir|ihnen|sie)|kunden (kauften|haben)|wird oft|zuletzt angesehen|empfehl\w+|zubehor|passend dazu|dazu passt|passt (gut )?dazu|weitere (artikel|produkte|angebote)|vous aimerez|produits? (similaires?|associes?)|articles? similaires?|les clients|recommandes?|accessoires|vus? recemment|tambien te|te puede|productos? (relacionados|similares)|los clientes|accesorios|recomendad\w+|vistos recientemente|prodotti (simili|correlati)|potrebbe(ro)? (interessarti|piacerti)|chi ha (comprato|acquistato)|consigliati|accessori|produtos? (relacionados|similares|semelhantes)|quem (comprou|viu)|voce tambem|tambem pode|recomendados|acessorios|vergelijkbare|anderen (kochten|bekeken)|andra (kopte|tittade)|liknande produkter|senast visade|andre (kobte|kjopte)|lignende produkter|podobne produkty|ostatnio ogladane|inni kupili|polecane|souvisejici|podobne zbozi|muut (ostivat|katsoivat)|ook interessant|aanbevolen|vaak samen|bijbehorende|eerder bekeken)\b/;
const RELATED_CJK = /関連|おすすめ|オススメ|こんな商品|一緒に|最近チェック|類似/;

const CLASS_REGIONS: [Region, RegExp][] = [
  [
    'related',
    /(^|[-_ ])(related|similar|recommend\w*|recos?|recs|upsell|cross-?sell\w*|also-?(bought|viewed|like)|recently-?viewed|sponsored|carousel-related|you-may|accessor(y|ies)|bundle|advert\w*|ad-slot|ads?|banner-ad|promo-tiles?)($|[-_ ])/,
  ],
  ['reviews', /(^|[-_ ])(reviews?|comments?|testimonials?|ratings?-list|questions?-answers?|qa)($|[-_ ])/],
  [
    'chrome',
    /(^|[-_ ])(cookie\w*|consent|gdpr|navbar|nav|navigation|breadcrumbs?|site-?header|site-?footer|page-?footer|footer|menu|megamenu|mini-?cart|cart-?summary|newsletter|announcement|topbar|top-?bar|promo-?bar|skip-?links?|toolbar|language-?switcher|social)($|[-_ ])/,
  ],
];

/** Regions of all nodes: by tag and role, by the names that authors give to blocks, and by headings of "related" blocks. */
export function regionsOf(page: RegionPage): Region[] {
  const regions: Region[] = [];
  const whole = Math.max(1, page.text.length);
  for (const [index, node] of page.nodes.entries()) {
    const above = regions[node.parent] ?? 'main';
    regions[index] = above !== 'main' && above !== 'aside' ? above : (ownRegion(page, index, whole) ?? above);
  }
  for (const heading of page.headings) {
    if (isRelatedHeading(page.text.slice(heading.start, heading.end))) {
      markSection(page, regions, heading.node, heading.level);
    }
  }
  for (const { text, node } of page.segments) if (isPlainTitle(page, text, node)) markSection(page, regions, node, 2);
  return regions;
}

const STARTS_RELATED = new RegExp(`^(?:${RELATED.source})`);
const PRICE_WORDS = /price|preis|prix|precio|prezzo|preco|prijs|pris|cena|価格|\d/;

/** A title of a related block that is no heading element: a line of two words or more for itself, and no link or button. */
function isPlainTitle(page: RegionPage, text: string, node: number): boolean {
  if (text.length > 60 || !(/\p{L} \p{L}/u.test(text) || RELATED_CJK.test(text))) return false;
  const found = page.nodes[node];
  if (found === undefined || page.text.slice(found.start, found.end) !== text) return false;
  const folded = fold(text).replace(/^[^\p{L}]+/u, '');
  if (!STARTS_RELATED.test(folded) && !RELATED_CJK.test(text)) return false;
  if (PRICE_WORDS.test(folded)) return false;
  for (let at = node, depth = 0; at >= 0 && depth < 4; at = page.nodes[at]?.parent ?? -1, depth++) {
    const tag = page.nodes[at]?.tag ?? '';
    // In pages laid out in tables a title has a row to itself.
    if (tag === 'td' && (page.children[page.nodes[at]?.parent ?? -1]?.length ?? 0) === 1) return true;
    if (/^(a|button|li|h[1-6]|label|option|dt|th|td|nav)$/.test(tag)) return false;
  }
  return true;
}

function isRelatedHeading(text: string): boolean {
  return RELATED.test(fold(text)) || RELATED_CJK.test(text);
}

function ownRegion(page: RegionPage, index: number, whole: number): Region | null {
  const node = page.nodes[index];
  if (node === undefined) return null;
  const { tag, attributes } = node;
  const size = node.end - node.start;
  if (tag === 'nav' || attributes.role === 'navigation') return 'chrome';
  if (tag === 'footer' || attributes.role === 'contentinfo') return isInContent(page, index) ? null : 'chrome';
  if (attributes.role === 'banner' || attributes.role === 'search') return 'chrome';
  // A header of the site, not the head of an article; and never one that holds most of the page (careless markup).
  if (tag === 'header' && !isInContent(page, index) && !holdsMainHeading(page, index)) return 'chrome';
  if (tag === 'aside' || attributes.role === 'complementary') return 'aside';
  if (isLegalFoot(page, index) && !holdsMainHeading(page, index)) return 'chrome';
  if (isLinkBar(page, index)) return 'chrome';
  const names = `${attributes.class ?? ''} ${attributes.id ?? ''}`.toLowerCase();
  if (names.trim() === '' || size > whole * 0.7) return namedRelated(attributes['aria-label']);
  for (const region of regionsNamed(names)) {
    if (!(region === 'chrome' && holdsMainHeading(page, index))) {
      return region === 'reviews' && size < 80 ? null : region;
    }
  }
  return namedRelated(attributes['aria-label']);
}

const NAMED = new Map<string, Region[]>();
const MOST_NAMES = 5_000;

/** What the names of an element may make it. Lists repeat their names, and so do pages of one site. */
function regionsNamed(names: string): Region[] {
  const known = NAMED.get(names);
  if (known !== undefined) return known;
  if (NAMED.size >= MOST_NAMES) NAMED.clear();
  const found = CLASS_REGIONS.filter(([, pattern]) => pattern.test(names)).map(([region]) => region);
  if (names.length <= 300) NAMED.set(names, found);
  return found;
}

/** Links by which the law makes sites end: who finds two of them among links has found the foot of the page. */
const LEGAL =
  /privacy|terms|cookies?( policy| settings)?|imprint|impressum|agb|datenschutz\w*|widerruf\w*|mentions legales|cgv|confidentialite|aviso legal|privacidad|condiciones|condizioni|informativa|termos|privacidade|voorwaarden|contact|sitemap|careers|accessibility/g;
const LEGAL_CJK = /利用規約|プライバシー|特定商取引|お問い合わせ|会社概要/g;

function isLegalFoot(page: RegionPage, index: number): boolean {
  const node = page.nodes[index];
  if (node === undefined || node.end - node.start > 900 || node.start < page.text.length * 0.4) return false;
  let links = 0;
  for (let below = index + 1; below < page.nodes.length && (page.nodes[below]?.start ?? node.end) < node.end; below++)
    if (page.nodes[below]?.tag === 'a') links++;
  if (links < 3 || (node.end - node.start) / links > 45) return false;
  const text = page.text.slice(node.start, node.end);
  const said = new Set([...(fold(text).match(LEGAL) ?? []), ...(text.match(LEGAL_CJK) ?? [])]);
  return said.size >= 2 && [...said].some((word) => !/^(contact|careers|sitemap)$/.test(word));
}

/** A site's own bar without a tag that says so: short links, one after the other, before the page's heading. */
function isLinkBar(page: RegionPage, index: number): boolean {
  const node = page.nodes[index];
  const first = page.headings.find((heading) => heading.level === 1);
  if (node === undefined || first === undefined || node.end > first.start || node.end - node.start > 400) return false;
  let links = 0;
  for (let below = index + 1; below < page.nodes.length && (page.nodes[below]?.start ?? node.end) < node.end; below++)
    if (page.nodes[below]?.tag === 'a') links++;
  return links >= 4 && (node.end - node.start) / links <= 22;
}

function namedRelated(label: string | undefined): Region | null {
  return label !== undefined && isRelatedHeading(label) ? 'related' : null;
}

function isInContent(page: RegionPage, index: number): boolean {
  for (let at = page.nodes[index]?.parent ?? -1; at >= 0; at = page.nodes[at]?.parent ?? -1) {
    const tag = page.nodes[at]?.tag;
    if (tag === 'article' || tag === 'main' || tag === 'section') return true;
  }
  return false;
}

function holdsMainHeading(page: RegionPage, index: number): boolean {
  const node = page.nodes[index];
  const first = page.headings.find((heading) => heading.level === 1);
  return node !== undefined && first !== undefined && node.start <= first.start && first.end <= node.end;
}

/** The block that a heading opens: what follows it among its siblings up to the next heading of its level or above. */
function markSection(page: RegionPage, regions: Region[], heading: number, level: number): void {
  let at = heading;
  let parent = page.nodes[at]?.parent ?? -1;
  // A heading wrapped alone ("<div class=head><h2>…</h2><a>See all</a></div>") speaks for the wrapper's siblings.
  while (parent >= 0 && sizeOf(page, parent) <= sizeOf(page, heading) + 40 && page.nodes[parent]?.tag !== 'body') {
    at = parent;
    parent = page.nodes[at]?.parent ?? -1;
  }
  for (const sibling of page.children[parent] ?? []) {
    if (sibling < at) continue;
    const start = page.nodes[sibling]?.start ?? 0;
    const stops = page.headings.find((other) => other.node >= sibling && other.start < (page.nodes[sibling]?.end ?? 0));
    if (sibling !== at && stops !== undefined && stops.level <= level && stops.start === start) break;
    markBelow(page, regions, sibling);
  }
}

function markBelow(page: RegionPage, regions: Region[], node: number): void {
  const end = page.nodes[node]?.end ?? 0;
  for (let index = node; index < page.nodes.length; index++) {
    const below = page.nodes[index];
    if (below === undefined || (index !== node && below.start >= end)) break;
    if (regions[index] !== 'chrome') regions[index] = 'related';
  }
}

function sizeOf(page: RegionPage, node: number): number {
  const found = page.nodes[node];
  return found === undefined ? 0 : found.end - found.start;
}
