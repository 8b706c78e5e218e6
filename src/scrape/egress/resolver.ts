import { lookup } from 'node:dns/promises';
import type { Resolver } from './gate';

interface Known {
  addresses: Promise<string[]>;
  until: number;
}

export interface ResolverOptions {
  /** The system's resolver may hang for a minute. */
  timeoutMs?: number;
  /** A page asks for one host dozens of times; each connection is checked and pinned on its own all the same. */
  rememberMs?: number;
  now?: () => number;
  ask?: Resolver;
}

const MAX_REMEMBERED = 1_000;

/**
 * The system's resolver (hosts file included), IPv4 first because many servers have no road to IPv6. Rejects when a
 * name is unknown or the answer takes longer than `timeoutMs` (5 s).
 */
export function createSystemResolver(options: ResolverOptions = {}): Resolver {
  const { timeoutMs = 5_000, rememberMs = 10_000, now = () => performance.now(), ask = askSystem } = options;
  const known = new Map<string, Known>();
  return (name) => {
    const hit = known.get(name);
    if (hit && hit.until > now()) return hit.addresses;
    const addresses = withTimeout(ask(name), timeoutMs, name);
    known.delete(name);
    known.set(name, { addresses, until: now() + rememberMs });
    addresses.catch(() => known.delete(name));
    const oldest = known.keys().next().value;
    if (known.size > MAX_REMEMBERED && oldest !== undefined) known.delete(oldest);
    return addresses;
  };
}

async function askSystem(name: string): Promise<string[]> {
  const answers = await lookup(name, { all: true, order: 'ipv4first' });
  return answers.map((answer) => answer.address);
}

async function withTimeout<T>(work: Promise<T>, ms: number, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer about "${name}" within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
