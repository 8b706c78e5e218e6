import { type Finding, finding, shown } from './finding';
import type { Lookups } from './lookups';

/** Whether the domain that emails come from can get answers: receivers mistrust one that cannot. */
export async function checkMx(dns: Lookups, domain: string): Promise<Finding> {
  const answer = await dns.mx(domain);
  if (answer.kind === 'failed') return finding('unknown', 'MX', answer.why, 'Ask again later.');
  const add = `Add an MX record of whoever takes email for ${domain}.`;
  if (answer.kind === 'found') {
    const [first = ''] = answer.records;
    if (first !== '') return finding('ok', 'MX', `answers go to ${shown(first)}.`);
    return finding('mend', 'MX', `${domain} says that it takes no email; many refuse what comes from it.`, add);
  }
  const address = await dns.address(domain);
  if (address.kind === 'failed') return finding('unknown', 'MX', address.why, 'Ask again later.');
  if (address.kind === 'found')
    return finding('advice', 'MX', 'there is none; answers go to the address of the domain itself.', add);
  const says = answer.isNoName ? `${domain} is not in DNS.` : 'there is none, and no address either.';
  return finding('mend', 'MX', says, answer.isNoName ? `Is ${domain} spelled right, and still yours?` : add);
}
