import { isWithin } from './domain-name';
import type { Lookups } from './lookups';

/**
 * What to do where a record stands at a name that has the domain twice, since the provider of the DNS adds it by
 * itself; null where it does not.
 */
export async function leadsAstray(dns: Lookups, name: string, domain: string): Promise<string | null> {
  const doubled = `${name}.${domain}`;
  const answer = await dns.cname(doubled);
  if (answer.kind !== 'found' || !answer.records.some((target) => isWithin(target, 'sendgrid.net'))) return null;
  const short = name.slice(0, -domain.length - 1);
  return `The record stands at ${doubled}: your provider of DNS adds the domain by itself, so enter "${short}" alone.`;
}
