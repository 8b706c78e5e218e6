import { listLiveApiTokens } from '@/db/api-tokens';
import { listLiveSessions } from '@/db/sessions';
import { mayUseMonitors, type Person } from '@/domain/account/person';
import { DomainError } from '@/domain/errors';
import { LIMITS } from '@/domain/limits';
import type { Deps } from '../deps';

type StreamDeps = Pick<Deps, 'db' | 'now' | 'log'>;

/** By what somebody was let in: a sign-in, or an API token. */
export interface Credential {
  kind: 'session' | 'token';
  id: string;
}

interface OpenStream {
  /** Aborted when the credential is good no more. */
  revoked: AbortSignal;
  close(): void;
}

interface Stream {
  userId: string;
  credential: Credential;
  end: AbortController;
}

/** How long a stream may outlive the sign-in that opened it. */
const CHECK_MS = 2_000;

/** The streams of this process: Next loads modules once per bundle. */
interface Streams {
  open: Set<Stream>;
  checking: boolean;
}
const shared = globalThis as typeof globalThis & { __monitorsStreams?: Streams };

function streams(): Streams {
  shared.__monitorsStreams ??= { open: new Set(), checking: false };
  return shared.__monitorsStreams;
}

/**
 * Takes a place for a stream. While it is open its credential is looked up again every two seconds, with one question
 * for all streams of the process.
 * @throws DomainError `limited` / `too_many_streams` for a person with twenty; `unavailable` / `too_many_streams` where
 * the process has a thousand.
 */
export function openStream(deps: StreamDeps, userId: string, credential: Credential): OpenStream {
  const { open } = streams();
  const own = [...open].filter((stream) => stream.userId === userId).length;
  if (own >= LIMITS.streamsPerPerson) {
    const message = 'You follow too many checks at once. Close other tabs of Monitors!, then reload this one.';
    throw new DomainError('limited', 'too_many_streams', message, { limit: LIMITS.streamsPerPerson });
  }
  if (open.size >= LIMITS.streamsInAll) {
    const message = 'Too many people follow checks right now. Yours goes on; reload the page in a minute to see it.';
    throw new DomainError('unavailable', 'too_many_streams', message);
  }
  const stream = { userId, credential, end: new AbortController() };
  open.add(stream);
  if (!streams().checking) void checkWhileOpen(deps);
  return { revoked: stream.end.signal, close: () => open.delete(stream) };
}

async function checkWhileOpen(deps: StreamDeps): Promise<void> {
  const all = streams();
  all.checking = true;
  while (all.open.size > 0) {
    await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
    await endRevoked(deps, [...all.open]).catch((err: unknown) =>
      deps.log.warn({ err }, 'whether streams may go on could not be looked up; they go on until the next look'),
    );
  }
  all.checking = false;
}

async function endRevoked({ db, now }: StreamDeps, open: Stream[]): Promise<void> {
  const idsOf = (kind: Credential['kind']) => [
    ...new Set(open.flatMap(({ credential }) => (credential.kind === kind ? [credential.id] : []))),
  ];
  const [sessions, tokens] = [idsOf('session'), idsOf('token')];
  const live = new Set([
    ...keysOf('session', sessions.length > 0 ? await listLiveSessions(db, sessions, now()) : []),
    ...keysOf('token', tokens.length > 0 ? await listLiveApiTokens(db, tokens) : []),
  ]);
  for (const { credential, end } of open) if (!live.has(keyOf(credential))) end.abort();
}

function keysOf(kind: Credential['kind'], found: { id: string; person: Person }[]): string[] {
  return found.filter(({ person }) => mayUseMonitors(person)).map(({ id }) => keyOf({ kind, id }));
}

function keyOf({ kind, id }: Credential): string {
  return `${kind}:${id}`;
}
