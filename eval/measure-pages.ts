import type { Deps } from '@/flows/deps';
import type { Scraper } from '@/scrape/scraper';
import { type Corpus, documentOf, headersOf, type LabelledPage, readCorpus } from './corpus';
import { type CaseAnswer, runCase } from './run-case';

type ReadingDeps = Pick<Deps, 'scraper' | 'readers' | 'now'> & { tokens: () => number };

/**
 * From the sentence to the decision on every labelled page; what was found is looked for again on the page with noise.
 */
export async function measurePages(deps: ReadingDeps, corpus: Corpus, lastText: () => string) {
  const labelled = corpus.pages;
  const wrong: string[] = [];
  const tally = {
    right: 0,
    wrongly: 0,
    offered: 0,
    values: 0,
    proven: 0,
    invented: 0,
    hits: 0,
    rechecks: 0,
    tokens: 0,
  };
  const times: number[] = [];
  for (const [turn, page] of labelled.entries()) {
    const body = corpus.bodyOf(page.page);
    const shared = { id: page.id, prompt: page.prompt, url: page.url, headers: headersOf(page.page, page.headers) };
    const answer = await runCase(deps, { ...shared, html: body, httpStatus: page.httpStatus }, deps.tokens);
    const isRight = isRightPage(page, answer);
    times.push(answer.ms);
    tally.tokens += answer.tokens;
    tally.right += Number(isRight);
    tally.offered += Number(isRight || isOffered(page, answer));
    if (!isRight && answer.outcome === 'value') tally.wrongly += 1;
    if (!isRight) wrong.push(`${page.id}: ${answer.outcome} ${JSON.stringify(answer.value)} “${answer.quote}”`);
    if (answer.outcome !== 'value') continue;
    tally.values += 1;
    tally.proven += Number(lastText().includes(answer.quote ?? '\u0000'));
    tally.invented += Number(!['value', 'absent', 'fact_missing'].includes(page.expect.outcome));
    const pair = { ...shared, beforeHtml: body, afterHtml: withNoise(body, turn) };
    const again: CaseAnswer = await runCase(deps, pair, deps.tokens);
    tally.rechecks += 1;
    tally.hits += Number(again.reader === 'recipe' && JSON.stringify(again.value) === JSON.stringify(answer.value));
  }
  return {
    pages: labelled.length,
    reading: tally.right / labelled.length,
    offered: tally.offered / labelled.length,
    wrongOfGiven: tally.wrongly / Math.max(1, tally.values),
    evidence: tally.proven / Math.max(1, tally.values),
    invented: tally.invented,
    recipeHits: tally.hits / Math.max(1, tally.rechecks),
    tokensPerRefresh: Math.round(tally.tokens / labelled.length),
    read: timesOf(times),
    wrong,
  };
}

const MOST_OFFERED = 5;

/** Whether the person is asked, with the right value among the first five. */
function isOffered({ expect: { value } }: LabelledPage, { asked, candidates }: CaseAnswer): boolean {
  if (!asked || value === undefined) return false;
  return candidates.slice(0, MOST_OFFERED).some((one) => isValue(value, one.value));
}

function isValue(expected: NonNullable<LabelledPage['expect']['value']>, given: unknown): boolean {
  const items = Array.isArray(given) ? given : [];
  return Array.isArray(expected)
    ? expected.every((item) => items.some((one: string) => one.includes(item)))
    : plain(given) === plain(expected);
}

const plain = (text: unknown) => String(text).normalize('NFKC').replace(/\s+/g, ' ').trim();

function isRightPage({ expect }: LabelledPage, answer: CaseAnswer): boolean {
  const { value } = expect;
  return (
    answer.outcome === expect.outcome &&
    (value === undefined || isValue(value, answer.value)) &&
    (expect.currency === undefined || answer.currency === expect.currency) &&
    (expect.quoteIncludes === undefined || plain(answer.quote).includes(plain(expect.quoteIncludes))) &&
    (expect.ambiguous !== true || answer.asked) &&
    (expect.conditionMet === undefined || answer.conditionMet === expect.conditionMet)
  );
}

/**
 * What changes on a page from one look to the next without the fact changing. Each is plain text surgery on the HTML,
 * so that reading has no part in it.
 */
const NOISES: ((html: string) => string)[] = [adsInserted, wrapped, otherClasses, blocksReordered];

/** The page as it might look at the next look; `turn` picks the kind of noise. */
function withNoise(html: string, turn: number): string {
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

/** Milliseconds. */
export interface Times {
  p50: number;
  p95: number;
}

function timesOf(times: number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

const PAGES = 60;

/** How long a full look at the corpus' pages takes in a warm browser, one after the other, in milliseconds. */
export async function timeFullLooks({ scraper }: { scraper: Scraper }): Promise<Times> {
  const times: number[] = [];
  const { pages, bodyOf } = readCorpus();
  for (const page of pages.slice(0, PAGES)) {
    const startedAt = performance.now();
    const looked = await scraper.look({ url: page.url, look: 'full', given: documentOf(page, bodyOf) });
    times.push(performance.now() - startedAt);
    if (looked.ok) await looked.look.close();
  }
  return timesOf(times);
}
