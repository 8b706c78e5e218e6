import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type PeerCase, peerCases } from './peer-cases';

// `npm run eval:peers -- <folder>`: other projects' cases (README: not part of the repository) through `npm run parse`.

type Answers = Map<string, Record<string, unknown>>;

function answersOf(kind: string, cases: readonly PeerCase[]): Answers {
  const input = cases.map(({ id, text, language, now }) => JSON.stringify({ id, text, language, now })).join('\n');
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'bin/parse.ts', kind], {
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  if (done.status !== 0) throw new Error(done.stderr);
  const lines = done.stdout.split('\n').filter(Boolean);
  return new Map(lines.map((line) => [JSON.parse(line).id, JSON.parse(line)]));
}

interface Score {
  right: number;
  wrong: number;
  all: number;
}

/** Right, wrong (an answer that is another one) and all by "suite language"; the rest was answered with nothing. */
function scoresOf(cases: readonly PeerCase[], show: string | undefined): Map<string, Score> {
  const scores = new Map<string, Score>();
  for (const kind of new Set(cases.map((one) => one.kind))) {
    const ofKind = cases.filter((one) => one.kind === kind);
    const answers = answersOf(kind, ofKind);
    for (const one of ofKind) {
      const answer = answers.get(one.id) ?? {};
      const right = one.isRight(answer);
      for (const group of [`${one.suite} ${one.group}`, `${one.suite} (all)`]) {
        const score = scores.get(group) ?? { right: 0, wrong: 0, all: 0 };
        score.all++;
        if (right) score.right++;
        else if (answer[one.field] !== null) score.wrong++;
        scores.set(group, score);
      }
      if (!right && show && `${one.suite} ${one.group}`.startsWith(show)) {
        console.log(JSON.stringify({ ...answer, text: one.text, expected: one.expected }));
      }
    }
  }
  return scores;
}

function main(): void {
  const { positionals, values } = parseArgs({ options: { show: { type: 'string' } }, allowPositionals: true });
  const folder = positionals[0];
  if (!folder) throw new Error('name the folder with the suites: npm run eval:peers -- ../peers [--show "date de"]');
  const read = (file: string) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const scores = scoresOf(peerCases(read), values.show);
  console.log('| suite | right | share | wrong | none | cases |\n|---|---:|---:|---:|---:|---:|');
  for (const [group, { right, wrong, all }] of [...scores].sort(([a], [b]) => a.localeCompare(b))) {
    const share = (right / all).toFixed(2);
    console.log(`| ${group} | ${right} | ${share} | ${wrong} | ${all - right - wrong} | ${all} |`);
  }
}

main();
