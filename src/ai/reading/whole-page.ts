import type { Interpretation } from '@/domain/contract/interpretation';
import type { Question, ReadResult } from '@/domain/contract/reading';
import { nodeOf, type PageIndex } from '@/page/index-page';
import { REGION } from '@/page/regions';
import { evidenceAt } from './evidence';
import type { AskedPage } from './fitting';

/** What a value of text holds. */
const MOST_TEXT = 2_000;
/** What frames a page on every page of its site. */
const FRAME = REGION.navigation | REGION.header | REGION.footer | REGION.dialog;

/** What people call the page itself, or anything on it, in our languages. */
const PAGE_WORDS = new Set(
  (
    'page|site|website|web page|webpage|anything|something|everything|seite|webseite|etwas|irgendetwas|alles|' +
    'site web|quelque chose|página|sitio|sitio web|algo|pagina|sito|qualcosa|webpagina|iets|ページ|何か'
  ).split('|'),
);
const PROPERTY = 'page text';

/** "Tell me when this page changes": where nothing of it is named, its whole text is the fact. */
export function onWholePage(interpretation: Interpretation, isPropertySaid: boolean): Interpretation {
  const { item, factType, unit } = interpretation;
  const isPage = item === null || PAGE_WORDS.has(item.trim().toLowerCase());
  if (interpretation.type !== 'change' || factType !== 'string' || unit !== null || isPropertySaid || !isPage)
    return interpretation;
  return { ...interpretation, item: null, property: PROPERTY, fact: PROPERTY, suggestedName: 'Text of the page' };
}

/** Whether the page's whole text is the fact: "when anything on this page changes". */
export function asksForPage({ factType, property, unit }: Pick<Question, 'factType' | 'property' | 'unit'>): boolean {
  return factType === 'string' && unit === null && property === PROPERTY;
}

/** The text of the page's main part from its first line on, as far as a value holds. Certain: nothing is chosen. */
export function readWholePage({ index, snapshot }: AskedPage): ReadResult {
  const own = index.segments.filter(({ start, end }) => !isFrame(index, start, end));
  const [first] = own;
  if (first === undefined) {
    const message = 'The page has no readable text in its main part.';
    return { outcome: 'fact_missing', message, refused: [], candidates: [], reader: 'offline' };
  }
  let end = Math.min(first.end, first.start + MOST_TEXT);
  for (const segment of own) {
    if (segment.end - first.start > MOST_TEXT) break;
    end = segment.end;
  }
  const evidence = evidenceAt(snapshot, { start: first.start, end });
  const text = evidence.quote.replace(/\s+/g, ' ').trim();
  const value = { type: 'string', text, unit: null } as const;
  return { outcome: 'value', value, evidence, refused: [], probability: 1, reader: 'offline', recipe: null };
}

function isFrame(index: PageIndex, start: number, end: number): boolean {
  return ((index.regions[nodeOf(index, start, end)] ?? 0) & FRAME) !== 0;
}
