import { z } from 'zod';
import { checkUrl, type Resolver } from './gate';
import { resolveLocation } from './redirect';

/** A case for the gate: a URL, what names resolve to, and where it redirects, one Location after another. */
const GateCase = z.object({
  id: z.union([z.string(), z.number()]),
  url: z.string(),
  dns: z.record(z.string(), z.union([z.string().transform((one) => [one]), z.array(z.string())])).nullish(),
  redirects: z.array(z.string()).nullish(),
});
export type GateCase = z.infer<typeof GateCase>;

export interface GateCaseResult {
  id: string | number;
  blocked: boolean;
  /** For the person; "" when all of the chain is allowed. */
  reason: string;
}

/** What a name without an entry resolves to. */
const PUBLIC_ADDRESS = '93.184.216.34';
/** As many as a fetch follows. */
const MAX_REDIRECTS = 10;

export type GateCaseRead = { ok: true; case: GateCase } | { ok: false; id: string | number | null; error: string };

/** Reads one line of JSON; a byte order mark before it is no part of it. */
export function parseGateCase(line: string): GateCaseRead {
  let data: unknown;
  try {
    data = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, id: null, error: 'not JSON; expected {"id": …, "url": "…"}' };
  }
  const read = GateCase.safeParse(data);
  if (read.success) return { ok: true, case: read.data };
  const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(data);
  const issue = read.error.issues[0];
  const error = `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'unreadable'}`;
  return { ok: false, id: id.success ? id.data.id : null, error };
}

/** Runs the whole chain through the gate: blocked as soon as one address of it is refused. */
export async function runGateCase(given: GateCase): Promise<GateCaseResult> {
  const resolver = resolverOf(given.dns ?? {});
  const redirects = given.redirects ?? [];
  let text = given.url;
  for (let hop = 0; hop <= redirects.length; hop += 1) {
    if (hop > MAX_REDIRECTS) return blocked(given.id, hop, `More than ${MAX_REDIRECTS} redirects.`);
    const verdict = await checkUrl(text, resolver);
    if (!verdict.allowed) return blocked(given.id, hop, verdict.reason);
    const location = redirects[hop];
    if (location === undefined) break;
    const next = resolveLocation(location, verdict.url);
    if (next === null) return blocked(given.id, hop + 1, 'The redirect leads to something that is not a web address.');
    text = next;
  }
  return { id: given.id, blocked: false, reason: '' };
}

function blocked(id: string | number, hop: number, reason: string): GateCaseResult {
  return { id, blocked: true, reason: hop === 0 ? reason : `Redirect ${hop}: ${reason}` };
}

/** Names are looked up as a resolver would: without regard to case or the last dot. */
function resolverOf(dns: Record<string, string[]>): Resolver {
  const known = new Map(Object.entries(dns).map(([name, addresses]) => [plain(name), addresses]));
  return async (name) => known.get(plain(name)) ?? [PUBLIC_ADDRESS];
}

function plain(name: string): string {
  const ascii = URL.canParse(`http://${name}/`) ? new URL(`http://${name}/`).hostname : name;
  return ascii.toLowerCase().replace(/\.$/, '');
}
