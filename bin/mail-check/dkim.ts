import { createPublicKey } from 'node:crypto';
import { isWithin } from './domain-name';
import { type Finding, finding, shown } from './finding';
import type { Lookups } from './lookups';
import { leadsAstray } from './sendgrid-name';
import { parseTags } from './tags';

const LONGEST_RECORD = 8_000;
const SHORTEST_KEY = 1_024;
const GOOD_KEY = 2_048;

/** The key by which SendGrid signs for a domain under one selector: a CNAME to SendGrid, or the key itself. */
export async function checkDkim(dns: Lookups, domain: string, selector: string): Promise<Finding[]> {
  const about = `DKIM ${selector}`;
  const name = `${selector}._domainkey.${domain}`;
  const [cname, txt] = await Promise.all([dns.cname(name), dns.txt(name)]);
  if (cname.kind === 'failed') return [finding('unknown', about, cname.why, 'Ask again later.')];
  const target = cname.kind === 'found' ? (cname.records[0] ?? '') : null;
  if (target !== null && !isWithin(target, 'sendgrid.net')) {
    const says = `${name} leads to ${shown(target)}, which is not SendGrid.`;
    const next = `Put the value that SendGrid shows, ${selector}.domainkey.uNNN.wl.sendgrid.net, and a dot behind it.`;
    return [finding('mend', about, says, next)];
  }
  if (txt.kind === 'failed') return [finding('unknown', about, txt.why, 'Ask again later.')];
  if (txt.kind === 'found') return [judgeKey(about, txt.records, target)];
  if (target !== null) {
    const says = `${name} leads to ${shown(target)}, and there is no key.`;
    return [finding('mend', about, says, 'Press Verify at SendGrid, Settings → Sender Authentication.')];
  }
  const astray = await leadsAstray(dns, name, domain);
  const next =
    astray ?? `Add the CNAME record that SendGrid shows: ${name} → ${selector}.domainkey.uNNN.wl.sendgrid.net.`;
  return [finding('mend', about, `${name} is not there.`, next)];
}

function judgeKey(about: string, records: readonly string[], target: string | null): Finding {
  const replace = target === null ? 'Put the key that SendGrid shows.' : 'Authenticate the domain anew at SendGrid.';
  const mend = (says: string) => finding('mend', about, says, replace);
  const [text = '', ...others] = records;
  if (others.length > 0) return mend(`there are ${records.length} records, and one may be.`);
  if (text.length > LONGEST_RECORD) return mend(`the record has ${text.length} characters, more than receivers read.`);
  const tags = parseTags(text);
  if ((tags.get('v') ?? 'DKIM1') !== 'DKIM1' || !tags.has('p')) return mend(`"${shown(text)}" is no key.`);
  const key = tags.get('p')?.replace(/\s+/g, '') ?? '';
  if (key === '') return mend('the key was revoked ("p=" is empty).');
  if (!(tags.get('h') ?? 'sha256').split(':').some((hash) => hash.trim() === 'sha256'))
    return mend('the key does not allow SHA-256.');
  const type = (tags.get('k') ?? 'rsa').toLowerCase();
  if (type === 'ed25519')
    return finding('advice', about, 'an Ed25519 key, which many receivers do not know.', 'Use an RSA key beside it.');
  const bits = type === 'rsa' ? bitsOf(key) : null;
  if (bits === null) return mend(`"${shown(text)}" holds no key that receivers can read.`);
  if (bits < SHORTEST_KEY) return mend(`a key of ${bits} bits, which receivers do not trust.`);
  const by = target === null ? '' : `, by ${shown(target)}`;
  if (
    tags
      .get('t')
      ?.split(':')
      .some((flag) => flag.trim() === 'y')
  )
    return finding('advice', about, `the key says that it is being tried ("t=y")${by}.`, 'Take "t=y" out of it.');
  const says = `a key of ${bits} bits${by}.`;
  if (bits < GOOD_KEY) return finding('advice', about, says, 'Ask SendGrid for one of 2048 bits.');
  return finding('ok', about, says);
}

/** How long an RSA key is; null where it is none. */
function bitsOf(base64: string): number | null {
  if (!/^[a-z\d+/]+={0,2}$/i.test(base64)) return null;
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'rsa' ? (key.asymmetricKeyDetails?.modulusLength ?? null) : null;
  } catch {
    return null;
  }
}
