import { expect, it } from 'vitest';
import { createDb } from '@/db/client';
import { useDatabase } from '@/test/database';
import { useRest } from '@/test/rest-client';
import { createContext } from '../init';
import { createRestHandler } from './handle';

const database = useDatabase();
const rest = useRest(database);

it('a database that does not answer is 503 with a word for programs, not a fault of ours', async () => {
  const { db } = createDb('postgresql://nobody@127.0.0.1:1/none');
  const deps = () => ({ ...rest.deps, db });
  const handle = createRestHandler(
    (headers) => createContext(headers, { ...rest.surroundings, deps }),
    rest.surroundings.guard,
  );
  const answer = await handle(
    new Request('http://localhost:3000/api/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ada@example.org', password: 'Correct1Horse' }),
    }),
  );
  expect(answer.status).toBe(503);
  expect((await answer.json()).error).toMatchObject({ code: 'unavailable', reason: 'database_down' });
  await db.destroy();
});
