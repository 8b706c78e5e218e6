/** How a part of the system does, in the plan's words. */
export const HEALTH = ['healthy', 'warning', 'critical'] as const;
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

/** Few samples prove nothing: one failure of two is chance. */
const FEWEST = 5;

function byShare({ total, failed }: Tally, warning: number, critical: number): Health {
  if (total < FEWEST) return 'healthy';
  const share = failed / total;
  return share >= critical ? 'critical' : share >= warning ? 'warning' : 'healthy';
}

const worst = (...parts: Health[]): Health =>
  parts.reduce((a, b) => (HEALTH.indexOf(b) > HEALTH.indexOf(a) ? b : a), 'healthy');

/** `pingMs` is how long one round trip took, null when it failed or took too long. */
export function judgeDatabase(pingMs: number | null): PartHealth {
  if (pingMs === null) return { health: 'critical', detail: 'The database does not answer.' };
  const health = pingMs > 500 ? 'warning' : 'healthy';
  return { health, detail: `It answered in ${Math.max(1, Math.round(pingMs))} ms.` };
}

/** `models` are the paid readers that are set up. Reading by rules is always there, so no model is no fault. */
export function judgeReaders(models: { name: string; healthy: boolean }[], calls: Tally): PartHealth {
  if (models.length === 0) return { health: 'healthy', detail: 'No model is set up; our own reader reads.' };
  const broken = models.filter((model) => !model.healthy).map((model) => model.name);
  const circuits: Health = broken.length === 0 ? 'healthy' : broken.length < models.length ? 'warning' : 'critical';
  const resting = broken.length > 0 ? ` Resting after failures: ${broken.join(', ')}.` : '';
  return {
    health: worst(circuits, byShare(calls, 0.1, 0.5)),
    detail: `${calls.failed} of ${calls.total} calls to models failed in the last hour.${resting}`,
  };
}

/** Mails of the last 24 hours; `overdue` have waited for a quarter of an hour or more. */
export function judgeMail({ overdue, ...mails }: Tally & { overdue: number }): PartHealth {
  const waiting: Health = overdue === 0 ? 'healthy' : overdue < 20 ? 'warning' : 'critical';
  const late = overdue > 0 ? ` ${overdue} wait for more than 15 minutes.` : '';
  return {
    health: worst(waiting, byShare(mails, 0.05, 0.5)),
    detail: `${mails.failed} of ${mails.total} mails of the last 24 hours could not be sent.${late}`,
  };
}

/** The last evaluations. Some sites always block or are down, so a tenth of failures is an ordinary day. */
export function judgeLooks(looks: Tally): PartHealth {
  return {
    health: byShare(looks, 0.3, 0.7),
    detail: `${looks.failed} of the last ${looks.total} checks in 24 hours could not load their page.`,
  };
}
