import { type Finding, finding, shown } from './finding';
import type { Lookups } from './lookups';
import { MOST_LOOKUPS, oneSpf, type SpfWalk, walkSpf } from './spf-walk';

const OWN_RECORD = '"v=spf1 include:sendgrid.net ~all"';
const MOST_CHARACTERS = 450;

/**
 * The SPF record of a domain. `returnPathCarries`: SPF passes by the return path's own name, so that this record need
 * not allow SendGrid.
 */
export async function checkSpf(dns: Lookups, domain: string, returnPathCarries: boolean): Promise<Finding[]> {
  const found = await oneSpf(dns, domain);
  if (found.kind === 'failed') return [finding('unknown', 'SPF', found.why, 'Ask again later.')];
  if (found.kind === 'fault') {
    if (found.several) return [finding('mend', 'SPF', `${domain} has ${found.why}.`, 'Join them into one TXT record.')];
    const or = returnPathCarries ? '' : ', or name the return path (--return-path em1234)';
    const next = `Add a TXT record at ${domain}: ${OWN_RECORD}${or}.`;
    return [finding(returnPathCarries ? 'advice' : 'mend', 'SPF', `${domain} has no SPF record.`, next)];
  }
  const walk = await walkSpf(dns, domain, found.record);
  const findings = [...recordFaults(walk, found.text), ...sendGridFaults(walk, returnPathCarries), ...restAdvice(walk)];
  if (findings.some(({ level }) => level !== 'advice')) return findings;
  const who = walk.allowsSendGrid ? 'it allows SendGrid' : 'SPF passes by the return path';
  const lookups = `${walk.lookups} of ${MOST_LOOKUPS} lookups`;
  return [finding('ok', 'SPF', `"${shown(found.text)}": ${who}, ${lookups}.`), ...findings];
}

function recordFaults(walk: SpfWalk, text: string): Finding[] {
  const findings = [...new Set(walk.faults)].map((fault) =>
    finding('mend', 'SPF', `${fault}; receivers take the record for none.`, 'Correct or remove that term.'),
  );
  if (walk.lookups > MOST_LOOKUPS) {
    const says = `it takes ${walk.lookups} lookups, at most ${MOST_LOOKUPS} may be; receivers take it for none.`;
    findings.push(finding('mend', 'SPF', says, 'Remove services that no longer send for you.'));
  }
  if (walk.isOpen)
    findings.push(finding('mend', 'SPF', 'it lets anybody send in your name ("+all").', 'Put "~all" or "-all".'));
  if (walk.failed !== null) findings.push(finding('unknown', 'SPF', walk.failed, 'Ask again later.'));
  if (text.length > MOST_CHARACTERS && text.length <= 4_000)
    findings.push(
      finding('advice', 'SPF', `it has ${text.length} characters.`, 'Keep it below 450: one answer of DNS.'),
    );
  return findings;
}

function sendGridFaults(walk: SpfWalk, returnPathCarries: boolean): Finding[] {
  if (walk.allowsSendGrid || returnPathCarries || walk.failed !== null) return [];
  const next =
    'Name the return path that SendGrid shows under Settings → Sender Authentication (--return-path em1234), ' +
    'or put "include:sendgrid.net" before "all".';
  return [finding('mend', 'SPF', 'nothing allows SendGrid.', next)];
}

function restAdvice(walk: SpfWalk): Finding[] {
  if (walk.isOpen || walk.rest === '-' || walk.rest === '~' || walk.failed !== null || walk.faults.length > 0)
    return [];
  const says = walk.rest === '?' ? '"?all" says nothing of all others.' : 'it does not end with "all".';
  return [finding('advice', 'SPF', says, 'End it with "~all", or "-all" once DMARC reports name nobody else.')];
}
