import { mailSamples } from './mail-samples';
import { isSpamAssassinThere, MOST_SCORE, SPAM_SCORE, type SpamScore, scoreSamples } from './mail-spam/spamassassin';

/**
 * `npm run mail:spam`: what SpamAssassin thinks of an email of every template, by its local tests. Ends with 1 where
 * one has 2.0 points or more; 5.0 make spam. Without SpamAssassin it says so and ends with 0.
 */
async function main(): Promise<number> {
  if (!isSpamAssassinThere()) {
    console.log('Skipped: SpamAssassin is not here (Debian, Ubuntu: apt-get install spamassassin).');
    return 0;
  }
  const scores = await scoreSamples(mailSamples(), new Date());
  for (const score of [...scores].sort((one, other) => other.score - one.score)) console.log(lineOf(score));
  const faults = scores.filter(({ score }) => score >= MOST_SCORE).length;
  const limits = `below ${MOST_SCORE.toFixed(1)} is asked for, ${SPAM_SCORE.toFixed(1)} make spam`;
  console.log(`${scores.length} emails, ${faults} with too many points (${limits})`);
  return scores.length === 0 || faults > 0 ? 1 : 0;
}

function lineOf({ name, score, rules }: SpamScore): string {
  const hits = rules.map(({ rule, points }) => `${rule} ${points}`).join(', ');
  return `${score >= MOST_SCORE ? 'mend' : 'ok  '} ${score.toFixed(1).padStart(5)}  ${name}${hits ? `: ${hits}` : ''}`;
}

process.exitCode = await main();
