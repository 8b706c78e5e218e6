import type { Reading } from '@/domain/contract/reading';
import type { Span } from '@/domain/snapshot';
import type { Job } from './candidates';
import type { PageIndex, Segment } from './page-index';
import { fold } from './words';

const MAX_TEXT = 2_000;

/**
 * Reads the page as text: the piece that holds the words the person named, else the start of the main part, so that
 * "contains" is decided on what the page says and not on a guess.
 */
export function readPage(job: Job): Reading {
  const wanted = wantedWords(job);
  const hit = wanted === null ? undefined : findPiece(job.page, wanted);
  const span = hit ?? mainSpan(job.page);
  if (span === null)
    return { found: 'missing', reason: 'The page has no readable text in its main part.', refused: [] };
  const quote = job.page.text.slice(span.start, span.end);
  return {
    found: 'value',
    value: { type: 'string', text: quote.replace(/\s+/g, ' ').trim(), unit: null },
    quote,
    span,
    locator: null,
    refused: [],
  };
}

const QUOTED = /["“„«»「『‘]([^"“”„«»「」『』‘’]{1,120})["”“»«」』’]/u;
const AFTER_VERB =
  /(?:mentions?|mention|contains?|says?|includes?|shows?|enthalt|erwahnt|steht|mentionne|contient|affiche|menciona|contiene|dice|menziona|contem|diz|vermeldt|bevat)\s+(?:the (?:words?|phrase|text) )?(.{1,80}?)(?:\s+(?:on|at|auf|sur|en|su|em|op|anymore|again)\s.*)?[.?!]*$/;

/** The words that should stand on the page: quoted ones, else the item, else what follows "mentions". */
function wantedWords(job: Job): string | null {
  const prompt = job.asked.question.prompt.replace(/\bhttps?:\/\/\S+/g, ' ').trim();
  const quoted = QUOTED.exec(prompt)?.[1];
  if (quoted !== undefined) return quoted;
  if (job.asked.question.item !== null) return job.asked.question.item;
  return AFTER_VERB.exec(fold(prompt))?.[1] ?? null;
}

function findPiece(page: PageIndex, wanted: string): Span | undefined {
  const words = fold(wanted).replace(/\s+/g, ' ').trim();
  if (words === '') return undefined;
  const hits = page.segments.filter((segment) => fold(segment.text).includes(words));
  return hits.find((segment) => page.regions[segment.node] === 'main') ?? hits[0];
}

/** From the first heading or line of the main part on, up to the page's end matter, at most 2,000 characters. */
function mainSpan(page: PageIndex): Span | null {
  const main = page.nodes.find((node) => node.tag === 'main' || node.attributes.role === 'main');
  const within = (segment: Segment): boolean =>
    main === undefined || (segment.start >= main.start && segment.end <= main.end);
  const first = page.segments.find((segment) => page.regions[segment.node] === 'main' && within(segment));
  if (first === undefined) return null;
  let end = first.end;
  for (const segment of page.segments.slice(first.index + 1)) {
    if (page.regions[segment.node] !== 'main' || !within(segment) || segment.end - first.start > MAX_TEXT) break;
    end = segment.end;
  }
  return { start: first.start, end: Math.min(end, first.start + MAX_TEXT) };
}
