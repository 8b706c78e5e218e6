// npm run vercel:crons -- free|paid: writes what runs when into vercel.json, as the plan at Vercel allows it.
import { readFileSync, writeFileSync } from 'node:fs';
import { cronsOf } from '@/flows/upkeep/schedule';

const FILE = 'vercel.json';
const plan = process.argv[2];
if (plan !== 'free' && plan !== 'paid') {
  console.error('Say which plan: npm run vercel:crons -- free (each once a day), or -- paid (as often as is useful)');
  process.exit(2);
}
const settings: object = JSON.parse(readFileSync(FILE, 'utf8'));
const crons = cronsOf(plan);
writeFileSync(FILE, `${JSON.stringify({ ...settings, crons }, null, 2)}\n`);
for (const { path, schedule } of crons) console.log(`${path}  ${schedule}`);
