import { Resolver } from 'node:dns/promises';
import { existsSync } from 'node:fs';
import { getEnv } from '@/env';
import { readArguments, USAGE } from './mail-check/arguments';
import { checkDomain, type SenderDomain } from './mail-check/check-domain';
import { displayName } from './mail-check/domain-name';
import { isFault, reportLines } from './mail-check/finding';
import { createLookups } from './mail-check/lookups';

/** `npm run mail:check`: what DNS says of the domain that emails come from; see USAGE. */
const ANSWER_MS = 2_000;
const TRIES = 2;

async function check(sender: SenderDomain): Promise<number> {
  const resolver = new Resolver({ timeout: ANSWER_MS, tries: TRIES });
  const findings = await checkDomain(createLookups(resolver), sender);
  // What nobody waits for any more would keep the process.
  resolver.cancel();
  console.log([`${displayName(sender.domain)}, as SendGrid sends for it:`, ...reportLines(findings)].join('\n'));
  return findings.some(isFault) ? 1 : 0;
}

/** What the app would send from; null where nobody has said. Throws where settings are wrong. */
function fromSetting(): string | null {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { FROM_EMAIL } = getEnv();
  return FROM_EMAIL.endsWith('@localhost.localdomain') ? null : FROM_EMAIL;
}

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2), fromSetting);
  if (asked.kind === 'check') return check(asked.sender);
  if (asked.kind === 'help') console.log(USAGE);
  else console.error(`${asked.why}\n\n${USAGE}`);
  return asked.kind === 'help' ? 0 : 2;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
