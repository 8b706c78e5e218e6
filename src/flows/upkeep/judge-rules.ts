import {
  beginEpisode,
  calmDown,
  claimRound,
  endEpisode,
  fireOn,
  listOpenEpisodes,
  type OpenEpisodeRow,
} from '@/db/alerts/episodes';
import { insertEndNotices, insertNotices } from '@/db/alerts/notices';
import { judgeRule, nextStep, type Verdict } from '@/domain/alerts/judge-rule';
import type { AlertChannel, AlertRule, AlertRuleName } from '@/domain/alerts/rule';
import { ALERT_RULES, ruleOf } from '@/ops/alert-rules';
import { type AlertLimits, type MeasureDeps, measureRule } from '../admin/measure-rules';
import type { Deps } from '../deps';

export type JudgeDeps = MeasureDeps & Pick<Deps, 'log' | 'operators'>;

interface Judging {
  /** So often the rules are judged, by whichever process. */
  everyMs: number;
  limits: AlertLimits;
}

/** While the second fires, the first is no news: when hardly any page can be loaded it is no matter of one source. */
const TOLD_BY: Partial<Record<AlertRuleName, AlertRuleName>> = { source_failure: 'page_loading' };

/** A person may ask about one broken site after another: more of a rule at once are on the page, and told to nobody. */
const MOST_OPEN = 10;

/** When this process comes again, so that it asks the database for nothing in between. */
const nextAt = new WeakMap<MeasureDeps['db'], number>();

/**
 * Judges all rules where that is due, once for all processes. To be called as often as one likes: by the worker, or on
 * a serverless host after answers. Returns how many episodes began or ended.
 */
export async function judgeRules(deps: JudgeDeps, judging: Judging): Promise<number> {
  const { everyMs, limits } = judging;
  const now = deps.now().getTime();
  const ahead = (nextAt.get(deps.db) ?? 0) - now;
  // Further ahead it was planned before the clock was set back.
  if (ahead > 0 && ahead <= everyMs) return 0;
  const isOurs = await claimRound(deps.db, deps.now(), everyMs);
  nextAt.set(deps.db, now + (isOurs ? everyMs : everyMs / 6));
  if (!isOurs) return 0;
  const open = await listOpenEpisodes(deps.db);
  await endUnknownRules(deps, open);
  let changed = 0;
  const firing = new Set<AlertRuleName>();
  for (const rule of ALERT_RULES) {
    const told = TOLD_BY[rule.name];
    const mayBegin = told === undefined || !firing.has(told);
    try {
      const judged = await judgeOne(deps, rule, { open, limits, mayBegin });
      changed += judged.changed;
      if (judged.fires) firing.add(rule.name);
    } catch (error) {
      deps.log.error({ err: error, rule: rule.name }, 'an alert rule could not be judged; the others are');
    }
  }
  return changed;
}

/** What an older version judged, and this one does not. */
async function endUnknownRules(deps: JudgeDeps, open: readonly OpenEpisodeRow[]): Promise<void> {
  for (const { id, rule } of open)
    if (ruleOf(rule) === undefined) await end(deps, id, 'unseen', 'Nobody judges it now.');
}

async function judgeOne(
  deps: JudgeDeps,
  rule: AlertRule,
  { open, limits, mayBegin }: { open: readonly OpenEpisodeRow[]; limits: AlertLimits; mayBegin: boolean },
): Promise<{ changed: number; fires: boolean }> {
  const own = new Map(open.filter((one) => one.rule === rule.name).map((one) => [one.subject, one]));
  const measured = await measureRule(deps, rule, { limits, open: [...own.keys()] });
  let changed = 0;
  let fires = false;
  for (const one of measured) {
    const verdict = judgeRule(rule, one);
    fires ||= verdict.state === 'firing';
    const episode = own.get(one.subject) ?? null;
    if (episode === null && !(mayBegin && own.size + changed < MOST_OPEN)) continue;
    if (await takeStep(deps, rule, { subject: one.subject, episode, verdict })) changed += 1;
  }
  return { changed, fires };
}

/** Writes what comes of a verdict. True where an episode began or ended, and it was this process that wrote it. */
async function takeStep(
  deps: JudgeDeps,
  rule: AlertRule,
  { subject, episode, verdict }: { subject: string; episode: OpenEpisodeRow | null; verdict: Verdict },
): Promise<boolean> {
  const now = deps.now();
  const { why } = verdict;
  const step = nextStep(rule, episode, verdict, now);
  if (step === 'begin') return begin(deps, rule, { subject, why });
  if (episode === null || step === 'none') return false;
  if (step === 'end_fine' || step === 'end_unseen')
    return end(deps, episode.id, step === 'end_fine' ? 'fine' : 'unseen', why);
  await (step === 'go_on' ? fireOn(deps.db, episode.id, { why, now }) : calmDown(deps.db, episode.id, why));
  return false;
}

async function begin(deps: JudgeDeps, rule: AlertRule, { subject, why }: { subject: string; why: string }) {
  const now = deps.now();
  const { name, severity } = rule;
  const channels = rule.channels.filter((channel) => isSetUp(deps, channel));
  const id = await deps.db.transaction().execute(async (trx) => {
    const begun = await beginEpisode(trx, { rule: name, subject, severity, why, now });
    if (begun !== null) await insertNotices(trx, begun, { channels, now });
    return begun;
  });
  if (id !== null) deps.log.warn({ episodeId: id, rule: name, severity, why }, 'an alert rule fires');
  return id !== null;
}

async function end(deps: JudgeDeps, id: string, because: 'fine' | 'unseen', why: string): Promise<boolean> {
  const now = deps.now();
  const ended = await deps.db.transaction().execute(async (trx) => {
    const isOurs = await endEpisode(trx, id, { why, because, now });
    if (isOurs) await insertEndNotices(trx, id, now);
    return isOurs;
  });
  if (ended) deps.log.info({ episodeId: id, because, why }, 'an alert rule fires no more');
  return ended;
}

function isSetUp({ operators }: Pick<Deps, 'operators'>, channel: AlertChannel): boolean {
  return channel === 'email' || Boolean(operators?.[channel]);
}
