import type { Person } from '@/domain/account/person';
import { DomainError } from '@/domain/errors';
import { type Credential, openStream } from '@/flows/refresh/open-stream';
import { asDomainError, toTrpcError } from './error-map';
import type { RequestContext } from './init';

/** Who opens a stream: somebody whom the guards have let in. */
type StreamContext = Pick<RequestContext, 'sessionId' | 'tokenId' | 'deps'> & { person: Person };

/**
 * What `follow` tells, as a stream of tRPC's: within the caps of a person and of all, and no longer than the sign-in or
 * token behind it is good. Streams run outside the middlewares, so domain errors, and a database that is away, are
 * given their tRPC code here: whatever a stream asks before it tells anything belongs into `follow`.
 */
export async function* liveStream<State>(
  ctx: StreamContext,
  signal: AbortSignal | undefined,
  follow: (signal: AbortSignal) => AsyncIterable<State>,
): AsyncGenerator<State, void> {
  try {
    const { revoked, close } = openStream(ctx.deps, ctx.person.id, credentialOf(ctx));
    try {
      yield* follow(signal ? AbortSignal.any([signal, revoked]) : revoked);
      if (revoked.aborted) throw new DomainError('unauthenticated', 'signed_out', 'Sign in to go on.');
    } finally {
      close();
    }
  } catch (error) {
    const known = asDomainError(error);
    throw known ? toTrpcError(known) : error;
  }
}

function credentialOf({ sessionId, tokenId }: StreamContext): Credential {
  if (sessionId !== null) return { kind: 'session', id: sessionId };
  if (tokenId !== null) return { kind: 'token', id: tokenId };
  throw new DomainError('unauthenticated', 'signed_out', 'Sign in to go on.');
}
