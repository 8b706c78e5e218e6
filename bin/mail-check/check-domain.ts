import { checkDkim } from './dkim';
import { checkDmarc, type Dmarc } from './dmarc';
import { isWithin } from './domain-name';
import { type Finding, finding, isFault } from './finding';
import type { Lookups } from './lookups';
import { checkMx } from './mx';
import { checkReturnPath } from './return-path';
import { checkSpf } from './spf';

/** SendGrid turns its keys over between these two. */
export const SELECTORS = ['s1', 's2'];

export interface SenderDomain {
  /** What emails come from. */
  domain: string;
  /** What SendGrid signs for: the domain that was authenticated there, mostly the same. */
  signedBy: string;
  selectors: readonly string[];
  /** The name that bounces go to; null where it was not named. */
  returnPath: string | null;
}

/** All that receivers ask of DNS about emails that SendGrid sends for a domain. */
export async function checkDomain(dns: Lookups, sender: SenderDomain): Promise<Finding[]> {
  const { domain, signedBy, selectors } = sender;
  const [returnPath, dmarc, mx, ...keys] = await Promise.all([
    checkReturnPath(dns, signedBy, sender.returnPath),
    checkDmarc(dns, domain),
    checkMx(dns, domain),
    ...selectors.map((selector) => checkDkim(dns, signedBy, selector)),
  ]);
  const spf = await checkSpf(dns, domain, returnPath.carrier !== null);
  const isSigned = keys.length > 0 && !keys.flat().some(isFault);
  const alignment = checkAlignment(sender, dmarc, { carrier: returnPath.carrier, isSigned });
  return [...spf, ...returnPath.findings, ...keys.flat(), ...dmarc.findings, ...alignment, mx];
}

/**
 * Whether the domain that signs, or the return path's, counts for the one in From: DMARC passes by either. Relaxed,
 * they share the domain whose policy counts; strict, they are the same.
 */
function checkAlignment(
  { domain, signedBy }: SenderDomain,
  { at, strict }: Dmarc,
  { carrier, isSigned }: { carrier: string | null; isSigned: boolean },
): Finding[] {
  const counts = (name: string, isStrict: boolean) =>
    isStrict ? name === domain : isWithin(name, at ?? domain) || isWithin(domain, name);
  const byKey = counts(signedBy, strict.dkim);
  const bySpf = carrier !== null && counts(carrier, strict.spf);
  // Where there is nothing that could count, that has been said.
  if (!isSigned && !bySpf) return [];
  const loosen = 'Take "adkim=s" out of the DMARC record.';
  if (isSigned && byKey) {
    const next = carrier !== null && strict.spf && !bySpf ? 'For both, take "aspf=s" out of the DMARC record.' : '';
    return [finding('ok', 'Alignment', `DMARC passes by DKIM${bySpf ? ' and by SPF' : ' alone'}.`, next)];
  }
  if (bySpf) {
    const says = 'DMARC passes by SPF alone, which is lost when an email is forwarded.';
    return [finding('advice', 'Alignment', says, isSigned && strict.dkim ? loosen : 'Mend DKIM.')];
  }
  const says = `the signature of ${signedBy} does not count for ${domain}.`;
  return [finding('mend', 'Alignment', says, strict.dkim ? loosen : `Authenticate ${domain} itself at SendGrid.`)];
}
