import { listEpisodes, listOpenEpisodes } from '@/db/alerts/episodes';
import { listSilences, type Silence } from '@/db/alerts/silences';
import { listAdmins } from '@/db/people';
import { figureWords, judgeRule, minuteWords } from '@/domain/alerts/judge-rule';
import type { AlertChannel, AlertRule, AlertRuleName, AlertSeverity } from '@/domain/alerts/rule';
import { ALERT_RULES, ruleOf } from '@/ops/alert-rules';
import type { Deps } from '../deps';
import { type AlertLimits, type MeasureDeps, measureRule } from './measure-rules';

type ReadDeps = MeasureDeps & Pick<Deps, 'operators' | 'log'>;

/** A rule with what it sees now. */
export interface RuleNow {
  name: AlertRuleName;
  title: string;
  severity: AlertSeverity;
  channels: AlertChannel[];
  /** "5 %", "5 minutes": from where it fires, and how far it looks back; null: as it is now. */
  threshold: string;
  window: string | null;
  now: { subject: string; figure: string | null; state: 'firing' | 'fine' | 'unknown'; why: string }[];
  silences: Omit<Silence, 'rule'>[];
}

/** Every alert rule with its present figures, and who would be told. */
export async function readRules(deps: ReadDeps, limits: AlertLimits) {
  const [open, silences, admins] = await Promise.all([
    listOpenEpisodes(deps.db),
    listSilences(deps.db, deps.now()),
    listAdmins(deps.db),
  ]);
  const rules = await Promise.all(
    ALERT_RULES.map(async (rule) => {
      const subjects = open.filter((one) => one.rule === rule.name).map(({ subject }) => subject);
      const own = silences.filter((one) => one.rule === rule.name).map(({ rule: _, ...silence }) => silence);
      return { ...viewOf(rule), now: await present(deps, rule, limits, subjects), silences: own };
    }),
  );
  const channels = {
    email: admins.length,
    slack: Boolean(deps.operators?.slack),
    pagerduty: Boolean(deps.operators?.pagerduty),
  };
  return { rules, channels, emailsLeave: deps.mail.name !== 'outbox' };
}

function viewOf(rule: AlertRule): Omit<RuleNow, 'now' | 'silences'> {
  const { name, title, severity, channels, unit, threshold, windowMinutes } = rule;
  return {
    ...{ name, title, severity, channels: [...channels], threshold: figureWords(unit, threshold) },
    window: windowMinutes === 0 ? null : minuteWords(windowMinutes),
  };
}

async function present(
  deps: ReadDeps,
  rule: AlertRule,
  limits: AlertLimits,
  open: readonly string[],
): Promise<RuleNow['now']> {
  try {
    const measured = await measureRule(deps, rule, { limits, open });
    return measured.map((one) => ({
      ...{ subject: one.subject, figure: one.value === null ? null : figureWords(rule.unit, one.value) },
      ...judgeRule(rule, one),
    }));
  } catch (error) {
    // One figure that cannot be had must not hide the others.
    deps.log.error({ err: error, rule: rule.name }, 'the figure of an alert rule could not be read');
    return [{ subject: '', figure: null, state: 'unknown', why: 'Its figure could not be read; the log tells why.' }];
  }
}

interface Place {
  beganAt: Date;
  id: string;
}

/** Episodes, the newest first: all that are open, or a page of those that are over. */
export async function readEpisodes(
  { db }: Pick<Deps, 'db'>,
  { open, limit, cursor }: { open: boolean; limit: number; cursor?: Place | undefined },
) {
  const rows = await listEpisodes(db, { open, limit: limit + 1, before: cursor });
  const episodes = rows.slice(0, limit).map((row) => ({ ...row, title: ruleOf(row.rule)?.title ?? row.rule }));
  const last = rows.length > limit ? episodes.at(-1) : undefined;
  return { episodes, nextCursor: last ? { beganAt: last.beganAt, id: last.id } : null };
}
