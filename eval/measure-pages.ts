import type { Deps } from '@/flows/deps';
import { type Corpus, headersOf, type LabelledPage } from './corpus';
import { type CaseAnswer, runCase } from './run-case';
import { timesOf } from './times';

type ReadingDeps = Pick<Deps, 'scraper' | 'readers' | 'now'> & { tokens: () => number };

/**
 * From the sentence to the decision on every labelled page; what was found is looked for again on the page with noise.
 */
export async function measurePages(deps: ReadingDeps, corpus: Corpus, lastText: () => string) {
  const labelled = corpus.pages;
  const wrong: string[] = [];
  const tally = { right: 0, values: 0, proven: 0, invented: 0, hits: 0, rechecks: 0, tokens: 0 };
  const times: number[] = [];
  for (const [turn, page] of labelled.entries()) {
    const body = corpus.bodyOf(page.page);
    const shared = { id: page.id, prompt: page.prompt, url: page.url, headers: headersOf(page.page, page.headers) };
    const answer = await runCase(deps, { ...shared, html: body, httpStatus: page.httpStatus }, deps.tokens);
    const isRight = isRightPage(page, answer);
    times.push(answer.ms);
    tally.tokens += answer.tokens;
    tally.right += Number(isRight);
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
    evidence: tally.proven / tally.values,
    invented: tally.invented,
    recipeHits: tally.hits / tally.rechecks,
    tokensPerRefresh: Math.round(tally.tokens / labelled.length),
    read: timesOf(times),
    wrong,
  };
}

function isRightPage({ expect }: LabelledPage, answer: CaseAnswer): boolean {
  const plain = (text: unknown) => String(text).normalize('NFKC').replace(/\s+/g, ' ').trim();
  const { value } = expect;
  const items = Array.isArray(answer.value) ? answer.value : [];
  const sameValue = Array.isArray(value)
    ? value.every((item) => items.some((one: string) => one.includes(item)))
    : value === undefined || plain(answer.value) === plain(value);
  return (
    answer.outcome === expect.outcome &&
    sameValue &&
    (expect.currency === undefined || answer.currency === expect.currency) &&
    (expect.quoteIncludes === undefined || plain(answer.quote).includes(plain(expect.quoteIncludes))) &&
    (expect.ambiguous !== true || answer.candidates > 0) &&
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
