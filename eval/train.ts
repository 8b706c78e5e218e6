import { statSync, writeFileSync } from 'node:fs';
import { getEnv } from '../src/env';
import { FEATURE_NAMES } from '../src/rank/features/features';
import { crossValidate, fitSurety, fitTrees, thresholdFor } from '../src/rank/learn/validate';
import type { FamilyWeights } from '../src/rank/model';
import { FAMILIES, type Family } from '../src/rank/pool';
import type { Trees } from '../src/rank/trees';
import { readCorpus } from './corpus';
import type { Label } from './label';
import { readLabels } from './labels';
import { type LearningPages, learningCases, lookThrough } from './learning-cases';
import { ownLabels } from './own-labels';
import { openRealPages } from './real-pages';
import { linesOf, rankerPage } from './train-report';

/**
 * `npm run train:rank`: learns to rank from labelled pages, validates by site, writes src/rank/weights.json and
 * docs/ranker.md. The same pages and labels give the same weights to the byte. Real pages are in REAL_PAGES_DIR;
 * without them it learns from our own corpus, says so, and writes nothing: what it learns there holds on no real page.
 */
const WEIGHTS = 'src/rank/weights.json';
const REPORT = 'docs/ranker.md';
/** What is given is wrong at most so often in validation; a little under the floor of 5 %. */
const WRONG_SHARE = 0.04;

const real = openRealPages(getEnv().REAL_PAGES_DIR);
if (real === null) {
  console.log('REAL_PAGES_DIR holds no real pages: our own corpus is learned from, and nothing is written.');
  await train(ownLabels(readCorpus()));
} else {
  const { families, report, of } = await train({ labels: readLabels(), pages: real });
  writeFileSync(WEIGHTS, `${JSON.stringify({ features: FEATURE_NAMES, families })}\n`);
  writeFileSync(REPORT, rankerPage(report, of));
  console.log(`${WEIGHTS}: ${Math.round(statSync(WEIGHTS).size / 1024)} KB; ${REPORT}`);
}

async function train({ labels, pages }: { labels: readonly Label[]; pages: LearningPages }) {
  const looked = await lookThrough(pages, labels);
  console.log(`${labels.length} labels on ${looked.size} pages`);
  const families = {} as Record<Family, FamilyWeights>;
  const report: string[][] = [];
  for (const family of FAMILIES) {
    const { cases, first } = learningCases(family, labels, looked);
    const validated = crossValidate(cases);
    const giveFrom = thresholdFor(validated, WRONG_SHARE);
    const lines = linesOf(family, validated, giveFrom);
    console.log(lines.join('\n'));
    report.push(lines);
    families[family] = { first: [...first], trees: rounded(fitTrees(cases)), surety: fitSurety(validated), giveFrom };
  }
  const used = new Set(Object.values(families).flatMap(({ trees }) => trees.trees.flatMap((tree) => tree.features)));
  console.log(`Weighed in no tree: ${FEATURE_NAMES.filter((_, at) => !used.has(at)).join(', ') || 'none'}`);
  return { families, report, of: { labels: labels.length, pages: looked.size, features: FEATURE_NAMES.length } };
}

/** Few digits, so that the file stays small and no machine's last bit shows. */
function rounded({ base, trees }: Trees): Trees {
  const to = (digits: number) => (value: number) => Number(value.toPrecision(digits));
  return {
    base,
    trees: trees.map(({ features, thresholds, children, values }) => ({
      features,
      thresholds: thresholds.map(to(6)),
      children,
      values: values.map(to(4)),
    })),
  };
}
