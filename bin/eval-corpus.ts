import type { Interpretation } from '@/domain/interpretation';
import type { Deps } from '@/flows/deps';
import type { Scraper } from '@/scrape/scraper';
import { type runCase as RunCase, runCase } from './eval-case';
import {
  CORPUS_NOW,
  headersOf,
  type LabelledPage,
  type LabelledPrompt,
  labelledPages,
  labelledPairs,
  labelledPrompts,
  PAGES_FOLDER,
  pageText,
} from './eval-corpus-files';
import { withNoise } from './eval-noise';
import { type Times, timesOf } from './eval-times';

/** What was measured of one reader. Shares are 0 to 1. */
export interface Figures {
  reader: string;
  prompts: number;
  type: number;
  factType: number;
  trigger: number;
  interpretation: number;
  pages: number;
  reading: number;
  evidence: number;
  /** Values told on pages that only show an error, a wall or nothing. */
  invented: number;
  pairs: number;
  falseAlerts: number;
  missedAlerts: number;
  precision: number;
  recall: number;
  recipeHits: number;
  tokensPerRefresh: number;
  /** Parsing and reading a page in code, or asking the model. */
  read: Times;
  fullLook: Times | null;
  wrong: string[];
}

type CorpusDeps = Pick<Deps, 'scraper' | 'readers'> & { tokens: () => number };
type CaseAnswer = Awaited<ReturnType<typeof RunCase>> & Record<string, unknown>;

/** Prompts, pages, noisy rechecks and pairs of our corpus through the code of preview and refresh, with cheap looks. */
export async function measureCorpus(reader: string, given: CorpusDeps): Promise<Figures> {
  const watched = cheapLooks(given.scraper);
  const deps = { ...given, scraper: watched.scraper, now: () => CORPUS_NOW };
  const prompts = await measurePrompts(deps);
  const pages = await measurePages(deps, watched.lastText);
  const pairs = await measurePairs(deps);
  const wrong = [...prompts.wrong, ...pages.wrong, ...pairs.wrong];
  return { reader, ...prompts, ...pages, ...pairs, fullLook: null, wrong };
}

/** No browser: what is measured is understanding and reading. Keeps the text that was read, to look quotes up in it. */
function cheapLooks(scraper: Scraper) {
  let text = '';
  const look: Scraper['look'] = async (request) => {
    const looked = await scraper.look({ ...request, look: 'cheap' });
    text = looked.ok ? looked.look.snapshot.text : '';
    return looked;
  };
  return { scraper: { ...scraper, look }, lastText: () => text };
}

async function measurePrompts(deps: Pick<Deps, 'readers'>) {
  const labelled = labelledPrompts();
  const right = { type: 0, factType: 0, trigger: 0, interpretation: 0 };
  const wrong: string[] = [];
  for (const one of labelled) {
    const result = await deps.readers.interpret(one.prompt, contextOf());
    const judged = judgePrompt(one, result.ok ? result.interpretation : null);
    for (const key of ['type', 'factType', 'trigger', 'interpretation'] as const) right[key] += Number(judged[key]);
    if (!judged.interpretation) wrong.push(`${one.id}: ${one.prompt}`);
  }
  const share = (count: number) => count / labelled.length;
  return {
    prompts: labelled.length,
    type: share(right.type),
    factType: share(right.factType),
    trigger: share(right.trigger),
    interpretation: share(right.interpretation),
    wrong,
  };
}

const contextOf = () => ({ userId: null, monitorId: null, evaluationId: null, now: CORPUS_NOW });

function judgePrompt({ expect }: LabelledPrompt, given: Interpretation | null) {
  const type = given?.type === expect.type;
  const factType = given?.factType === expect.factType && given.unit === expect.unit;
  const trigger = type && given !== null && sameCondition(written(given), expect.condition);
  return { type, factType, trigger, interpretation: type && factType && trigger };
}

function written({ trigger }: Interpretation): Record<string, string | null | undefined> {
  if (trigger.kind === 'change') {
    return { op: trigger.op, amount: trigger.amount, percent: trigger.percent, text: trigger.text };
  }
  const [value, value2] = [trigger.value, trigger.value2].map((operand) => {
    if (operand?.type === 'number') return operand.number;
    return operand?.type === 'string' ? operand.text : null;
  });
  return { op: trigger.op, value, value2 };
}

function sameCondition(given: Record<string, string | null | undefined>, expected: Record<string, string>): boolean {
  const keys = new Set([...Object.keys(given), ...Object.keys(expected)]);
  return [...keys].every((key) => (given[key] ?? null) === (expected[key] ?? null));
}

async function measurePages(deps: Parameters<typeof runCase>[0] & CorpusDeps, lastText: () => string) {
  const labelled = labelledPages();
  const wrong: string[] = [];
  const tally = { right: 0, values: 0, proven: 0, invented: 0, hits: 0, rechecks: 0, tokens: 0 };
  const times: number[] = [];
  for (const [turn, page] of labelled.entries()) {
    const body = pageText(page.htmlFile);
    const shared = { id: page.id, prompt: page.prompt, url: page.url, headers: headersOf(page.htmlFile, page.headers) };
    const answer = await runCase(
      deps,
      { ...shared, html: body, httpStatus: page.httpStatus },
      PAGES_FOLDER,
      deps.tokens,
    );
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
    const again: CaseAnswer = await runCase(deps, pair, PAGES_FOLDER, deps.tokens);
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
    (expect.conditionMet === undefined || answer.conditionMet === expect.conditionMet)
  );
}

async function measurePairs(deps: Parameters<typeof runCase>[0] & CorpusDeps) {
  const labelled = labelledPairs();
  const tally = { alerts: 0, falseAlerts: 0, missedAlerts: 0 };
  const wrong: string[] = [];
  for (const pair of labelled) {
    const { id, prompt, url, beforeFile, afterFile, beforeStatus, afterStatus } = pair;
    const files = { beforeFile, afterFile, beforeStatus, afterStatus };
    const answer: CaseAnswer = await runCase(deps, { id, prompt, url, ...files }, PAGES_FOLDER, deps.tokens);
    const isAlert = answer.alert === true;
    tally.alerts += Number(isAlert);
    tally.falseAlerts += Number(isAlert && !pair.expect.alert);
    tally.missedAlerts += Number(!isAlert && pair.expect.alert);
    if (isAlert !== pair.expect.alert) wrong.push(`${id}: ${answer.sentence}`);
  }
  const right = tally.alerts - tally.falseAlerts;
  return {
    pairs: labelled.length,
    falseAlerts: tally.falseAlerts,
    missedAlerts: tally.missedAlerts,
    precision: tally.alerts === 0 ? 1 : right / tally.alerts,
    recall: right / (right + tally.missedAlerts),
    wrong,
  };
}
