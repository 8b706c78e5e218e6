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

/** Creation on a page, one refresh on the next: whether an alert was sent as labelled. */
export async function measurePairs(deps: ReadingDeps, corpus: Corpus) {
  const labelled = corpus.pairs;
  const tally = { alerts: 0, falseAlerts: 0, missedAlerts: 0 };
  const wrong: string[] = [];
  for (const pair of labelled) {
    const { id, prompt, url, before, after, beforeStatus, afterStatus } = pair;
    const looks = {
      beforeHtml: corpus.bodyOf(before),
      afterHtml: corpus.bodyOf(after),
      beforeStatus,
      afterStatus,
    };
    const answer: CaseAnswer = await runCase(deps, { id, prompt, url, ...looks }, deps.tokens);
    // Where the person is asked first, nothing is saved of which an alert could come.
    const isAlert = answer.alert === true && !answer.asked;
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
