import { mintApiToken } from '@/auth/secret';
import { type ApiTokenSummary, insertApiToken, revokeApiToken as revokeRow } from '@/db/api-tokens';
import { TOKENS_PER_PERSON, type TokenScope } from '@/domain/account/account-access';
import type { Person } from '@/domain/account/person';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';
import { type AccountDeps, mailNotice } from './mail-account';
import { recordOwnAct } from './record-act';

const HINT_LENGTH = 4;

/**
 * Makes a personal API token. The secret is in this answer and nowhere else. The person is mailed, since a token
 * outlives the sign-in that made it.
 * @throws DomainError `conflict` / `token_limit`.
 */
export async function createApiToken(
  deps: AccountDeps,
  person: Pick<Person, 'id' | 'email'>,
  input: { name: string; scopes: TokenScope[] },
): Promise<ApiTokenSummary & { secret: string }> {
  const { secret, hash } = mintApiToken();
  return deps.db.transaction().execute(async (trx) => {
    const row = {
      userId: person.id,
      ...input,
      tokenHash: hash,
      hint: secret.slice(-HINT_LENGTH),
      createdAt: deps.now(),
    };
    const token = await insertApiToken(trx, row, TOKENS_PER_PERSON);
    if (token === null) {
      const message = `You have ${TOKENS_PER_PERSON} API tokens, which is the most. Revoke one that you no longer use.`;
      throw new DomainError('conflict', 'token_limit', message);
    }
    const notice = { notice: 'token_created', detail: input.name, path: '/account' } as const;
    await mailNotice(deps, trx, { userId: person.id, recipient: person.email }, notice);
    const record = { type: 'token', id: token.id } as const;
    const details = { scopes: token.scopes };
    await recordOwnAct(deps, trx, person.id, { action: 'token.create', record, details });
    return { ...token, secret };
  });
}

/** Ends one of the person's API tokens at once. Throws `not_found` / `no_token`. */
export async function revokeApiToken(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  { userId, id }: { userId: string; id: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const revoked = await revokeRow(trx, userId, id, deps.now());
    if (!revoked) throw new DomainError('not_found', 'no_token', 'That API token was revoked already.');
    await recordOwnAct(deps, trx, userId, { action: 'token.revoke', record: { type: 'token', id } });
  });
}
