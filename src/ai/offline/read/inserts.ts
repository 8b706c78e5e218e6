import type { PageIndex } from './page-index';
import { fold } from './words';

const INSERT_NAME =
  /(^|[-_ ])(promo\w*|ads?|advert\w*|banner|cta|subscribe|subscription|newsletter|sign-?up|save-?(d-)?search|(job|search|mail)-?alert\w*|sponsor\w*|interstitial|native|teaser|upsell|call-to-action|in-?list)($|[-_ ])/i;
const AD_LINE =
  /^(advertisement|advert|ad|sponsored( (content|post|link))?|promoted|promotion|anzeige|werbung|gesponsert|publicite|annonce (sponsorisee|publicitaire)|sponsorise|publicidad|anuncio|patrocinado|annuncio pubblicitario|pubblicita|sponsorizzato|publicidade|advertentie|gesponsord|広告|スポンサー|pr)$/;
const SUBSCRIBE =
  /(save (this|your) search|(job|search|e-?mail|price) alerts?|(get|receive) (new|the latest|similar) .{0,40}(by|via|in your) (e-?mail|inbox)|sign up (for|to) |subscribe to|suche speichern|suchauftrag|per e-?mail (erhalten|bekommen)|jobs? per mail|(creer|activer) (une|mon) alerte|alerte e-?mail|recevez .{0,40}par e-?mail|guarda(r)? (la |tu )?busqueda|crear? (una )?alerta|recibe .{0,40}(correo|e-?mail)|salva(re)? (la )?ricerca|crea(re)? (un )?avviso|ricevi .{0,40}e-?mail|salvar (a )?busca|cri(e|ar) (um )?alerta|receba .{0,40}e-?mail|zoekopdracht (be|op)waren|ontvang .{0,40}e-?mail|(検索条件|条件)を保存|メールで(受け取|お知らせ))/;

/**
 * The entries of a list without what sites put between them: advertising, and cards that ask to save the search. What
 * most entries are named or say is their own nature, and no insert.
 */
export function withoutInserts(page: PageIndex, entries: number[]): number[] {
  if (entries.length < 3) return entries.filter((entry) => !isAd(page, entry));
  const left = entries.filter((entry) => !isInsert(page, entry));
  return left.length * 2 > entries.length ? left : entries;
}

function isInsert(page: PageIndex, entry: number): boolean {
  const { class: classes = '', id = '' } = page.nodes[entry]?.attributes ?? {};
  if (INSERT_NAME.test(`${classes} ${id}`) && !isLinked(page, entry)) return true;
  return isAd(page, entry) || asksToSubscribe(page, entry);
}

/** "Promoted" cards of the list's own kind lead to their own page of this site: they are entries all the same. */
function isLinked(page: PageIndex, entry: number): boolean {
  const node = page.nodes[entry];
  const host = hostOf(page.snapshot.finalUrl);
  for (let index = entry; node !== undefined && index < page.nodes.length; index++) {
    const below = page.nodes[index];
    if (below === undefined || (index > entry && below.start >= node.end)) return false;
    const { href } = below.attributes;
    if (href !== undefined && hostOf(href) === host && /[\d-]/.test(URL.parse(href)?.pathname ?? '')) return true;
  }
  return false;
}

const hostOf = (url: string): string => URL.parse(url)?.hostname ?? '';

function isAd(page: PageIndex, entry: number): boolean {
  const first = linesOf(page, entry)[0] ?? '';
  return (
    AD_LINE.test(
      fold(first)
        .replace(/[^\p{L}\s-]/gu, '')
        .trim(),
    ) && !isLinked(page, entry)
  );
}

function asksToSubscribe(page: PageIndex, entry: number): boolean {
  const text = linesOf(page, entry).join(' ');
  return text.length <= 300 && SUBSCRIBE.test(fold(text));
}

function linesOf(page: PageIndex, entry: number): string[] {
  const node = page.nodes[entry];
  if (node === undefined) return [];
  return page.text
    .slice(node.start, Math.min(node.end, node.start + 400))
    .split(/[\n\t]/)
    .map((line) => line.trim());
}
