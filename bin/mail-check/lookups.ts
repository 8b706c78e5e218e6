import type { Resolver } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is asked of DNS; a test hands in records of its own. */
export type DnsResolver = Pick<Resolver, 'resolveTxt' | 'resolveCname' | 'resolveMx' | 'resolve4' | 'resolve6'>;

/** `none`: DNS answered that there is nothing. `failed`: it did not answer. */
export type Answer<Record> =
  | { kind: 'found'; records: Record[] }
  | { kind: 'none'; isNoName: boolean }
  | { kind: 'failed'; why: string };

export interface Lookups {
  /** TXT records, each of them joined from its chunks. */
  txt(name: string): Promise<Answer<string>>;
  /** Names without the dot at their end, in lower case. */
  cname(name: string): Promise<Answer<string>>;
  /** Mail servers, the first choice first; the null MX is an empty name. */
  mx(name: string): Promise<Answer<string>>;
  /** IPv4 and IPv6 addresses. */
  address(name: string): Promise<Answer<string>>;
}

const ANSWER_MS = 6_000;
/** No more are asked for one domain, and none after so long: records of others lead from one to the next. */
const MOST_QUESTIONS = 120;
const ALL_MS = 45_000;

const NOTHING = new Set(['ENODATA', 'ENOTFOUND', 'EBADNAME']);
const FAILURES: Record<string, string> = {
  ESERVFAIL: 'the name server failed (SERVFAIL)',
  ETIMEOUT: 'no answer in time',
  EREFUSED: 'the name server refused',
  ECONNREFUSED: 'no name server could be reached',
  ECANCELLED: 'no answer in time',
};

/** Asks each question once, and bounds the time of an answer and the number of questions. Never rejects. */
export function createLookups(dns: DnsResolver, { answerMs = ANSWER_MS, allMs = ALL_MS } = {}): Lookups {
  const asked = new Map<string, Promise<Answer<string>>>();
  const until = performance.now() + allMs;
  const once = (kind: string, name: string, ask: () => Promise<string[]>): Promise<Answer<string>> => {
    const key = `${kind} ${name}`;
    const known = asked.get(key);
    if (known) return known;
    const left = until - performance.now();
    if (asked.size >= MOST_QUESTIONS || left <= 0)
      return Promise.resolve({ kind: 'failed', why: 'too many questions to DNS' });
    const answer = bounded(ask, Math.min(answerMs, left));
    asked.set(key, answer);
    return answer;
  };
  const lookups: Lookups = {
    txt: (name) => once('TXT', name, async () => (await dns.resolveTxt(name)).map((chunks) => chunks.join(''))),
    cname: (name) => once('CNAME', name, async () => (await dns.resolveCname(name)).map(plainName)),
    mx: (name) =>
      once('MX', name, async () => {
        const servers = await dns.resolveMx(name);
        return servers.sort((one, other) => one.priority - other.priority).map(({ exchange }) => plainName(exchange));
      }),
    address: async (name) => {
      const [four, six] = await Promise.all([
        once('A', name, () => dns.resolve4(name)),
        once('AAAA', name, () => dns.resolve6(name)),
      ]);
      return four.kind === 'found' || (four.kind === 'failed' && six.kind !== 'found') ? four : six;
    },
  };
  return lookups;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

async function bounded(ask: () => Promise<string[]>, withinMs: number): Promise<Answer<string>> {
  const ended = new AbortController();
  const late = sleep(withinMs, undefined, { signal: ended.signal, ref: true }).then(() => {
    throw Object.assign(new Error('late'), { code: 'ETIMEOUT' });
  });
  try {
    const records = await Promise.race([ask(), late]);
    return records.length > 0 ? { kind: 'found', records } : { kind: 'none', isNoName: false };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (NOTHING.has(code)) return { kind: 'none', isNoName: code === 'ENOTFOUND' };
    return { kind: 'failed', why: FAILURES[code] ?? 'the name server’s answer could not be used' };
  } finally {
    late.catch(() => undefined);
    ended.abort();
  }
}
