import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Ask, expectJson, expectStatus } from './asking';

const Registered = z.object({ token: z.string().nullable() });
const Made = z.object({ monitor: z.object({ id: z.string() }) });
const Unsure = z.object({
  error: z.object({ previewId: z.string(), candidates: z.array(z.object({ number: z.int() })).min(1) }),
});
const Refreshed = z.object({ evaluation: z.object({ outcome: z.string(), sentence: z.string().nullable() }) });
/** A look, its reading and a wait in the queue of a busy machine. */
const WITHIN_MS = 120_000;

/**
 * What the app is for, once, by its API: a person signs up, makes a monitor of the sample shop and checks it. The
 * monitor is removed after; the person stays, with an address that no mail reaches.
 */
export async function trySamples(ask: Ask, address: string): Promise<void> {
  const token = await register(ask);
  const id = await makeMonitor(ask, token, `${address}/samples/headphones`);
  try {
    const path = `/api/monitors/${id}/refresh`;
    const refreshed = await ask(path, { method: 'POST', token, body: {}, withinMs: WITHIN_MS });
    expectStatus(refreshed, 200);
    const { outcome, sentence } = expectJson(refreshed, Refreshed).evaluation;
    if (outcome !== 'value') throw new Error(`the check ended as ${outcome}: ${sentence ?? 'no sentence says why'}`);
  } finally {
    await ask(`/api/monitors/${id}`, { method: 'DELETE', token });
  }
}

async function register(ask: Ask): Promise<string> {
  const email = `smoke-${randomBytes(6).toString('hex')}@monitors.example`;
  const password = `Sm0ke-${randomBytes(9).toString('base64url')}`;
  const answer = await ask('/api/auth/register', { method: 'POST', body: { email, name: 'Smoke', password } });
  expectStatus(answer, 201);
  const { token } = expectJson(answer, Registered);
  if (token === null) throw new Error('the account must be confirmed by mail, so nothing more can be tried');
  return token;
}

async function makeMonitor(ask: Ask, token: string, source: string): Promise<string> {
  const prompt = `Tell me when the Aurora One costs less than $300 ${source}`;
  const make = (more: object) =>
    ask('/api/monitors', { method: 'POST', token, body: { prompt, ...more }, withinMs: WITHIN_MS });
  let made = await make({});
  if (made.status === 422) {
    // Where more than one price could be meant, the person says which.
    const { previewId, candidates } = expectJson(made, Unsure).error;
    made = await make({ previewId, candidate: candidates[0]?.number });
  }
  expectStatus(made, 201);
  return expectJson(made, Made).monitor.id;
}
