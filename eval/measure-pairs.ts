import type { Deps } from '@/flows/deps';
import type { Corpus } from './corpus';
import { type CaseAnswer, runCase } from './run-case';

type ReadingDeps = Pick<Deps, 'scraper' | 'readers' | 'now'> & { tokens: () => number };

/** Creation on a page, one refresh on the next: whether an alert was sent as labelled. */
export async function measurePairs(deps: ReadingDeps, corpus: Corpus) {
  const labelled = corpus.pairs;
  const tally = { alerts: 0, falseAlerts: 0, missedAlerts: 0 };
  const wrong: string[] = [];
  for (const pair of labelled) {
    const { id, prompt, url, before, after, beforeStatus, afterStatus } = pair;
    const visits = {
      beforeHtml: corpus.bodyOf(before),
      afterHtml: corpus.bodyOf(after),
      beforeStatus,
      afterStatus,
    };
    const answer: CaseAnswer = await runCase(deps, { id, prompt, url, ...visits }, deps.tokens);
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
