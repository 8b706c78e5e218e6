/**
 * How a part of the system does, in the plan's words, and "unknown": nothing is set up that could do well or badly, or
 * too little was seen. Never healthy without a reason.
 */
export const HEALTH = ['healthy', 'warning', 'critical', 'unknown'] as const;
type Health = (typeof HEALTH)[number];

/** A verdict with the measurement it rests on, for admins. */
export interface PartHealth {
  health: Health;
  detail: string;
}

interface Tally {
  total: number;
  failed: number;
}

/**
 * How an outside service took a question that costs nothing: it answered, it refuses us (a key, a model's name),
 * nothing came in time, or it has no such question (a server that speaks only a part of the API).
 */
export type ProbeEnd = 'answered' | 'refused' | 'silent' | 'not_told';

/** Few samples prove nothing: one failure of two is chance. */
const FEWEST = 5;

const SEVERITY: readonly Health[] = ['unknown', 'healthy', 'warning', 'critical'];

/** Unknown where too little was seen. */
function byShare({ total, failed }: Tally, warning: number, critical: number): Health {
  if (total < FEWEST) return 'unknown';
  const share = failed / total;
  return share >= critical ? 'critical' : share >= warning ? 'warning' : 'healthy';
}

/** The worst that is known. */
export const worstOf = (...parts: Health[]): Health =>
  parts.reduce((a, b) => (SEVERITY.indexOf(b) > SEVERITY.indexOf(a) ? b : a), 'unknown');

/** `pingMs` is how long one round trip took, null when it failed or took too long. */
export function judgeDatabase(pingMs: number | null): PartHealth {
  if (pingMs === null) return { health: 'critical', detail: 'The database does not answer.' };
  const health = pingMs > 500 ? 'warning' : 'healthy';
  return { health, detail: `It answered in ${Math.max(1, Math.round(pingMs))} ms.` };
}

/** A paid reader that is set up: whether its circuit is closed, and how its provider answers now; null if not asked. */
interface ProbedModel {
  name: string;
  healthy: boolean;
  probe: ProbeEnd | null;
}

/** Reading by rules is always there, so no model is no fault. `calls` are those of the last hour. */
export function judgeReaders(models: ProbedModel[], calls: Tally): PartHealth {
  if (models.length === 0) return { health: 'unknown', detail: 'No model is set up; our own reader reads.' };
  const faults = models.flatMap((model) => {
    const fault = faultOf(model);
    return fault === null ? [] : [`${model.name} ${fault}.`];
  });
  const all: Health = models.some(({ probe }) => probe === 'answered') ? 'healthy' : 'unknown';
  const now = faults.length === 0 ? all : faults.length < models.length ? 'warning' : 'critical';
  const rates = `${calls.failed} of ${calls.total} calls to models failed in the last hour.`;
  return { health: worstOf(now, byShare(calls, 0.1, 0.5)), detail: [rates, ...faults].join(' ') };
}

function faultOf({ healthy, probe }: ProbedModel): string | null {
  if (probe === 'refused') return 'refuses our key or does not know the model';
  if (probe === 'silent') return 'does not answer';
  return healthy ? null : 'rests after failures';
}

/** What is known of the emails of the last 24 hours. */
export interface SeenEmails extends Tally {
  /** They have waited for a quarter of an hour or more. */
  overdue: number;
  /** Accepted by the service, and of those told to have bounced. */
  accepted: number;
  bounced: number;
}

/** A service that is set up: what it last refused us with, and how it answers now. Null where emails stay here. */
export type ProbedMail = { fault: string | null; probe: ProbeEnd } | null;

const FEWEST_ACCEPTED = 20;

export function judgeMail(service: ProbedMail, { overdue, accepted, bounced, ...mails }: SeenEmails): PartHealth {
  const waiting: Health = overdue === 0 ? 'unknown' : overdue < 20 ? 'warning' : 'critical';
  const late = overdue > 0 ? [`${overdue} wait for more than 15 minutes.`] : [];
  if (service === null)
    return { health: waiting, detail: ['No mail service is set up; mails stay in the outbox.', ...late].join(' ') };
  const returned = accepted < FEWEST_ACCEPTED ? 'unknown' : byShare({ total: accepted, failed: bounced }, 0.05, 0.1);
  const back = bounced > 0 ? [`${bounced} of ${accepted} that it accepted came back.`] : [];
  const rates = `${mails.failed} of ${mails.total} mails of the last 24 hours could not be sent.`;
  const now = mailFault(service);
  return {
    health: worstOf(now.health, waiting, returned, byShare(mails, 0.05, 0.5)),
    detail: [...(now.detail ? [now.detail] : []), rates, ...back, ...late].join(' '),
  };
}

function mailFault({ fault, probe }: NonNullable<ProbedMail>): PartHealth {
  if (fault !== null) return { health: 'critical', detail: `The mail service refuses us: ${fault}.` };
  if (probe === 'refused') return { health: 'critical', detail: 'The mail service refuses our key.' };
  if (probe === 'silent') return { health: 'warning', detail: 'The mail service does not answer.' };
  return { health: probe === 'answered' ? 'healthy' : 'unknown', detail: '' };
}

/** The last evaluations. Some sites always block or are down, so a tenth of failures is an ordinary day. */
export function judgeLooks(looks: Tally): PartHealth {
  const few = looks.total < FEWEST ? ' Too few to tell.' : '';
  return {
    health: byShare(looks, 0.3, 0.7),
    detail: `${looks.failed} of the last ${looks.total} checks in 24 hours could not load their page.${few}`,
  };
}

/** `waiting` evaluations are queued, the oldest since `oldestMs`. `answers`: the queue itself was asked. */
export function judgeQueue(answers: boolean, { waiting, oldestMs }: { waiting: number; oldestMs: number }): PartHealth {
  if (!answers) return { health: 'critical', detail: 'The queue does not answer.' };
  if (waiting === 0) return { health: 'healthy', detail: 'It answers; nothing waits.' };
  const health = oldestMs > 300_000 ? 'critical' : oldestMs > 60_000 ? 'warning' : 'healthy';
  return { health, detail: `${waiting} wait, the oldest for ${Math.round(oldestMs / 1_000)} s.` };
}

/** Where limits are counted, as this process last saw it; null where it has not asked yet. */
export interface SeenLimits {
  /** Whether a Redis is set up. */
  redis: boolean;
  redisAnswers: boolean | null;
  databaseAnswers: boolean | null;
}

export function judgeLimits({ redis, redisAnswers, databaseAnswers }: SeenLimits): PartHealth {
  if (redis && redisAnswers === false) {
    if (databaseAnswers === false) return { health: 'critical', detail: 'Neither Redis nor PostgreSQL counts.' };
    return { health: 'warning', detail: 'Redis does not answer; limits are counted in PostgreSQL.' };
  }
  const answers = redis ? redisAnswers : databaseAnswers;
  const where = redis ? 'Redis' : 'PostgreSQL';
  if (answers === null) return { health: 'unknown', detail: `Nothing was counted in ${where} yet.` };
  if (!answers) return { health: 'critical', detail: 'The limits cannot be counted.' };
  return { health: 'healthy', detail: `Limits are counted in ${where}.` };
}
