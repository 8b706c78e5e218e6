import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { limitsSeen } from '@/auth/rate-limit/process-guard';
import { listEmailDays } from '@/db/email/email-days';
import { listOpenFaults } from '@/db/email/service-faults';
import { findLastTrials } from '@/db/source-trials';
import { pingDatabase, tallyEmails, tallyLooks, tallyModelCalls, tallyQueue } from '@/db/statistics';
import {
  judgeDatabase,
  judgeLimits,
  judgeLooks,
  judgeMail,
  judgeQueue,
  judgeReaders,
  type PartHealth,
  type ProbeEnd,
} from '@/domain/health';
import { judgeTrials, withTrials } from '@/domain/source-trials';
import type { Deps } from '../deps';

export type ProbeDeps = Pick<Deps, 'db' | 'readers' | 'mail' | 'queue' | 'now'>;

export type SystemHealth = Record<
  'database' | 'aiProviders' | 'emailService' | 'scrapingService' | 'queue' | 'limits',
  PartHealth
>;

/** No part is waited for any longer. */
const PROBE_MS = 2_000;
const OUTSIDE_MS = 4_000;
/** Outside services are asked no more often than this, however many admins look. */
const ASKED_EVERY_MS = 60_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const LATEST_LOOKS = 200;

/**
 * How each part does, with why: from questions asked now and from what was seen of late. `askOutside`: providers of
 * models and the mail service are asked too (a question that costs nothing), else what we know of them counts.
 */
export async function probeParts(deps: ProbeDeps, { askOutside }: { askOutside: boolean }): Promise<SystemHealth> {
  const outside = askOutside ? await askServices(deps) : NOT_ASKED;
  const [database, aiProviders, emailService, scrapingService, queue] = await Promise.all([
    probeDatabase(deps),
    probeReaders(deps, outside),
    probeMail(deps, outside),
    probeLooks(deps),
    probeQueue(deps),
  ]);
  return { database, aiProviders, emailService, scrapingService, queue, limits: judgeLimits(limitsSeen()) };
}

const ago = ({ now }: Pick<Deps, 'now'>, ms: number) => new Date(now().getTime() - ms);

async function probeDatabase({ db }: ProbeDeps): Promise<PartHealth> {
  return judgeDatabase(await inTime(pingDatabase(db)));
}

async function probeReaders(deps: ProbeDeps, { models }: Outside): Promise<PartHealth> {
  const calls = await tallyModelCalls(deps.db, ago(deps, 60 * MINUTE_MS));
  const set = deps.readers.state().filter(({ name }) => name !== 'offline');
  const probed = set.map((model) => ({ ...model, probe: models.find(({ name }) => name === model.name)?.end ?? null }));
  return judgeReaders(probed, calls);
}

async function probeMail(deps: ProbeDeps, { mail }: Outside): Promise<PartHealth> {
  const since = ago(deps, DAY_MS);
  const [seen, days, faults] = await Promise.all([
    tallyEmails(deps.db, since, ago(deps, 15 * MINUTE_MS)),
    listEmailDays(deps.db, since),
    listOpenFaults(deps.db),
  ]);
  const sum = (...kinds: ('accepted' | 'bounce' | 'blocked' | 'dropped')[]) =>
    days.reduce((all, { counts }) => kinds.reduce((some, kind) => some + (counts[kind] ?? 0), all), 0);
  const service = deps.mail.name === 'outbox' ? null : { fault: faults[0]?.detail ?? null, probe: mail };
  return judgeMail(service, { ...seen, accepted: sum('accepted'), bounced: sum('bounce', 'blocked', 'dropped') });
}

/** People's checks of late, and what the daily round tried. */
async function probeLooks({ db, now }: ProbeDeps): Promise<PartHealth> {
  const looks = tallyLooks(db, ago({ now }, DAY_MS), LATEST_LOOKS);
  const [seen, tried] = await Promise.all([looks, findLastTrials(db)]);
  return withTrials(judgeLooks(seen), judgeTrials(tried, now()));
}

async function probeQueue(deps: ProbeDeps): Promise<PartHealth> {
  const [answers, waiting] = await Promise.all([
    inTime(deps.queue.probe().then(() => true)),
    tallyQueue(deps.db, deps.now()),
  ]);
  return judgeQueue(answers === true, waiting);
}

/** What outside services answered. */
interface Outside {
  models: { name: string; end: ProbeEnd }[];
  mail: ProbeEnd;
}

const NOT_ASKED: Outside = { models: [], mail: 'not_told' };

const lastAsked = new WeakMap<Deps['readers'], { at: number; answer: Promise<Outside> }>();

async function askServices({ readers, mail }: ProbeDeps): Promise<Outside> {
  const last = lastAsked.get(readers);
  if (last && performance.now() - last.at < ASKED_EVERY_MS) return last.answer;
  const answer = askAll(readers, mail);
  lastAsked.set(readers, { at: performance.now(), answer });
  return answer;
}

async function askAll(readers: Deps['readers'], mail: Deps['mail']): Promise<Outside> {
  const [models, post] = await Promise.all([readers.probe(AbortSignal.timeout(OUTSIDE_MS)), askMail(mail)]);
  return { models, mail: post };
}

async function askMail(mail: Deps['mail']): Promise<ProbeEnd> {
  if (mail.probe === undefined) return 'not_told';
  return Promise.race([mail.probe(), sleep(OUTSIDE_MS, 'silent' as const, { ref: false })]);
}

/** The answer, or null where none came in time. When we were busy ourselves, one that has come meanwhile is read. */
export function inTime<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  const late = async () => {
    await sleep(PROBE_MS, undefined, { ref: false });
    return setImmediate(null);
  };
  return Promise.race([answer.catch(() => null), late()]);
}
