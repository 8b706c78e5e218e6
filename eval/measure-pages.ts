import type { Deps } from '@/flows/deps';
import { type Corpus, headersOf, type LabelledPage } from './corpus';
import { withNoise } from './noise';
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
