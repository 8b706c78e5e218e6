// npm run seed:year: a database with two million facts over 13 months.
import { parseArgs } from 'node:util';
import { databaseUrl, runOn } from '@/test/database-server';
import { seedYear } from './year/seed';
import { YEAR_NAME } from './year/year-name';

const USAGE = `npm run seed:year -- [--facts 2000000] [--database postgresql://postgres@127.0.0.1:5432/postgres]
Makes the database ${YEAR_NAME} on that server anew and fills it by COPY: facts over 13 months with their evaluations,
monitors and people. npm run drill:retention works on a copy of it.`;

const { values: options } = parseArgs({
  options: {
    facts: { type: 'string', default: '2000000' },
    database: { type: 'string', default: 'postgresql://postgres@127.0.0.1:5432/postgres' },
    help: { type: 'boolean', default: false },
  },
});
const facts = Number(options.facts);
if (options.help || !Number.isSafeInteger(facts) || facts < 1_000) {
  console.log(USAGE);
  process.exit(options.help ? 0 : 2);
}
const began = performance.now();
await runOn(options.database, `DROP DATABASE IF EXISTS ${YEAR_NAME} WITH (FORCE)`, `CREATE DATABASE ${YEAR_NAME}`);
await seedYear(databaseUrl(options.database, YEAR_NAME), { facts, now: new Date() });
const seconds = Math.round((performance.now() - began) / 1_000);
console.log(`${facts} facts and as many evaluations over 13 months are in ${YEAR_NAME}, in ${seconds} s.`);
