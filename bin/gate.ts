import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { parseGateCase, runGateCase } from '@/scrape/egress/gate-case';

/**
 * `npm run gate -- --cases urls.jsonl` ("-" reads standard input): runs each line {id, url, dns?, redirects?} through
 * the egress gate without touching the network, and prints {id, blocked, reason}. A line that cannot be read counts as
 * blocked and is explained on standard error.
 */
async function main(): Promise<number> {
  const cases = readCasesOption();
  if (!cases) {
    console.error('Usage: npm run gate -- --cases urls.jsonl   (or --cases - for standard input)');
    return 2;
  }
  const input = cases === '-' ? process.stdin : createReadStream(cases, 'utf8');
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line.trim() !== '') console.log(JSON.stringify(await judge(line, number)));
    }
  } catch (error) {
    console.error(`Cannot read ${cases}: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  return 0;
}

function readCasesOption(): string | undefined {
  try {
    return parseArgs({ options: { cases: { type: 'string' } } }).values.cases;
  } catch {
    return undefined;
  }
}

async function judge(line: string, number: number) {
  const read = parseGateCase(line);
  if (read.ok) return runGateCase(read.case);
  console.error(`Line ${number}: ${read.error}`);
  return { id: read.id ?? number, blocked: true, reason: `Not a case: ${read.error}` };
}

process.exitCode = await main();
