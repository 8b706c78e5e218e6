import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getEnv } from '@/env';
import { useCapturedLog } from '@/test/captured-log';
import { log } from './log';
import { takeRequestCount } from './request-count';
import { answerOnTrail, beginRequest, endRequest, noteRefused, noteRequest } from './request-log';
import { currentRequestId, offTrail, onTrail } from './trail';

const captured = useCapturedLog();
const request = (path: string, init?: RequestInit) => new Request(`http://localhost:3000${path}`, init);

describe('the line of a request', () => {
  it('tells who asked for what, how it ended and how long it took', async () => {
    const answer = await answerOnTrail(request('/api/monitors?search=kettle'), async () => {
      noteRequest({ personId: 'p1', route: '/api/monitors' });
      await pause(20);
      return Response.json({});
    });
    const [line] = captured.of('request');
    expect(line).toMatchObject({ method: 'GET', route: '/api/monitors', status: 200, outcome: 'ok', personId: 'p1' });
    expect(line?.requestId).toBe(answer.headers.get('x-request-id'));
    expect(line?.durationMs).toBeGreaterThanOrEqual(19);
    expect(captured.text).not.toContain('kettle');
  });

  it('is written once where the server in front has begun it, and names what that is told', async () => {
    const begun = beginRequest('POST', '/api/trpc/refresh.start?batch=1');
    await onTrail(begun, () => answerOnTrail(request('/x'), async () => new Response(null, { status: 429 })));
    expect(captured.lines).toEqual([]);
    await onTrail(begun, async () => noteRequest({ reason: 'refresh_too_soon', evaluationId: 'e1' }));
    endRequest(begun, 429);
    const told = { outcome: 'refused', reason: 'refresh_too_soon', evaluationId: 'e1', requestId: begun.requestId };
    expect(captured.lines).toEqual([expect.objectContaining(told)]);
  });

  it('tells a handler that throws as failed, and a client that did not wait as left', async () => {
    const failing = answerOnTrail(request('/a'), () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    endRequest(beginRequest('GET', '/b'), null);
    expect(captured.of('request')).toMatchObject([
      { level: 'warn', route: '/a', status: 500, outcome: 'failed' },
      { level: 'info', route: '/b', status: null, outcome: 'left' },
    ]);
  });

  it('is left out for files and probes that went well, never for those that did not', () => {
    for (const path of ['/_next/static/chunks/main.js', '/api/health', '/api/ready', '/api/metrics']) {
      endRequest(beginRequest('GET', path), 200);
      expect(captured.lines).toEqual([]);
    }
    endRequest(beginRequest('GET', '/api/ready'), 503);
    expect(captured.of('request')).toHaveLength(1);
  });

  it('is told of a refusal before any handler, under the id that the answer names', async () => {
    const refusal = { method: 'POST', path: '/api/monitors', status: 403, reason: 'cross_site' };
    const alone = noteRefused(refusal);
    expect(captured.of('request')).toMatchObject([{ requestId: alone, status: 403, reason: 'cross_site' }]);
    const begun = beginRequest('POST', '/api/monitors');
    expect(onTrail(begun, () => noteRefused(refusal))).toBe(begun.requestId);
    expect(captured.of('request')).toHaveLength(1);
  });

  it('keeps the share of those that went well that LOG_SAMPLE says, and all others', () => {
    const before = getEnv().LOG_SAMPLE;
    try {
      getEnv().LOG_SAMPLE = 0.25;
      for (let n = 0; n < 2_000; n += 1) endRequest(beginRequest('GET', '/dashboard'), 200);
      // Four times the deviation of 2,000 tries at a quarter is 77.
      expect(Math.abs(captured.of('request').length - 500)).toBeLessThan(78);
      getEnv().LOG_SAMPLE = 0;
      const kept = captured.lines.length;
      endRequest(beginRequest('GET', '/dashboard'), 302);
      expect(captured.lines).toHaveLength(kept);
      endRequest(beginRequest('GET', '/dashboard'), 404);
      expect(captured.lines).toHaveLength(kept + 1);
    } finally {
      getEnv().LOG_SAMPLE = before;
    }
  });

  it('goes with a count, in which streams and what waits for pages of others take no time', () => {
    takeRequestCount();
    const end = (path: string, status: number | null, type?: string) => {
      const begun = beginRequest('GET', path);
      begun.beganAt -= 1_000;
      endRequest(begun, status, type);
    };
    end('/dashboard', 200);
    end('/dashboard', 503);
    end('/api/trpc/refresh.progress', 200, 'text/event-stream');
    end('/api/monitors/5f0c2c2e-8f57-4f5e-9f0a-2f6b1d1f9f10/refresh', 200, 'application/json');
    end('/api/ready', 503);
    end('/left', null);
    expect(takeRequestCount()).toEqual({ requests: 4, failed: 1, timed: 2, totalMs: expect.closeTo(2_000, -2) });
    expect(takeRequestCount()).toBeNull();
  });

  it('is one line with nothing of what a client sends in it, whatever that is', async () => {
    const word = fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }).map((text) => `mark${text}mark`);
    const sent = fc.record({ path: word, query: word, agent: word, method: fc.constantFrom('GET', 'PATCH', 'BREW') });
    await fc.assert(
      fc.asyncProperty(sent, async ({ path, query, agent, method }) => {
        const before = captured.lines.length;
        const url = `/${encodeURIComponent(path.toWellFormed())}%0d%0a{"level":"fatal"}?q=${query}\n{"msg":"forged"}`;
        const headers = { 'user-agent': agent, 'x-request-id': `${agent}\n{"msg":"forged"}` };
        endRequest(beginRequest(method, url), 404);
        await onTrail(beginRequest(method, url), async () => log().info({ headers }, 'seen'));
        const lines = captured.lines.slice(before);
        expect(lines).toHaveLength(2);
        expect(lines.map(({ msg, level }) => [msg, level])).toEqual([
          ['request', 'info'],
          ['seen', 'info'],
        ]);
        expect(JSON.stringify(lines[0])).not.toMatch(/mark|forged|fatal/);
        expect(lines[0]?.requestId).toMatch(/^[\da-f-]{36}$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a trail', () => {
  it('is told in every line on the way, and in none of what was begun off it', async () => {
    const trail = { requestId: 'r1', personId: 'p1', evaluationId: null };
    await onTrail(trail, async () => {
      await pause(1);
      log().info('on it');
      offTrail(() => log().info('off it'));
      await Promise.all([onTrail({ ...trail, evaluationId: 'e1' }, async () => log().info('deeper'))]);
      expect(currentRequestId()).toBe('r1');
    });
    expect(currentRequestId()).toBeNull();
    const told = captured.lines.map(({ msg, requestId, personId, evaluationId }) => [
      msg,
      requestId,
      personId,
      evaluationId,
    ]);
    expect(told).toEqual([
      ['on it', 'r1', 'p1', undefined],
      ['off it', undefined, undefined, undefined],
      ['deeper', 'r1', 'p1', 'e1'],
    ]);
  });
});
