import { expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { hashPassword } from '@/auth/password';
import { createAbuseGuard } from '@/auth/rate-limit/abuse-guard';
import { createSqlLimiter } from '@/auth/rate-limit/rate-limiter';
import { ABUSE_LIMITS } from '@/domain/limits';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { createCallerFactory, createContext } from './init';
import { appRouter } from './root';

const database = useDatabase();
const rest = useRest(database);
const PASSWORD = 'Correct1Horse';
const { limit } = ABUSE_LIMITS.ownPassword.account;

async function signedIn() {
  const guard = createAbuseGuard(
    createSqlLimiter(() => database.db),
    { addressFactor: 1, report: () => undefined },
  );
  const { id } = await insertUser(database.db, { passwordHash: await hashPassword(PASSWORD) });
  const token = await openBearerSession(id, { userAgent: null, ip: null });
  const headers = new Headers({ authorization: `Bearer ${token}` });
  const context = await createContext(headers, { ...rest.surroundings, guard: () => guard });
  const { account } = createCallerFactory(appRouter)(context);
  const answer = (password: string) =>
    account.requestDeletion({ password }).then(
      () => 'OK',
      (error: { code: string }) => error.code,
    );
  return { answer };
}

it('a password cannot be guessed with a session that was found open', async () => {
  const { answer } = await signedIn();
  const guesses = await Promise.all(Array.from({ length: limit + 3 }, () => answer('Wrong1Horse')));
  expect(guesses.sort()).toEqual([...Array(limit).fill('BAD_REQUEST'), ...Array(3).fill('TOO_MANY_REQUESTS')]);
  expect(await answer(PASSWORD)).toBe('TOO_MANY_REQUESTS');
});

it('who knows the password is not counted', async () => {
  const { answer } = await signedIn();
  for (let time = 0; time <= limit; time += 1) expect(await answer(PASSWORD)).toBe('OK');
});
