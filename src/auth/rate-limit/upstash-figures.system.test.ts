import { afterAll, expect, it, vi } from 'vitest';
import { startStubServer } from '@/test/stub-server';
import { abuseGuard, redisFigures } from './process-guard';

afterAll(() => vi.unstubAllEnvs());

/** As Upstash answers INFO: sections of lines that end with CRLF, in base64 where the client asks for that. */
const INFO =
  '# Memory\r\nused_memory:262144\r\nused_memory_human:256K\r\n\r\n' +
  '# Stats\r\nkeyspace_hits:41\r\nkeyspace_misses:1\r\n';

it("are those that Upstash's REST tells, as far as it does", async () => {
  const upstash = await startStubServer();
  vi.stubEnv('UPSTASH_REDIS_REST_URL', upstash.url);
  vi.stubEnv('UPSTASH_REDIS_REST_TOKEN', 'the-token');
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  upstash.answers.push({ json: { result: base64(INFO) } }, { json: { result: base64('# Stats\r\n') } });
  expect(await redisFigures()).toEqual({});
  abuseGuard();
  expect(await redisFigures()).toEqual({ used_memory: 262_144, keyspace_hits: 41, keyspace_misses: 1 });
  expect(await redisFigures()).toEqual({});
  const [request] = upstash.requests;
  expect(request).toMatchObject({ method: 'POST', body: ['INFO'], headers: { authorization: 'Bearer the-token' } });
  await upstash.close();
});
