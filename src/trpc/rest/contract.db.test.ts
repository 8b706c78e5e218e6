import { describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';

const database = useDatabase();
const rest = useRest(database);

const URL_OF_PAGE = 'https://shop.example.org/kettle-one';
const PROMPT = `Tell me when the Kettle One costs less than $300 ${URL_OF_PAGE}`;
const html = (price: string) => `<html lang="en"><title>Kettles</title><main><h1>Kettle One</h1>
  <p>Price: <b>${price}</b></p><p>Hot tea, quiet kitchen, five years of warranty.</p></main>`;

async function tokenOf(given: Parameters<typeof insertUser>[1] = {}) {
  const user = await insertUser(database.db, given);
  return { user, token: await openBearerSession(user.id, { userAgent: null, ip: null }) };
}

describe('monitors', () => {
  it('are made, listed, shown, changed and deleted in the shapes of the plan', async () => {
    const { token } = await tokenOf();
    const created = await rest.send('POST', '/api/monitors', { token, body: { prompt: PROMPT, name: 'Kettle' } });
    expect(created.status).toBe(201);
    const { success, monitor, interpretation } = await created.json();
    expect(success).toBe(true);
    expect(monitor).toEqual({
      id: expect.any(String),
      name: 'Kettle',
      prompt: PROMPT,
      type: 'state',
      isActive: true,
      lastChecked: null,
      currentValue: null,
      triggerCount: 0,
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
      extractedFact: interpretation.extractedFact,
      triggerCondition: interpretation.triggerCondition,
      source: URL_OF_PAGE,
    });
    expect(interpretation).toEqual({
      type: 'state',
      extractedFact: expect.stringContaining('Kettle One'),
      triggerCondition: expect.stringContaining('$300.00'),
      suggestedName: expect.any(String),
    });
    const path = `/api/monitors/${monitor.id}`;
    expect(await (await rest.send('GET', '/api/monitors', { token })).json()).toEqual({
      monitors: [monitor],
      total: 1,
      limit: 10,
    });
    const changed = await rest.send('PUT', path, { token, body: { isActive: false } });
    expect(await changed.json()).toMatchObject({ success: true, monitor: { isActive: false, name: 'Kettle' } });
    expect(await (await rest.send('GET', path, { token })).json()).toMatchObject({
      monitor: { id: monitor.id, isActive: false },
      facts: [],
      history: [],
      notifications: [],
    });
    expect(await (await rest.send('DELETE', path, { token })).json()).toEqual({ success: true });
    expect((await rest.send('GET', path, { token })).status).toBe(404);
  });

  it('does not take the text "false" for a boolean, here or in the pages', async () => {
    const monitor = await insertMonitor(database.db);
    const token = await openBearerSession(monitor.userId, { userAgent: null, ip: null });
    const path = `/api/monitors/${monitor.id}`;
    expect((await rest.send('PUT', path, { token, body: { isActive: 'false' } })).status).toBe(400);
    expect((await rest.send('PUT', path, { token, body: { isActive: false } })).status).toBe(200);
    const body = { prompt: PROMPT, alertIfAlreadyTrue: 'no' };
    expect((await rest.send('POST', '/api/monitors', { token, body })).status).toBe(400);
  });

  it("are refused where they cannot be: 409, 422, 404 for somebody else's", async () => {
    const { token, user } = await tokenOf();
    const vague = await rest.send('POST', '/api/monitors', {
      token,
      body: { prompt: PROMPT.replace(URL_OF_PAGE, '') },
    });
    expect(vague.status).toBe(422);
    expect((await vague.json()).error).toMatchObject({ code: 'unprocessable', reason: 'source_missing' });
    for (let n = 0; n < 10; n += 1) await insertMonitor(database.db, { userId: user.id });
    const eleventh = await rest.send('POST', '/api/monitors', { token, body: { prompt: PROMPT } });
    expect(eleventh.status).toBe(409);
    const other = await insertMonitor(database.db);
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', ''],
      ['DELETE', ''],
      ['POST', '/refresh'],
      ['GET', '/history'],
      ['GET', '/evaluations'],
    ] as const) {
      const answer = await rest.send(method, `/api/monitors/${other.id}${path}`, {
        token,
        ...(method === 'PUT' ? { body: {} } : {}),
      });
      expect([method, path, answer.status]).toEqual([method, path, 404]);
    }
  });
});

describe('refreshing', () => {
  it('waits for the end, tells the value and what is left, and refuses a second one within the minute', async () => {
    rest.deps.scraper.pages.set(URL_OF_PAGE, { html: html('$283.00') });
    const monitor = await insertMonitor(database.db);
    const token = await openBearerSession(monitor.userId, { userAgent: null, ip: null });
    const path = `/api/monitors/${monitor.id}`;
    const refreshed = await rest.send('POST', `${path}/refresh`, { token });
    expect(refreshed.status).toBe(200);
    expect(await refreshed.json()).toMatchObject({
      success: true,
      evaluation: { value: 283, triggered: true, outcome: 'value', nextAllowedRefresh: expect.stringMatching(/Z$/) },
    });
    expect(refreshed.headers.get('ratelimit-limit')).toBe('50');
    expect(refreshed.headers.get('ratelimit-remaining')).toBe('49');
    const early = await rest.send('POST', `${path}/refresh`, { token });
    expect(early.status).toBe(429);
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(early.headers.get('ratelimit-limit')).toBe('1');
    expect(early.headers.get('ratelimit-remaining')).toBe('0');
    const errors = ['Claude could not be asked.'];
    await database.db.updateTable('facts').set({ errors }).where('monitorId', '=', monitor.id).execute();
    const detail = await (await rest.send('GET', path, { token })).json();
    expect(detail.monitor).toMatchObject({ currentValue: 283, triggerCount: 1 });
    expect(detail.facts).toEqual([
      {
        id: expect.any(String),
        monitorId: monitor.id,
        value: 283,
        extractedAt: expect.any(String),
        source: URL_OF_PAGE,
        ...{ outcome: 'value', quote: '$283.00', confidence: expect.any(Number), pictureUrl: null },
        ...{ processingTime: expect.any(Number), errors },
      },
    ]);
    expect(detail.history).toEqual([
      {
        ...{ id: detail.facts[0].id, monitorId: monitor.id, value: 283, timestamp: detail.facts[0].extractedAt },
        ...{ triggeredAlert: true, source: URL_OF_PAGE, outcome: 'value', quote: '$283.00', pictureUrl: null },
        ...{ sentence: expect.stringContaining('$283.00'), changeType: 'new', changeAmount: null },
        changePercentage: null,
      },
    ]);
    const { history } = await (await rest.send('GET', `${path}/history`, { token })).json();
    expect(history).toEqual(detail.history);
    expect(detail.notifications[0]).toEqual({
      ...{
        id: expect.any(String),
        monitorId: monitor.id,
        kind: 'alert',
        subject: 'Kettle One is $283.00',
        state: 'pending',
      },
      ...{ createdAt: expect.any(String), sentAt: null, deliveredAt: null, openedAt: null, clickedAt: null },
      ...{ sendGridMessageId: null, deliveryStatus: null },
      ...{ triggerValue: 283, previousValue: null, changeDetected: true },
    });
    const { evaluations } = await (await rest.send('GET', `${path}/evaluations`, { token })).json();
    expect(evaluations).toEqual([
      {
        ...{ id: expect.any(String), monitorId: monitor.id, phase: 'done', outcome: 'value', triggered: true },
        ...{ sentence: detail.history[0].sentence, message: null, source: null, shown: null, pictureUrl: null },
        ...{ requestedAt: expect.any(String), finishedAt: expect.any(String) },
        ...{ tookMs: expect.any(Number), chargeReturned: false },
      },
    ]);
  });

  it('says of a page that cannot be read why', async () => {
    rest.deps.scraper.pages.set('https://shop.example.org/gone', { html: '<h1>Access denied</h1>', status: 403 });
    const { token } = await tokenOf();
    const prompt = 'Tell me when the Kettle One costs less than $300 https://shop.example.org/gone';
    const { monitor } = await (await rest.send('POST', '/api/monitors', { token, body: { prompt } })).json();
    const answer = await rest.send('POST', `/api/monitors/${monitor.id}/refresh`, { token });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ success: false, evaluation: { value: null, outcome: 'blocked' } });
    const path = `/api/monitors/${monitor.id}/evaluations`;
    const shown = { title: 'No', text: 'Access denied' };
    const kept = { shown: JSON.stringify(shown), crop: Buffer.from('picture'), cropMediaType: 'image/webp' } as const;
    await database.db.updateTable('evaluations').set(kept).where('monitorId', '=', monitor.id).execute();
    const { evaluations } = await (await rest.send('GET', path, { token })).json();
    expect(evaluations).toMatchObject([
      {
        ...{ outcome: 'blocked', triggered: false, source: 'https://shop.example.org/gone', shown },
        ...{ message: expect.stringMatching(/\w.*\.$/) },
        pictureUrl: `http://localhost:3000/api/evidence/${evaluations[0].id}`,
      },
    ]);
  });
});

describe('Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'key-1' };

  it('makes one monitor of the same request sent again, also at the same time', async () => {
    const { token } = await tokenOf();
    const send = () => rest.send('POST', '/api/monitors', { token, body: { prompt: PROMPT }, headers });
    const [first, ...others] = await Promise.all([send(), send(), send(), send()]);
    const statuses = [first, ...others].map((answer) => answer?.status).sort();
    expect(statuses[0]).toBe(201);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    const again = await send();
    expect(again.status).toBe(201);
    const { total, monitors } = await (await rest.send('GET', '/api/monitors', { token })).json();
    expect(total).toBe(1);
    expect((await again.json()).monitor.id).toBe(monitors[0].id);
    const other = await rest.send('POST', '/api/monitors', { token, body: { prompt: PROMPT, name: 'B' }, headers });
    expect(other.status).toBe(422);
    expect((await other.json()).error.reason).toBe('idempotency_key_reused');
  });

  it('belongs to one person, and is free again after a refusal and after a day', async () => {
    const { token, user } = await tokenOf();
    const refused = await rest.send('POST', '/api/monitors', { token, body: { prompt: 'no idea what' }, headers });
    expect(refused.status).toBe(422);
    const body = { prompt: PROMPT };
    const made = await (await rest.send('POST', '/api/monitors', { token, body, headers })).json();
    await database.db
      .updateTable('idempotencyKeys')
      .set({ createdAt: new Date(Date.now() - 25 * 60 * 60_000) })
      .where('userId', '=', user.id)
      .execute();
    const later = await (await rest.send('POST', '/api/monitors', { token, body, headers })).json();
    expect(later.monitor.id).not.toBe(made.monitor.id);
    const bad = await rest.send('POST', '/api/monitors', { token, body, headers: { 'idempotency-key': 'two words' } });
    expect(bad.status).toBe(400);
  });
});

describe('requests that are none', () => {
  it.each([
    ['POST', '/api/monitors', { body: '{"prompt": ' }, 400],
    ['POST', '/api/monitors', { body: '[]' }, 400],
    ['POST', '/api/monitors', { body: '"text"' }, 400],
    ['POST', '/api/monitors', { body: '{"prompt":"Tell me \\u0000 when it costs less"}' }, 400],
    ['POST', '/api/monitors', { body: '{"__proto__":{"prompt":"x"}}' }, 400],
    ['POST', '/api/monitors', { body: 'prompt=x', headers: { 'content-type': 'text/plain' } }, 415],
    ['POST', '/api/monitors', { body: { prompt: 'x'.repeat(70_000) } }, 413],
    ['GET', '/api/monitors?toString=1&constructor=2', {}, 400],
    ['GET', '/api/monitors/not-an-id', {}, 400],
    ['PATCH', '/api/monitors', { body: {} }, 405],
    ['GET', '/api/nothing', {}, 404],
  ])('%s %s is refused', async (method, path, call, status) => {
    const { token } = await tokenOf();
    const answer = await rest.send(method, path, { token, ...call });
    const { error } = await answer.json();
    expect([answer.status, error]).toMatchObject([status, { code: expect.any(String), message: expect.any(String) }]);
    expect(error.code).not.toBe('internal');
  });
});
