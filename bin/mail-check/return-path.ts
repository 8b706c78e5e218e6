import { isWithin } from './domain-name';
import { type Finding, finding, shown } from './finding';
import type { Lookups } from './lookups';
import { leadsAstray } from './sendgrid-name';
import { oneSpf, walkSpf } from './spf-walk';

const ABOUT = 'Return path';
const VERIFY = 'Press Verify at SendGrid, Settings → Sender Authentication.';

export interface ReturnPath {
  findings: Finding[];
  /** The name at which SPF passes for SendGrid; null where it does not, or was not named. */
  carrier: string | null;
}

/** The name that bounces go to, and at which receivers check SPF: a CNAME to SendGrid, or MX and SPF of its own. */
export async function checkReturnPath(dns: Lookups, domain: string, host: string | null): Promise<ReturnPath> {
  if (host === null) {
    const next = 'Name it to have it checked: --return-path em1234, as SendGrid shows it.';
    return { findings: [finding('advice', ABOUT, 'not named; DNS has no list of names.', next)], carrier: null };
  }
  const cname = await dns.cname(host);
  if (cname.kind === 'failed') return not(finding('unknown', ABOUT, cname.why, 'Ask again later.'));
  const target = cname.kind === 'found' ? (cname.records[0] ?? '') : null;
  if (target !== null && !isWithin(target, 'sendgrid.net')) {
    const says = `${host} leads to ${shown(target)}, which is not SendGrid.`;
    return not(
      finding('mend', ABOUT, says, 'Put the value that SendGrid shows, uNNN.wl.sendgrid.net, and a dot behind it.'),
    );
  }
  const [mx, spf] = await Promise.all([dns.mx(host), oneSpf(dns, host)]);
  if (mx.kind === 'failed') return not(finding('unknown', ABOUT, mx.why, 'Ask again later.'));
  if (spf.kind === 'failed') return not(finding('unknown', ABOUT, spf.why, 'Ask again later.'));
  if (target === null && mx.kind === 'none' && spf.kind === 'fault') {
    const next =
      (await leadsAstray(dns, host, domain)) ?? `Add the CNAME that SendGrid shows: ${host} → uNNN.wl.sendgrid.net.`;
    return not(finding('mend', ABOUT, `${host} is not there.`, next));
  }
  const mend = target === null ? 'Put the records that SendGrid shows.' : VERIFY;
  if (mx.kind === 'none' || !mx.records.some((server) => isWithin(server, 'sendgrid.net')))
    return not(finding('mend', ABOUT, `${host}: bounces do not go to SendGrid (no MX of it).`, mend));
  if (spf.kind === 'fault') return not(finding('mend', ABOUT, `${host} has ${spf.why}.`, mend));
  // What stands behind SendGrid's own CNAME names its servers.
  const walk = target === null ? await walkSpf(dns, host, spf.record) : null;
  if (walk?.failed) return not(finding('unknown', ABOUT, walk.failed, 'Ask again later.'));
  if (walk && (!walk.allowsSendGrid || walk.faults.length > 0))
    return not(finding('mend', ABOUT, `${host}: its SPF record does not allow SendGrid.`, mend));
  const by = target === null ? 'MX and SPF of SendGrid' : `by ${shown(target)}`;
  return { findings: [finding('ok', ABOUT, `${host}, ${by}.`)], carrier: host };
}

function not(one: Finding): ReturnPath {
  return { findings: [one], carrier: null };
}
