import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requestRefresh } from '@/flows/refresh/request-refresh';
import { answerOnTrail, REQUEST_ID_HEADER } from '@/ops/request-log';
import { createEvaluationQueue } from '@/queue/evaluation-queue';
import { type ApartProgram, startApart } from '@/test/apart-program';
import { useDatabase } from '@/test/database';
import { insertMonitor, interpretation } from '@/test/factories';
import { setSettings } from '@/test/process-settings';
import { useStubOtlp } from '@/test/telemetry/stub-otlp';

const database = useDatabase();
beforeAll(() => setSettings({ DATABASE_URL: database.connectionString, MONITORS_PART: 'web' }));
const otlp = useStubOtlp();
const dataDir = mkdtempSync(join(tmpdir(), 'monitors-trace-'));
let worker: ApartProgram | undefined;

afterAll(async () => {
  worker?.process.kill('SIGKILL');
  await worker?.exit;
  rmSync(dataDir, { recursive: true, force: true });
});

/** As pages do for a click. The gate refuses the source, so that no browser has to start. */
async function askFromPages(): Promise<string> {
  const { connectionString } = database;
  const queue = createEvaluationQueue({
    connectionString,
    expireSeconds: 60,
    resident: false,
    onError: () => undefined,
  });
  const deps = {
    db: database.db,
    now: () => new Date(),
    queue,
    settings: { refreshIntervalMs: 60_000, refreshesPerDay: 50 } as never,
  };
  const source = 'http://10.0.0.1/hush';
  const monitor = await insertMonitor(database.db, {
    interpretation: interpretation({ sources: [source] }),
    sourceUrl: source,
    // The third failure in a row is told by email.
    failureStreak: 2,
  });
  const request = new Request('http://localhost:3000/api/monitors/1?secret=hush', { method: 'POST' });
  const answer = await answerOnTrail(request, async () => {
    await requestRefresh(deps, { userId: monitor.userId, monitorId: monitor.id });
    return new Response();
  });
  await queue.stop();
  return answer.headers.get(REQUEST_ID_HEADER) ?? '';
}

it('a refresh asked of pages and carried out by a worker apart is one trace', { timeout: 90_000 }, async () => {
  worker = startApart('worker', database.connectionString, 'traced', {
    DATA_DIR: dataDir,
    OTEL_EXPORTER_OTLP_ENDPOINT: otlp.server().url,
  });
  await expect.poll(worker.output, { timeout: 30_000 }).toContain('Working for');
  const requestId = await askFromPages();
  const find = async (name: string) => {
    const [span] = (await otlp.spans()).filter((one) => one.name.startsWith(name));
    return span;
  };
  await expect.poll(() => find('email'), { timeout: 60_000 }).toBeDefined();
  const names = ['POST ', 'queue', 'evaluation', 'email'];
  const chain = [await find('POST '), await find('queue'), await find('evaluation'), await find('email')];
  for (const [at, span] of chain.entries()) {
    expect(span, names[at]).toMatchObject({
      traceId: requestId.replaceAll('-', ''),
      parentSpanId: chain[at - 1]?.spanId ?? '',
      instance: `${at === 0 ? `web-${process.pid}` : `worker-${worker.process.pid}`}`,
    });
  }
  for (const name of ['look', 'record']) expect(await find(name)).toMatchObject({ parentSpanId: chain[2]?.spanId });
  expect(chain[2]?.attributes).toMatchObject({ outcome: 'url_refused' });
  expect(JSON.stringify(await otlp.spans())).not.toMatch(/hush|10\.0\.0\.1/);
  worker.process.kill('SIGTERM');
  expect(await worker.exit, worker.output()).toBe(0);
});
