import { isWithin } from './domain-name';
import { shown } from './finding';
import type { Answer, Lookups } from './lookups';
import { isSpf, parseSpf, type SpfQualifier, type SpfRecord, type SpfTerm } from './spf-record';

/** A receiver stops at the eleventh (RFC 7208, 4.6.4). */
export const MOST_LOOKUPS = 10;
/** At so many we stop counting. */
const COUNTED_TO = 30;
const MOST_VOID = 2;

export interface SpfWalk {
  /** How many further records a receiver has to look up, those of included records too; at most `COUNTED_TO`. */
  lookups: number;
  /** What makes a receiver take the record for none. */
  faults: string[];
  /** Why not all could be looked up; null where it could. */
  failed: string | null;
  /** Whether SendGrid may send. */
  allowsSendGrid: boolean;
  /** Whether anybody may. */
  isOpen: boolean;
  /** What it says of all the others; null where it says nothing. */
  rest: SpfQualifier | null;
}

type Walk = SpfWalk & { void: number };

/** Follows an SPF record of `name` through all that it includes. */
export async function walkSpf(dns: Lookups, name: string, record: SpfRecord): Promise<SpfWalk> {
  const walk: Walk = {
    ...{ lookups: 0, void: 0, faults: [], failed: null, allowsSendGrid: false, isOpen: false, rest: null },
  };
  walk.rest = await follow(dns, walk, { name, record, above: [], allows: true });
  if (walk.void > MOST_VOID) walk.faults.push(`${walk.void} of its names lead nowhere, at most ${MOST_VOID} may`);
  return walk;
}

interface Place {
  name: string;
  record: SpfRecord;
  /** The names that lead here. */
  above: readonly string[];
  /** Whether who is allowed here is allowed by the record at the top. */
  allows: boolean;
}

/** Returns what the record says of all the others. */
async function follow(dns: Lookups, walk: Walk, place: Place): Promise<SpfQualifier | null> {
  walk.faults.push(...place.record.faults);
  for (const term of place.record.terms) {
    const allows = place.allows && term.qualifier === '+';
    if (allows && (term.name === 'all' || term.prefix.split('//').includes('0'))) walk.isOpen = true;
    if (term.name === 'all') return term.qualifier;
    if (!isLookup(term) || !counts(walk)) continue;
    if (term.name === 'include') await include(dns, walk, { ...place, allows }, term.value);
    else await resolve(dns, walk, term, term.value || place.name);
    if (walk.failed !== null) return null;
  }
  const { redirect } = place.record;
  if (redirect === null || !counts(walk)) return null;
  return include(dns, walk, place, redirect);
}

function isLookup({ name }: SpfTerm): boolean {
  return ['include', 'a', 'mx', 'ptr', 'exists'].includes(name);
}

/** Counts one more; false where we stop. */
function counts(walk: Walk): boolean {
  if (walk.lookups >= COUNTED_TO) return false;
  walk.lookups += 1;
  return true;
}

async function include(dns: Lookups, walk: Walk, from: Place, name: string): Promise<SpfQualifier | null> {
  if (from.allows && isWithin(name, 'sendgrid.net')) walk.allowsSendGrid = true;
  // What a macro stands for differs from email to email.
  if (name.includes('%')) return null;
  const above = [...from.above, from.name];
  if (above.includes(name)) {
    walk.faults.push(`"${shown(name, 60)}" includes itself`);
    return null;
  }
  const found = await oneSpf(dns, name);
  if (found.kind === 'failed') walk.failed = `${shown(name, 60)}: ${found.why}`;
  else if (found.kind === 'fault') walk.faults.push(`"${shown(name, 60)}" has ${found.why}`);
  else return follow(dns, walk, { ...from, name, record: found.record, above });
  return null;
}

async function resolve(dns: Lookups, walk: Walk, { name: mechanism }: SpfTerm, name: string): Promise<void> {
  if (name.includes('%') || mechanism === 'ptr') return;
  const answer: Answer<string> = mechanism === 'mx' ? await dns.mx(name) : await dns.address(name);
  if (answer.kind === 'none') walk.void += 1;
  if (answer.kind === 'failed') walk.failed = `${shown(name, 60)}: ${answer.why}`;
}

type OneSpf =
  | { kind: 'found'; text: string; record: SpfRecord }
  | { kind: 'fault'; why: string; several: boolean }
  | { kind: 'failed'; why: string };

/** The one SPF record of a name. */
export async function oneSpf(dns: Lookups, name: string): Promise<OneSpf> {
  const answer = await dns.txt(name);
  if (answer.kind === 'failed') return answer;
  const [text, ...others] = answer.kind === 'found' ? answer.records.filter(isSpf) : [];
  if (text === undefined) return { kind: 'fault', why: 'no SPF record', several: false };
  if (others.length > 0)
    return { kind: 'fault', why: `${others.length + 1} SPF records, which count as none`, several: true };
  return { kind: 'found', text, record: parseSpf(text) };
}
