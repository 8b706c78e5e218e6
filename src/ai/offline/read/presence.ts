import type { Reading } from '@/domain/contract/reading';
import type { Span } from '@/domain/snapshot';
import type { Job } from './candidates';
import { cellAbove } from './context';
import { saysEmpty } from './empty';
import { headingChain } from './heading-chain';
import { anyWithin, type Heading, type Segment, segmentAt } from './page-index';
import { givesOrders } from './rank';
import { columnHeaders } from './tables';
import { fold } from './words';

const MAX_PIECE = 400;
const MAX_LINE = 300;

/**
 * "When the results are published": whether the thing is there. A page that only speaks of it ("pending", "will be
 * published on 4 December") proves that it is not; a page that does not name all of it proves nothing.
 */
export function readPresence(job: Job): Reading {
  const places = placesOfThing(job);
  const open = places.find(({ denial }) => denial === null);
  const span = open ?? places[0]?.denial;
  if (span === undefined || span === null) {
    return { found: 'missing', reason: 'The page does not name all of it.', refused: [] };
  }
  const { start, end } = span;
  const quote = job.page.text.slice(start, end);
  const shared = { quote, span: { start, end }, locator: null, refused: [] };
  if (open === undefined) return { found: 'absent', ...shared };
  const text = quote.replace(/\s+/g, ' ').trim();
  return { found: 'value', value: { type: 'string', text, unit: null }, ...shared };
}

const NOT_YET =
  /(^|[^a-z])(not (yet|been|available|published|released|announced|out)|(is|are)n.?t (yet )?(available|published|released|out)|yet to be|to (be|come|follow)( (published|announced|released|confirmed|decided|determined))|(will|is due to|are due to|is expected to|are expected to|is to|are to) (\w+ ){0,2}(be|appear|follow|open)|available (from|as of|after|by|mid|early|late|in (early|mid|late|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter))|(verfugbar|erhaltlich|abrufbar|einsehbar) ab|ab (mitte|anfang|ende)|disponibles? (a partir|des le|desde)|disponibil[ei] (da|dal|a partire)|disponive(l|is) (a partir|desde)|beschikbaar vanaf|pending|awaited|awaiting|coming soon|upcoming|expected|forthcoming|in preparation|being (prepared|marked|finalised|finalized)|due (on|in|out|by)|tba|tbc|tbd|noch nicht|noch offen|steht noch|stehen noch|ausstehend|wird (\w+ ){0,5}(veroffentlicht|bekannt ?gegeben|freigeschaltet)|werden (\w+ ){0,5}(veroffentlicht|bekannt ?gegeben|freigeschaltet)|demnachst|in kurze|voraussichtlich|erwartet|in vorbereitung|in bearbeitung|in arbeit|ab (dem )?\d{1,2}\.|folg(t|en)|pas encore|a venir|en attente|bientot|(sera|seront) (\w+ ){0,3}(publie|disponible|mis|communique|annonce)\w*|a paraitre|en cours de|prevue?s? (le|pour|en)|(aun|todavia) no|pendientes?|proximamente|se (publicar|anunciar|dar)a\w*|seran? publicad\w*|en breve|previst[oa]s?|por publicar|en tramite|non (ancora|sono ancora|e ancora)|in attesa|prossimamente|(sara|saranno|verra|verranno) (\w+ ){0,2}(pubblicat|disponibil|comunicat|res)\w*|a breve|in arrivo|in preparazione|ainda nao|pendentes?|em breve|(sera|serao) (\w+ ){0,2}(publicad|divulgad|disponibiliz)\w*|aguard\w+|a publicar|a divulgar|nog niet|volg(t|en)|binnenkort|(wordt|worden) (\w+ ){0,5}(gepubliceerd|bekend ?gemaakt)|verwacht|in voorbereiding)([^a-z]|$)/;
const NOT_YET_CJK = /未発表|未定|未公開|準備中|近日|まだ|予定|公開前|調整中|お待ちください/;

/** "No storm warning for Carrick", "il n'y a pas d'alerte": none of it at the head of what is said. */
const NONE =
  /(^|[.:;–—-] ?|(there (is|are)|currently|at present|sind|gibt es|derzeit|aktuell|n.y a|hay|ci sono|c.e|non|ha|er (is|zijn)|momenteel) )(no|keine?|aucune?|pas d[e’']|ningun\w*|nessun\w*|nenhum\w*|geen|sin|sem) ?[a-z]/;
/** "Lifted on 19 November": a warning that was, a strike that is called off. */
const GONE =
  /(^|[^a-z])(lifted|withdrawn|removed|no longer|nicht mehr|n.est plus|ne sont plus|plus en vigueur|ya no|non piu|nao mais|niet meer|niet langer|cancelled|canceled|called off|averted|ended|expired|revoked|rescinded|aufgehoben|abgesagt|beendet|zuruckgezogen|abgelaufen|levee?s?|annulee?s?|terminee?s?|levantad[oa]s?|cancelad[oa]s?|finalizad[oa]s?|desconvocad[oa]s?|revocat[oaie]|annullat[oaie]|terminat[oaie]|encerrad[oa]s?|suspens[oa]s?|opgeheven|ingetrokken|afgelast|geannuleerd)([^a-z]|$)|解除|中止/;

/** True where a text says of what it names that it is still to come, is over, or that there is none. */
export function saysNotThere(text: string): boolean {
  if (text.length > MAX_PIECE) return false;
  const folded = fold(text);
  if (NOT_YET.test(folded) || NONE.test(folded) || GONE.test(folded)) return true;
  return NOT_YET_CJK.test(text) || saysEmpty(text);
}

interface Place extends Span {
  /** Where it is said, here or under this heading, that the thing is still to come. */
  denial: Span | null;
}

/** The lines, rows and cards that name the thing, alone or with the headings over them. */
function placesOfThing(job: Job): Place[] {
  const { page, places } = job;
  const wanted = places.words.filter(({ word }) => word.weight >= 1);
  if (wanted.length === 0) return [];
  const found: Place[] = [];
  const seen = new Set<Segment>();
  for (const at of wanted.flatMap(({ offsets }) => offsets.slice(0, 200)).sort((one, other) => one - other)) {
    const segment = segmentAt(page, at);
    if (segment === undefined || seen.has(segment)) continue;
    seen.add(segment);
    if (page.regions[segment.node] !== 'main' || segment.text.length > MAX_LINE || isAside(segment.text)) continue;
    const piece = pieceOf(job, segment);
    const over = headingChain(page, segment.start);
    const own = cellAbove(page, job.cells, segment.node);
    const named = [piece, ...over, ...(own === null ? [] : columnHeaders(own))];
    const isHere = ({ offsets, inTitle }: (typeof wanted)[number]): boolean =>
      inTitle || named.some((span) => anyWithin(offsets, span));
    const left = wanted.filter((word) => !isHere(word));
    const column = left.length === 0 ? null : columnOf(job, segment, left);
    if ((left.length > 0 && column === null) || isOfOtherSection(job, wanted, piece, over)) continue;
    if (isOfFormerYear(job, page.text.slice(piece.start, piece.end))) continue;
    const told = column ?? over.find((head) => head.level > 1 && saysNotThere(page.text.slice(head.start, head.end)));
    const denial = told === undefined ? denialAt(job, segment, piece) : told;
    const isOpen = column !== null && !saysNotThere(page.text.slice(column.start, column.end));
    found.push({ ...(column ?? piece), denial: isOpen ? null : denial });
  }
  return found;
}

/** A row or card that is short enough to be about one thing, else the line. */
function pieceOf({ page, cells }: Job, segment: Segment): Span {
  const row = page.nodes[cellAbove(page, cells, segment.node)?.row.node ?? -1];
  const card = page.nodes[page.entries[segment.node] ?? -1];
  const piece = [row, card].find((node) => node !== undefined && node.end - node.start <= MAX_PIECE);
  return piece === undefined ? segment : { start: piece.start, end: piece.end };
}

/** "Timetable 2027" heads a column: the cell of this row below it says whether it is there; an empty one says nothing. */
function columnOf({ page, cells }: Job, segment: Segment, left: { offsets: number[] }[]): Span | null {
  const row = cellAbove(page, cells, segment.node)?.row;
  const cell = row?.cells.find((one) =>
    columnHeaders(one).some((head) => left.every(({ offsets }) => anyWithin(offsets, head))),
  );
  return cell !== undefined && /[\p{L}\p{N}]/u.test(page.text.slice(cell.start, cell.end)) ? cell : null;
}

/** Under "Alerts" beside "Warnings": a word that another section's heading says is not said of this one. */
function isOfOtherSection({ page }: Job, wanted: { offsets: number[] }[], piece: Span, over: Heading[]): boolean {
  const [nearest] = over;
  if (nearest === undefined || nearest.level === 1) return false;
  const beside = page.headings.filter((head) => head.level === nearest.level && head !== nearest);
  return wanted.some(
    ({ offsets }) =>
      !anyWithin(offsets, piece) &&
      !anyWithin(offsets, nearest) &&
      beside.some((head) => anyWithin(offsets, head)) &&
      !over.some((head) => head.level > 1 && anyWithin(offsets, head)),
  );
}

/** In the piece itself, or in the lines below a heading: "The timetable will be published in March". */
function denialAt({ page }: Job, segment: Segment, piece: Span): Span | null {
  if (saysNotThere(page.text.slice(piece.start, piece.end))) return piece;
  const isHeading = page.headings.some(({ start, end }) => start <= segment.start && segment.end <= end);
  if (!isHeading) return null;
  const below = page.segments.slice(segment.index + 1, segment.index + 6);
  return below.find(({ text, node }) => page.regions[node] === 'main' && !isAside(text) && saysNotThere(text)) ?? null;
}

/** Questions and conditions state nothing; orders to software are no statements either. */
function isAside(text: string): boolean {
  return /[?？]\s*$/.test(text) || givesOrders(text);
}

/** Last year's results are not those that are waited for, unless the prompt names that year. */
function isOfFormerYear({ asked, now }: Job, text: string): boolean {
  const years = [...text.matchAll(/(?<![\d.,])20\d\d(?![\d.,]\d|\d)/g)].map(([year]) => Number(year));
  const named = years.some((year) => asked.question.prompt.includes(String(year)));
  return years.length > 0 && !named && years.every((year) => year < now.getUTCFullYear());
}
