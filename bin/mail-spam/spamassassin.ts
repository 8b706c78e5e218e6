import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeMessage, messageId, type SpamSample } from './message';

/** From here on a receiver with SpamAssassin's own settings takes an email for spam. */
export const SPAM_SCORE = 5;
/** No email of ours may have as much: each receiver adds rules of its own. */
export const MOST_SCORE = 2;

export interface SpamScore {
  name: string;
  score: number;
  /** The rules that hit, with what each adds. */
  rules: { rule: string; points: number }[];
}

/** SpamAssassin's own text that must be taken for spam: a set of rules that lets it pass is none. */
const CONTROL: SpamSample = {
  name: 'control',
  render: async () => {
    const text = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X';
    return { subject: 'Control', text, html: `<p>${text}</p>` };
  },
};
const CONTROL_SCORE = 500;
const WITHIN_MS = 120_000;

/** Local tests alone, learned nothing, and one line that says it all. */
const ARGUMENTS = [
  ...['--local', '--nocreate-prefs', '--prefspath=/dev/null'],
  ...['use_bayes 0', 'report_safe 0', 'clear_headers', 'fold_headers 0'].map((line) => `--cf=${line}`),
  '--cf=add_header all Sample score=_SCORE_ tests=_TESTSSCORES(,)_',
];

export function isSpamAssassinThere(): boolean {
  return spawnSync('spamassassin', ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * SpamAssassin's score of each sample, by its local tests; in the order of the samples.
 * @throws Error where SpamAssassin fails, has no rules, or tells nothing of a sample.
 */
export async function scoreSamples(samples: readonly SpamSample[], now: Date): Promise<SpamScore[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mail-spam-'));
  try {
    const files: string[] = [];
    for (const [number, sample] of [CONTROL, ...samples].entries()) {
      const file = join(folder, `${number}.eml`);
      writeFileSync(file, await composeMessage(sample, number, now));
      files.push(file);
    }
    const judged = judge(files, folder);
    const told = [CONTROL, ...samples].map(({ name }, number) => ({ name, ...scoreOf(judged, number, name) }));
    const [control, ...scores] = told;
    if ((control?.score ?? 0) < CONTROL_SCORE) throw new Error('SpamAssassin has no rules; run sa-update.');
    return scores;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge(files: readonly string[], home: string): string {
  const { status, stdout, stderr, error } = spawnSync('spamassassin', [...ARGUMENTS, ...files], {
    ...{ encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, timeout: WITHIN_MS },
    env: { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', NODE_ENV: process.env.NODE_ENV },
  });
  if (status !== 0) throw new Error(`SpamAssassin failed: ${error?.message ?? stderr.slice(0, 500)}`);
  return stdout;
}

/** What SpamAssassin wrote above the headers of one email. */
function scoreOf(judged: string, number: number, name: string): Pick<SpamScore, 'score' | 'rules'> {
  const at = judged.indexOf(`Message-ID: ${messageId(number)}`);
  const line =
    judged
      .slice(0, Math.max(at, 0))
      .split(/^X-Spam-Sample: /m)
      .at(-1) ?? '';
  const [, score, tests] = /^score=(-?[\d.]+) tests=(\S*)/.exec(line) ?? [];
  if (at === -1 || score === undefined || tests === undefined) throw new Error(`SpamAssassin told nothing of ${name}.`);
  const rules = tests.split(',').flatMap((entry) => {
    const [rule = '', points = ''] = entry.split('=');
    return points === '' ? [] : [{ rule, points: Number(points) }];
  });
  return { score: Number(score), rules };
}
