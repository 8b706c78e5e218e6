import { isWithin } from './domain-name';
import { type Finding, finding, shown } from './finding';
import type { Lookups } from './lookups';
import { parseTags } from './tags';

const LONGEST_RECORD = 4_000;
/** Receivers climb no higher (DMARCbis, 4.10). */
const MOST_LEVELS = 8;
const MOST_REPORTS = 3;

export interface Dmarc {
  findings: Finding[];
  /** The domain whose policy counts; null where there is none. */
  at: string | null;
  /** Whether From must be the very domain of signature and return path. */
  strict: { dkim: boolean; spf: boolean };
}

type Place = { kind: 'found'; at: string; records: string[] } | { kind: 'none' } | { kind: 'failed'; why: string };

/** The DMARC policy that counts for a domain: its own, or that of a domain above it. */
export async function checkDmarc(dns: Lookups, domain: string): Promise<Dmarc> {
  const place = await findPolicy(dns, domain);
  if (place.kind === 'failed') return only(finding('unknown', 'DMARC', place.why, 'Ask again later.'));
  if (place.kind === 'none') {
    const next = `Add a TXT record at _dmarc.${domain}: "v=DMARC1; p=none; rua=mailto:dmarc@${domain}".`;
    return only(finding('mend', 'DMARC', 'there is no record.', next));
  }
  const [text = '', ...others] = place.records;
  const at = `_dmarc.${place.at}`;
  if (others.length > 0) {
    const says = `${at} has ${place.records.length} records, which count as none.`;
    return only(finding('mend', 'DMARC', says, 'Keep one of them.'));
  }
  if (text.length > LONGEST_RECORD)
    return only(finding('mend', 'DMARC', `the record has ${text.length} characters.`, 'Write it anew, in one line.'));
  const tags = parseTags(text);
  const policy = policyFinding(tags, at, place.at === domain);
  const reports = await reportFindings(dns, place.at, tags.get('rua') ?? '');
  const strict = { dkim: tags.get('adkim')?.toLowerCase() === 's', spf: tags.get('aspf')?.toLowerCase() === 's' };
  return { findings: [policy, ...shareFindings(tags), ...reports], at: place.at, strict };
}

function only(one: Finding): Dmarc {
  return { findings: [one], at: null, strict: { dkim: false, spf: false } };
}

async function findPolicy(dns: Lookups, domain: string): Promise<Place> {
  const labels = domain.split('.');
  const climbed = labels.length > MOST_LEVELS ? [0, ...range(labels.length - MOST_LEVELS + 1, labels.length)] : [];
  const starts = climbed.length > 0 ? climbed : range(0, labels.length);
  for (const start of starts) {
    const at = labels.slice(start).join('.');
    const answer = await dns.txt(`_dmarc.${at}`);
    if (answer.kind === 'failed') return answer;
    const records =
      answer.kind === 'found' ? answer.records.filter((text) => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text)) : [];
    // What a whole ending ("co.uk") asks for is not this domain's own.
    if (
      records.length > 0 &&
      parseTags(records[0] ?? '')
        .get('psd')
        ?.toLowerCase() !== 'y'
    )
      return { kind: 'found', at, records };
  }
  return { kind: 'none' };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function policyFinding(tags: Map<string, string>, at: string, isOwn: boolean): Finding {
  const asked = (isOwn ? tags.get('p') : (tags.get('sp') ?? tags.get('p')))?.toLowerCase();
  const says = `"p=${shown(asked ?? '', 20)}" at ${at}`;
  if (asked === 'reject') return finding('ok', 'DMARC', `${says}: who writes in your name is refused.`);
  if (asked === 'quarantine')
    return finding('ok', 'DMARC', `${says}: who writes in your name lands in spam.`, 'In time: "p=reject".');
  if (asked === 'none') {
    const next = 'After some weeks of reports that name nobody but SendGrid: "p=quarantine", then "p=reject".';
    return finding('advice', 'DMARC', `${says}: it only reports.`, next);
  }
  const why = asked === undefined ? `the record at ${at} says no policy.` : `${says} is no policy.`;
  return finding('mend', 'DMARC', why, 'Put "p=none", "p=quarantine" or "p=reject" behind "v=DMARC1;".');
}

function shareFindings(tags: Map<string, string>): Finding[] {
  const share = tags.get('pct');
  if (share === undefined || share === '100') return [];
  return [finding('advice', 'DMARC', `"pct=${shown(share, 20)}": it holds for a part alone.`, 'Take "pct" out of it.')];
}

/** Whether reports reach somebody: a domain must agree to get those of another (RFC 7489, 7.1). */
async function reportFindings(dns: Lookups, domain: string, rua: string): Promise<Finding[]> {
  const about = 'DMARC reports';
  const example = `"rua=mailto:dmarc@${domain}"`;
  if (rua === '') return [finding('advice', about, 'nobody gets them ("rua").', `Add ${example}.`)];
  const receivers = rua
    .split(',')
    .slice(0, MOST_REPORTS)
    .map((address) => address.trim());
  return Promise.all(
    receivers.map(async (address) => {
      const [, host] = /^mailto:[^@\s]{1,64}@([a-z\d.-]{1,253})(?:![\dkmgt]{1,20})?$/i.exec(address) ?? [];
      if (host === undefined)
        return finding('advice', about, `"${shown(address, 60)}" is no address of email.`, `Write ${example}.`);
      const to = host.toLowerCase();
      if (isWithin(to, domain) || isWithin(domain, to)) return finding('ok', about, `they go to ${shown(to)}.`);
      const agreed = await dns.txt(`${domain}._report._dmarc.${to}`);
      if (agreed.kind === 'found' && agreed.records.some((text) => /^v\s*=\s*DMARC1/.test(text)))
        return finding('ok', about, `they go to ${shown(to)}, which agrees.`);
      const says = `they go to ${shown(to)}, which ${agreed.kind === 'failed' ? 'did not answer' : 'does not agree'}.`;
      return finding('advice', about, says, `It needs a TXT record "v=DMARC1" at ${domain}._report._dmarc.${to}.`);
    }),
  );
}
