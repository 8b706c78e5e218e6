import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { createDb } from '@/db/client';
import type { DB } from '@/db/types';
import { createEventSigner, postEvents, sendGridEvent } from '@/test/sendgrid-events';
import { type StubSendGrid, startStubSendGrid } from '@/test/stub-sendgrid';
import { ensureBuilt } from '../../bin/start/build';
import { releaseDatabase } from '../../bin/start/release';
import { freePort } from '../soak/app';
import { openRedis, type Service } from '../soak/services';
import { type Cluster, openCluster } from './cluster';
import { type Model, openModel } from './model';
import { type Part, type PartSettings, startPart } from './part';
import { DAILY_LIMIT } from './settings';
import { openShop, type Shop } from './shop';

/** All that the app's processes stand on, each thing of our own so that it can be taken away. */
export interface Ground {
  db: Kysely<DB>;
  cluster: Cluster;
  redis: Service | null;
  model: Model;
  shop: Shop;
  mail: MailService;
  /** Where the web processes answer, in their order. */
  origins: string[];
  webs: Part[];
  workers: Part[];
  startWorker(): Promise<Part>;
  say(text: string): void;
}

/** SendGrid, which comes back on the port that it had, and tells of what it accepted by signed events. */
interface MailService {
  stub: StubSendGrid;
  /** How often each notification was accepted, over all its lives. */
  accepted: Map<string, number>;
  leave(): Promise<void>;
  comeBack(): Promise<void>;
}

/** Keeps what it opens in `undo`, last first. `webs` web processes are started, and `workers` workers. */
export async function openGround(
  size: { webs: number; workers: number; given?: Record<string, string> },
  undo: (() => unknown)[],
  say: (text: string) => void,
): Promise<Ground> {
  const opened = async <Thing extends { close(): unknown }>(opening: Promise<Thing>): Promise<Thing> => {
    const thing = await opening;
    undo.push(() => thing.close());
    return thing;
  };
  await ensureBuilt(process.cwd(), say, AbortSignal.timeout(600_000));
  const folder = mkdtempSync(join(tmpdir(), 'monitors-drills-'));
  chmodSync(folder, 0o711);
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  const cluster = await opened(openCluster(folder, () => undefined));
  await releaseDatabase({ DATABASE_URL: cluster.url, DATABASE_PREPARED: true, MIGRATION_DATABASE_URL: undefined });
  const { db } = createDb(cluster.url, { max: 8, applicationName: 'monitors-drills' });
  undo.push(() => db.destroy());
  const redis = await openRedis();
  if (redis) undo.push(() => redis.close());
  const [shop, model] = [await opened(openShop()), await opened(openModel())];
  const ports = await Promise.all(Array.from({ length: size.webs }, freePort));
  const origins = ports.map((port) => `http://127.0.0.1:${port}`);
  const signer = createEventSigner();
  const mail = await openMail(origins[0] ?? '', signer, undo);
  const settings: PartSettings = {
    databaseUrl: cluster.url,
    appUrl: origins[0] ?? '',
    dataDir: join(folder, 'app'),
    given: {
      ...(redis ? { REDIS_URL: redis.url } : {}),
      TRUSTED_PROXY_HOPS: '1',
      SCRAPE_PROXIES: shop.proxyUrl,
      // A machine that does other things as well is slow; nothing here is about that.
      SCRAPE_DEADLINE_MS: '60000',
      REFRESH_RATE_LIMIT: '30',
      DAILY_REFRESH_LIMIT: String(DAILY_LIMIT),
      SENDGRID_API_KEY: 'SG.stub',
      SENDGRID_BASE_URL: mail.stub.url,
      SENDGRID_WEBHOOK_KEY: signer.key,
      EMAIL_CONFIRM_MINUTES: '1',
      FROM_EMAIL: 'noreply@example.org',
      ANTHROPIC_API_KEY: 'stub',
      ANTHROPIC_BASE_URL: model.url,
      ...size.given,
    },
  };
  let started = 0;
  const ground: Ground = {
    ...{ db, cluster, redis, model, shop, mail, origins, say, webs: [], workers: [] },
    startWorker: async () => {
      started += 1;
      const worker = await startPart('worker', `worker-${started}`, settings);
      ground.workers.push(worker);
      return worker;
    },
  };
  undo.push(() => Promise.all([...ground.webs, ...ground.workers].map((part) => part.stop())));
  await startParts(ground, settings, ports, size.workers);
  return ground;
}

async function startParts(ground: Ground, settings: PartSettings, ports: number[], workers: number): Promise<void> {
  // All answer to one name, as behind a proxy that spreads people over them.
  const webs = ports.map(async (port, at) => {
    const own = { ...settings, appUrl: ground.origins[at] ?? settings.appUrl };
    ground.webs.push(await startPart('web', `web-${at + 1}`, own, port));
  });
  await Promise.all(webs);
  await Promise.all(Array.from({ length: workers }, () => ground.startWorker()));
}

async function openMail(
  origin: string,
  signer: ReturnType<typeof createEventSigner>,
  undo: (() => unknown)[],
): Promise<MailService> {
  const accepted = new Map<string, number>();
  let isOver = false;
  const tell = async (id: string) => {
    // As SendGrid does, until somebody takes it.
    for (;;) {
      const events = [sendGridEvent('processed', id, new Date())];
      const at = { signer, at: new Date() };
      const status = await postEvents(`${origin}/api/webhooks/sendgrid`, events, at).catch(() => 0);
      if (isOver || status === 204) return;
      await sleep(500);
    }
  };
  const live = (stub: StubSendGrid) => {
    stub.accept = (id) => {
      accepted.set(id, (accepted.get(id) ?? 0) + 1);
      void tell(id);
    };
    return stub;
  };
  const mail: MailService = {
    stub: live(await startStubSendGrid()),
    accepted,
    leave: () => mail.stub.close(),
    comeBack: async () => {
      mail.stub = live(await startStubSendGrid(Number(new URL(mail.stub.url).port)));
    },
  };
  undo.push(() => {
    isOver = true;
    return mail.stub.close();
  });
  return mail;
}
