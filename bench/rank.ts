/**
 * How long the index, the candidates and the ranker take together: `npm run bench:read` runs it behind `read.ts`. On
 * five real pages of 100 to 900 KB where REAL_PAGES_DIR has them, else on pages of ours; and on a page of one line of
 * 10,000 amounts. Processor time is what counts: what else the machine does is none of its doing.
 */
import { openRealPages, type RealPages } from '../eval/real-pages';
import type { Snapshot } from '../src/domain/snapshot';
import { getEnv } from '../src/env';
import { candidatesOf } from '../src/page/candidates';
import { indexPage } from '../src/page/index-page';
import { type Asked, CERTAIN } from '../src/rank/asked';
import { askPage } from '../src/rank/asked-page';
import { featureRows } from '../src/rank/features/features';
import { keepPromising } from '../src/rank/first-pass';
import { wordsOfPage } from '../src/rank/page-words';
import { familyOf, poolOf } from '../src/rank/pool';
import { rank } from '../src/rank/rank';
import { scoreOf } from '../src/rank/trees';
import { viewsOf } from '../src/rank/view';
import { learnedWeights } from '../src/rank/weights';
import { snapshotFromDocument } from '../src/scrape/document/static-snapshot';

/** Milliseconds at p95: everything together, the model by itself, and everything on the page of one line. */
const FLOORS = { all: 80, model: 10, line: 300 };
const REAL = ['4876', '0473', '2901', '3069', '0823'];
const RUNS = Number(process.argv[2] ?? 40);
const NOW = new Date('2026-11-22T12:00:00Z');

const asked: Asked = {
  words: 'Tell me when the price of the Orsa kettle falls',
  item: 'Orsa kettle',
  property: 'price',
  exclude: [],
  factType: 'number',
  unit: 'USD',
  language: 'en',
  ...CERTAIN,
};

async function snapshotFrom(html: string): Promise<Snapshot> {
  const loaded = { url: 'https://shop.example/', status: 200, headers: { 'content-type': 'text/html' } };
  const result = await snapshotFromDocument({ ...loaded, body: html, loadedAt: NOW.toISOString(), loadMs: 0 });
  if (!result.ok) throw new Error(result.failure.message);
  return result.snapshot;
}

const cards = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `<div class="card"><h3>Kettle ${at}</h3><p><s>$${at + 60}.00</s> $${at + 39}.99</p><p>In stock</p></div>`,
  ).join('');

async function pagesOf(real: RealPages | null): Promise<{ name: string; snapshot: Snapshot }[]> {
  if (real === null) {
    const sizes = [50, 200, 400];
    const ours = sizes.map(async (size) => ({
      name: `${size} cards of ours`,
      snapshot: await snapshotFrom(cards(size)),
    }));
    return Promise.all(ours);
  }
  const pages = await Promise.all(
    REAL.flatMap((id) => real.find(id) ?? []).map(async (page) => ({ page, snapshot: await real.snapshotOf(page) })),
  );
  return pages.flatMap(({ page, snapshot }) => (snapshot ? [{ name: `real page ${page.id}`, snapshot }] : []));
}

/** Processor time of the quickest 95 of 100 runs at most, in milliseconds. */
function p95(work: () => void): number {
  const times: number[] = [];
  for (let run = -5; run < RUNS; run++) {
    const before = process.cpuUsage();
    work();
    if (run >= 0) times.push(process.cpuUsage(before).user / 1_000);
  }
  return times.sort((a, b) => a - b)[Math.floor(0.95 * (times.length - 1))] ?? 0;
}

function measure({ name, snapshot }: { name: string; snapshot: Snapshot }, floor: number): boolean {
  const hint = { language: snapshot.language, host: 'shop.example' };
  const weights = learnedWeights();
  let isMet = true;
  for (const factType of ['number', 'string', 'boolean', 'object'] as const) {
    const question = { ...asked, factType };
    const family = familyOf(question);
    const model = weights.families[family];
    const index = indexPage(snapshot);
    const pool = poolOf(family, candidatesOf(index, hint, NOW), 'en');
    const views = keepPromising(viewsOf(index, askPage(question, wordsOfPage(index)), pool), model.first, family);
    const rows = featureRows(views);
    const all = p95(() => {
      const looked = indexPage(snapshot);
      rank(looked, candidatesOf(looked, hint, NOW), question, weights);
    });
    const alone = p95(() => {
      for (const row of rows) scoreOf(model.trees, row);
    });
    const met = all <= floor && alone <= FLOORS.model;
    isMet &&= met;
    const told = [
      name,
      factType,
      `${pool.length} candidates`,
      `all ${all.toFixed(1)} ms`,
      `model ${alone.toFixed(1)} ms`,
    ];
    console.log(`${met ? 'met' : 'MISSED'}: ${told.join(', ')}`);
  }
  return isMet;
}

const real = openRealPages(getEnv().REAL_PAGES_DIR);
console.log(real ? 'Real pages of REAL_PAGES_DIR' : 'REAL_PAGES_DIR holds no real pages: pages of ours');
const line = await snapshotFrom(`<p>${Array.from({ length: 10_000 }, (_, at) => `$${at}.50`).join(' ')}</p>`);
const met = [
  ...(await pagesOf(real)).map((page) => measure(page, FLOORS.all)),
  measure({ name: 'one line of 10,000 amounts', snapshot: line }, FLOORS.line),
];
process.exitCode = met.every(Boolean) ? 0 : 1;
