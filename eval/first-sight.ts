import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askPage } from '../src/ai/reading/fitting';
import { rankPage } from '../src/ai/reading/ranking';
import { readRanked } from '../src/ai/reading/read-ranked';
import { getEnv } from '../src/env';
import { interpretSentence } from '../src/interpret/interpret-sentence';
import { familyOf, poolOf } from '../src/rank/pool';
import { rank } from '../src/rank/rank';
import { learnedWeights } from '../src/rank/weights';
import { Label } from './label';
import { isVisible, rightCandidates } from './label-match';
import { askedOf, type Looked, lookThrough } from './learning-cases';
import { openRealPages } from './real-pages';
import { readLines } from './round';

/**
 * `npm run eval:first-sight -- 2026-11-29-1`: a round of labels on pages that were set aside, tried once by
 * interpretation and ranker as they stand. Needs the pages in REAL_PAGES_DIR. Then the round joins what is learned
 * from.
 */
const FOLDER = 'eval/labels/rounds';
const NOW = { now: new Date('2026-11-29T12:00:00Z'), timeZone: 'UTC' };

interface Tried {
  kind: string;
  answered: boolean;
  generated: boolean;
  /** Place of the right value among the ranked, from 0; -1 where it is not. */
  place: number;
  given: boolean;
}

/** From the prompt alone, by the code of a preview. `sentenceSure`: nothing is given where the sentence is not sure. */
function tryPrompt(label: Label, { index }: Looked, sentenceSure: boolean): Tried {
  const { text, snapshot } = index;
  const base = { kind: label.kind, answered: label.answer !== null };
  const { interpretation, exclude, asked } = interpretSentence(label.prompt, NOW);
  if (interpretation === null) return { ...base, generated: false, place: -1, given: false };
  const question = { prompt: label.prompt, ...interpretation, exclude };
  const page = askPage(question, snapshot, new Date(snapshot.loadedAt));
  const ranking = rankPage(page);
  const pool = poolOf(familyOf(interpretation), page.candidates, snapshot.language);
  const among = ranking.ranked.slice(0, 10).map(({ fitting }) => fitting);
  const [place = -1] = rightCandidates(label, among, text);
  const given = readRanked(page, ranking).outcome === 'value' && !(sentenceSure && asked);
  return { ...base, generated: rightCandidates(label, pool, text).length > 0, place, given };
}

function tryOut(label: Label, one: Looked): Tried {
  const { text, snapshot } = one.index;
  const base = { kind: label.kind, answered: label.answer !== null };
  const asked = askedOf(label);
  const { ranked, isSure } = rank(one.index, one.candidates, asked, learnedWeights());
  const pool = poolOf(familyOf(asked), one.candidates, snapshot.language);
  const among = ranked.map(({ candidate }) => candidate);
  const [place = -1] = rightCandidates(label, among, text);
  return { ...base, generated: rightCandidates(label, pool, text).length > 0, place, given: isSure };
}

const percent = (some: number, of: number): string => (of === 0 ? '–' : `${((100 * some) / of).toFixed(1)} %`);

function line(name: string, tried: readonly Tried[]): string {
  const answered = tried.filter((one) => one.answered);
  const without = tried.filter((one) => !one.answered);
  const given = tried.filter((one) => one.given);
  const cells = [
    String(tried.length),
    percent(answered.filter((one) => one.generated).length, answered.length),
    percent(answered.filter(({ place }) => place === 0).length, answered.length),
    percent(answered.filter(({ place }) => place >= 0 && place < 5).length, answered.length),
    percent(given.filter(({ place }) => place === 0).length, tried.length),
    percent(given.filter(({ place }) => place !== 0).length, given.length),
    percent(without.filter((one) => one.given).length, without.length),
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
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
  console.log('| | cases | generated | first | in five | given and right | given that are wrong | invented |');
  console.log(`|---|${'---:|'.repeat(7)}`);
  const slots = seen.map(({ label, one }) => tryOut(label, one));
  console.log(line('reading, slots as labelled', slots));
  for (const kind of [...new Set(slots.map((one) => one.kind))].sort())
    console.log(
      line(
        `– ${kind}`,
        slots.filter((one) => one.kind === kind),
      ),
    );
  for (const sentenceSure of [false, true]) {
    const whole = seen.map(({ label, one }) => tryPrompt(label, one, sentenceSure));
    console.log(line(sentenceSure ? 'prompt to value, where the sentence is sure too' : 'prompt to value', whole));
  }
}

await main(process.argv[2] ?? '');
