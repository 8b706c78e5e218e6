import { Correction } from '@/domain/contract/correction';
import type { Interpretation } from '@/domain/contract/interpretation';
import type { Deps } from '@/flows/deps';
import type { Corpus, LabelledPage, LabelledPair } from './corpus';
import { measurePages } from './measure-pages';
import { type CaseAnswer, runCase } from './run-case';

type ReadingDeps = Pick<Deps, 'scraper' | 'readers' | 'now'> & { tokens: () => number };

/**
 * Reading by itself: where a case has a labelled interpretation, it stands in for the reader's own, so that a mistake
 * of understanding neither hides nor causes one of reading.
 */
export async function measureLabelled(deps: ReadingDeps, corpus: Corpus, lastText: () => string) {
  const pages = corpus.pages.filter(({ question }) => question !== undefined);
  const pairs = corpus.pairs.filter(({ question }) => question !== undefined);
  const labelled = { ...deps, readers: toldByLabel(deps.readers, [...pages, ...pairs]) };
  const read = await measurePages(labelled, { ...corpus, pages }, lastText);
  const refreshed = await measurePairs(labelled, { ...corpus, pairs });
  return {
    labelledReading: read.reading,
    labelledRecipeHits: read.recipeHits,
    labelledAlerts: 1 - (refreshed.falseAlerts + refreshed.missedAlerts) / refreshed.pairs,
    labelledFalsehoods: read.invented + refreshed.falseAlerts,
    wrong: [...read.wrong, ...refreshed.wrong].map((line) => `labelled ${line}`),
  };
}

/** Where a prompt is labelled twice, as a page's and as a pair's, the trigger is the pair's. */
function toldByLabel(readers: Deps['readers'], labelled: (LabelledPage | LabelledPair)[]): Deps['readers'] {
  const labels = Map.groupBy(labelled, ({ prompt }) => prompt);
  const interpret: Deps['readers']['interpret'] = async (prompt, context) => {
    const result = await readers.interpret(prompt, context);
    if (!result.ok) return result;
    const label = Object.assign({}, ...(labels.get(prompt) ?? []));
    const told: Interpretation = { ...result.interpretation, ...label.question };
    if (label.trigger) Object.assign(told, { trigger: label.trigger, type: label.trigger.kind });
    return { ...result, interpretation: told };
  };
  return { ...readers, interpret };
}

/**
 * The same where a person points at the value of the first page, as they do where nobody is sure, and puts the contract
 * right where they are asked whether it is theirs: what they chose is compiled into the recipe by which the next page
 * is read. Pairs whose first page shows nothing of it are left as they are: an alert that is due of one of them is
 * missed.
 */
export async function measurePointed(deps: ReadingDeps, corpus: Corpus) {
  const tally = { due: 0, told: 0, falsely: 0 };
  const wrong: string[] = [];
  for (const pair of corpus.pairs) {
    const { point, expect } = pair;
    const contract = pair.contract && Correction.parse(pair.contract);
    const answer: CaseAnswer = await runCase(deps, { ...looksOf(corpus, pair), point, contract }, deps.tokens);
    const isAlert = answer.alert === true && (point !== undefined || !answer.asked);
    tally.due += Number(expect.alert);
    tally.told += Number(isAlert && expect.alert);
    tally.falsely += Number(isAlert && !expect.alert);
    if (isAlert !== expect.alert)
      wrong.push(
        `pointed ${pair.id}: ${answer.beforeOutcome} ${JSON.stringify(answer.beforeValue)}, ${answer.sentence}`,
      );
  }
  return { pointedRecall: tally.told / tally.due, pointedFalseAlerts: tally.falsely, wrong };
}

function looksOf({ bodyOf }: Corpus, { id, prompt, url, before, after, beforeStatus, afterStatus }: LabelledPair) {
  return { id, prompt, url, beforeHtml: bodyOf(before), afterHtml: bodyOf(after), beforeStatus, afterStatus };
}

/** Creation on a page, one refresh on the next: whether an alert was sent as labelled. */
export async function measurePairs(deps: ReadingDeps, corpus: Corpus) {
  const labelled = corpus.pairs;
  const tally = { alerts: 0, falseAlerts: 0, missedAlerts: 0 };
  const wrong: string[] = [];
  for (const pair of labelled) {
    const answer: CaseAnswer = await runCase(deps, looksOf(corpus, pair), deps.tokens);
    // Where the person is asked first, nothing is saved of which an alert could come.
    const isAlert = answer.alert === true && !answer.asked;
    tally.alerts += Number(isAlert);
    tally.falseAlerts += Number(isAlert && !pair.expect.alert);
    tally.missedAlerts += Number(!isAlert && pair.expect.alert);
    if (isAlert !== pair.expect.alert) wrong.push(`${pair.id}: ${answer.sentence}`);
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
