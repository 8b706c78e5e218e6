import { statSync, writeFileSync } from 'node:fs';
import { labelledSentences } from '../eval/labelled-sentences';
import { readLabels, readOwnLabels } from '../eval/labels';
import { openOwnPages } from '../eval/own-pages';
import { openRealPages } from '../eval/real-pages';
import { trainRanker } from '../eval/train-ranker';
import { getEnv } from '../src/env';
import { interpretationPage } from '../src/interpret/learn/report';
import { type Training, trainInterpretation } from '../src/interpret/learn/train';
import { packWeights } from '../src/interpret/weights';

/**
 * `npm run train`: learns to interpret from the labelled sentences, and to rank from the labelled pages and from what
 * was made of their sentences by models that had not learned from their writers; writes the weights and the reports of
 * both cross-validations. `-- interpret` and `-- rank` write one of the two. The same labels and pages give the same
 * weights to the byte. Pages of the web are in REAL_PAGES_DIR; without them ranking is learned from our own pages alone
 * and nothing is written: what is learned there holds on no page of the web.
 */
const INTERPRET = { weights: 'src/interpret/weights.json', page: 'docs/interpretation.md' };
const RANK = { weights: 'src/rank/weights.json', page: 'docs/ranker.md' };

function write({ weights, page }: typeof RANK, learned: object, report: string): void {
  writeFileSync(weights, `${JSON.stringify(learned)}\n`);
  writeFileSync(page, report);
  console.log(`${report}\n${weights}: ${Math.round(statSync(weights).size / 1024)} KB; ${page}`);
}

function writeInterpretation({ model, validated }: Training): void {
  const { condition, tags, property, surety } = model;
  const [packed, named] = [packWeights(condition), packWeights(tags)];
  const learned = { condition: packed, tags: named, property: packWeights(property), surety };
  write(INTERPRET, learned, interpretationPage(validated));
}

async function learnToRank({ unseen }: Training, real: ReturnType<typeof openRealPages>): Promise<void> {
  const own = { labels: readOwnLabels(), pages: openOwnPages(), real: real === null };
  const sets = real === null ? [own] : [{ labels: readLabels(), pages: real, real: true }, own];
  const { weights, page } = await trainRanker(sets, unseen, console.log);
  if (real === null) console.log(page);
  else write(RANK, weights, page);
}

async function train(part: string | undefined): Promise<void> {
  const real = part === 'interpret' ? null : openRealPages(getEnv().REAL_PAGES_DIR);
  const isDry = part !== 'interpret' && real === null;
  if (isDry) console.log('REAL_PAGES_DIR holds no real pages: our own are learned from, and nothing is written.');
  const training = trainInterpretation(labelledSentences(), console.log);
  if (part !== 'rank' && !isDry) writeInterpretation(training);
  if (part !== 'interpret') await learnToRank(training, real);
}

const [part] = process.argv.slice(2);
if (part === undefined || part === 'interpret' || part === 'rank') await train(part);
else {
  console.error('npm run train [-- interpret | rank]');
  process.exitCode = 2;
}
