// npm run settings: every variable of this version. See USAGE.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compareSettings } from './settings/compare';
import { type Setting, settingsSchema } from './settings/schema';

const USAGE = `npm run settings -- [--json] [--compare <file>]

Prints every variable that this version reads: kind, when it is needed, default, what to put.
  --json      as one object, with the version of the schema
  --compare   what a file of variables (NAME=value lines) has that this version does not read, and what this version
              lacks in it in production; ends with 1 where there is anything. Values are never printed.`;

function lines({ name, kind, requiredWhen, default: blank, description }: Setting): string {
  const needed = requiredWhen === null ? [] : [`needed ${requiredWhen}`];
  const instead = blank === null ? [] : [`${blank} if blank`];
  return `${name}\n  ${[kind, ...needed, ...instead].join('; ')}\n  put ${description}`;
}

function compare(file: string): number {
  const { version } = settingsSchema();
  const { unknown, faults, known } = compareSettings(readFileSync(file, 'utf8'));
  for (const name of unknown) console.log(`unknown  ${name}: this version does not read it`);
  for (const fault of faults) console.log(`wrong or missing  ${fault}`);
  console.log(
    `${known.length} known, ${unknown.length} unknown, ${faults.length} wrong or missing (settings ${version})`,
  );
  return unknown.length + faults.length > 0 ? 1 : 0;
}

function main(): number {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, compare: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) console.log(USAGE);
  else if (values.compare !== undefined) return compare(values.compare);
  else {
    const schema = settingsSchema();
    const text = [`Settings ${schema.version}`, ...schema.settings.map(lines)].join('\n\n');
    console.log(values.json ? JSON.stringify(schema, null, 2) : text);
  }
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  process.exitCode = 2;
}
