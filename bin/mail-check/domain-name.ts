import { domainToASCII, domainToUnicode } from 'node:url';
import { shown } from './finding';

export type DomainName = { ok: true; name: string } | { ok: false; why: string };

/** An address is at most 320 characters long, and nobody's name of a domain is longer. */
const LONGEST = 320;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** The domain that a person wrote, or that of an email address, in ASCII and lower case; else what is wrong with it. */
export function readDomain(written: string): DomainName {
  if (written.length > LONGEST) return refused(`${written.length} characters are no domain`);
  const text = written.trim();
  if (/^[a-z][a-z0-9+.-]{0,20}:/i.test(text)) return refused(`"${shown(text)}" is an address of the web`);
  const domain = text.slice(text.lastIndexOf('@') + 1).replace(/\.$/, '');
  if (domain === '' || /[\p{C}\p{Z}\s/\\?#%:[\]]/u.test(domain)) return refused(`"${shown(text)}" is no domain`);
  const name = domainToASCII(domain);
  const labels = name.split('.');
  const isName = labels.length > 1 && name.length <= 253 && labels.every((label) => LABEL.test(label));
  // A number at the end is an IP address.
  return isName && !/^\d+$/.test(labels.at(-1) ?? '') ? { ok: true, name } : refused(`"${shown(text)}" is no domain`);
}

function refused(why: string): DomainName {
  return { ok: false, why: `${why}. Write the domain alone, for example: example.com` };
}

/** A domain as people read it, beside its name in DNS where the two differ. */
export function displayName(name: string): string {
  const readable = shown(domainToUnicode(name));
  return readable === name || readable === '' ? name : `${readable} (${name})`;
}

/** Whether `name` is `domain` or lies below it. */
export function isWithin(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}
