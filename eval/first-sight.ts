import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { askPage } from '../src/ai/reading/fitting';
import { meaningsOf } from '../src/ai/reading/kinds';
import { offerCandidates } from '../src/ai/reading/offer-candidates';
import { askedBy, rankPage } from '../src/ai/reading/ranking';
import { readRanked } from '../src/ai/reading/read-ranked';
import { rulesHere } from '../src/ai/rules';
import { getEnv } from '../src/env';
import { familyOf, poolOf } from '../src/rank/pool';
import { rank } from '../src/rank/rank';
import { learnedWeights } from '../src/rank/weights';
import { Label } from './label';
import { isVisible, rightCandidates } from './label-match';
import { candidatesFor, type Looked, labelledQuestion, lookThrough } from './learning-cases';
import { openRealPages } from './real-pages';
import { readLines } from './round';
import { HEAD, line, type Tried } from './train-report';

/**
 * `npm run eval:first-sight -- 2026-11-29-1`: a round of labels on pages that were set aside, tried once by
 * interpretation and ranker as they stand. Needs the pages in REAL_PAGES_DIR. Then the round joins what is learned
 * from.
 */
const FOLDER = 'eval/labels/rounds';
const NOW = new Date('2026-11-29T12:00:00Z');

function aboutOf(label: Label, { page: { pageType } }: Looked) {
  return { family: familyOf(label), kind: label.kind, pageType, answered: label.answer !== null };
}

/** From the prompt alone, by the code of a preview: what it gives, what it offers, and whether the sentence is sure. */
async function tryPrompt(label: Label, one: Looked): Promise<Tried & { sentenceSure: boolean }> {
  const { text, snapshot } = one.index;
  const nothing = { ...aboutOf(label, one), generated: false, place: -1, given: false, sentenceSure: false };
  const understood = await rulesHere.interpret(label.prompt, NOW).catch(() => null);
  if (understood === null) return nothing;
  const page = askPage({ prompt: label.prompt, ...understood.interpretation }, snapshot, new Date(snapshot.loadedAt));
  const ranking = rankPage(page);
  const offered = offerCandidates(page, ranking).map(
    ({ value, quote, span }) =>
      ranking.offered.find(({ fitting }) => fitting.start === span.start && isDeepStrictEqual(fitting.value, value))
        ?.fitting ?? { kind: 'text' as const, value, quote, ...span, node: -1, segment: 0 },
  );
  const [place = -1] = rightCandidates(label, offered, text);
  const given = readRanked(page, ranking).outcome === 'value';
  const kinds = meaningsOf(page.question).map(({ question }) => familyOf(question));
  const pools = [...new Set(kinds)].map((family) => poolOf(family, page.candidates, snapshot.language));
  const generated = pools.some((pool) => rightCandidates(label, pool, text).length > 0);
  return { ...nothing, generated, place, given, sentenceSure: understood.isSure };
}

function tryOut(label: Label, one: Looked): Tried {
  const { text, snapshot } = one.index;
  const question = labelledQuestion(label);
  const candidates = candidatesFor(one, question);
  const { ranked, isSure } = rank(one.index, candidates, askedBy(question), learnedWeights());
  const pool = poolOf(familyOf(question), candidates, snapshot.language);
  const among = ranked.map(({ candidate }) => candidate);
  const [place = -1] = rightCandidates(label, among, text);
  const generated = rightCandidates(label, pool, text).length > 0;
  return { ...aboutOf(label, one), generated, place, given: isSure };
}

async function main(name: string): Promise<void> {
  const pages = openRealPages(getEnv().REAL_PAGES_DIR);
  if (pages === null) throw new Error('Set REAL_PAGES_DIR to the folder of real pages: a round stands on them.');
  const labels = readLines<unknown>(join(FOLDER, `${name}.jsonl`)).map((one) => Label.parse(one));
  const aside = new Set<string>(JSON.parse(readFileSync('eval/labels/set-aside.json', 'utf8')));
  const stray = labels.find(({ page }) => !aside.has(page));
  if (stray) throw new Error(`${stray.id}: page ${stray.page} was not set aside.`);
  const looked = await lookThrough(pages, labels);
  const seen = labels.flatMap((label) => {
    const one = looked.get(label.page);
    return one && isVisible(label, one.index.text) ? [{ label, one }] : [];
  });
  console.log(
    `Round ${name}: ${labels.length} labels, ${seen.length} whose page and answer can be read without scripts.`,
  );
  console.log(HEAD);
  const slots = seen.map(({ label, one }) => tryOut(label, one));
  console.log(line('reading, slots as labelled', slots));
  for (const kind of [...new Set(slots.map((one) => one.kind))].sort())
    console.log(
      line(
        `– ${kind}`,
        slots.filter((one) => one.kind === kind),
      ),
    );
  const whole = await Promise.all(seen.map(({ label, one }) => tryPrompt(label, one)));
  console.log(line('prompt to value', whole));
  const sure = whole.map((one) => ({ ...one, given: one.given && one.sentenceSure }));
  console.log(line('prompt to value, where the sentence is sure too', sure));
}

await main(process.argv[2] ?? '');
