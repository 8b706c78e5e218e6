import { readArguments, USAGE } from './smoke/arguments';
import { type Finding, tryAddress } from './smoke/try-address';

/** `npm run smoke -- https://…`: whether a running app does what it is for; see USAGE. */
const AGAIN_MS = 60_000;

function told({ name, fault }: Finding): string {
  return fault === null ? `well   ${name}` : `FAULT  ${name}: ${fault}`;
}

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  if (asked.kind === 'help') {
    console.log(USAGE);
    return 0;
  }
  if (asked.kind === 'wrong') {
    console.error(`${asked.why}\n\n${USAGE}`);
    return 2;
  }
  const end = Date.now() + asked.minutes * 60_000;
  for (;;) {
    const findings = await tryAddress(asked.address, asked.headers);
    const faults = findings.filter(({ fault }) => fault !== null);
    console.log([`${asked.address} at ${new Date().toISOString()}`, ...findings.map(told)].join('\n'));
    if (faults.length > 0) {
      console.log(`${faults.length} of ${findings.length} are not well.`);
      return 1;
    }
    console.log(`All ${findings.length} are well.`);
    if (Date.now() + AGAIN_MS > end) return 0;
    await new Promise((done) => setTimeout(done, AGAIN_MS));
  }
}

process.exitCode = await main();
