import { interpretSentence } from '../src/interpret/interpret-sentence';

/** `npx tsx bin/understand.ts "<sentence>"` prints what the trained models understand of it, now and in UTC. */
const [sentence] = process.argv.slice(2);
if (sentence === undefined) {
  console.error('npx tsx bin/understand.ts "<sentence>"');
  process.exitCode = 2;
} else {
  console.log(JSON.stringify(interpretSentence(sentence, { now: new Date(), timeZone: 'UTC' }), null, 2));
}
