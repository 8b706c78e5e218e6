import type { AlertRule, AlertRuleName } from '@/domain/alerts/rule';

const of = ({ counted, seen }: { counted: number | null; seen: number }) => `${counted ?? 0} of ${seen}`;
const BUDGET_UNKNOWN = 'No budget for AI readers is set, so none can be spent.';

const many = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

/** The plan's four first. An alert about emails goes by another channel as well: it could not arrive by email alone. */
const RULES: Record<AlertRuleName, Omit<AlertRule, 'name'>> = {
  error_rate: {
    ...{ title: 'Requests fail', tellsSubject: false, unit: 'share', windowMinutes: 5, threshold: 0.05, least: 20 },
    ...{ severity: 'critical', channels: ['email', 'slack'] },
    says: (seen, share) => `${of(seen)} requests failed (${share})`,
    unknown: 'No request was answered within 5 minutes.',
  },
  response_time: {
    ...{ title: 'Answers are slow', tellsSubject: false, unit: 'milliseconds', windowMinutes: 10, threshold: 2_000 },
    ...{ least: 20, severity: 'warning', channels: ['email'] },
    says: ({ seen }, time) => `${seen} requests were answered in ${time} on average`,
    unknown: 'No request was answered within 10 minutes whose time counts.',
  },
  ai_provider_failure: {
    ...{ title: 'A provider of models fails', tellsSubject: true, unit: 'share', windowMinutes: 2, threshold: 0.1 },
    ...{ least: 10, severity: 'critical', channels: ['email', 'slack', 'pagerduty'] },
    says: (seen, share) => `${of(seen)} calls failed (${share})`,
    unknown: 'No model was asked within 2 minutes.',
  },
  email_delivery_failure: {
    ...{ title: 'Emails do not arrive', tellsSubject: false, unit: 'share', windowMinutes: 15, threshold: 0.05 },
    ...{ least: 20, severity: 'warning', channels: ['email', 'slack'] },
    says: (seen, share) => `${of(seen)} emails could not be delivered (${share})`,
    unknown: 'No email went out within 15 minutes.',
  },
  email_refused: {
    ...{ title: 'The email service refuses our key', tellsSubject: false, unit: 'count', windowMinutes: 0 },
    ...{ threshold: 1, least: 0, severity: 'critical', channels: ['slack', 'pagerduty'] },
    says: ({ value }) =>
      value > 0
        ? 'No email goes out: put a valid SENDGRID_API_KEY and FROM_EMAIL'
        : 'The email service has refused nothing of late',
    unknown: 'Emails do not leave this machine.',
  },
  page_loading: {
    ...{ title: 'Pages cannot be loaded', tellsSubject: false, unit: 'share', windowMinutes: 30, threshold: 0.5 },
    ...{ least: 40, severity: 'critical', channels: ['email', 'slack', 'pagerduty'] },
    says: (seen, share) => `${of(seen)} looks at sites failed (${share})`,
    unknown: 'No site was looked at within 30 minutes.',
  },
  source_failure: {
    ...{ title: 'A source fails', tellsSubject: false, unit: 'share', windowMinutes: 60, threshold: 0.5, least: 5 },
    ...{ severity: 'warning', channels: ['email', 'slack'] },
    says: (seen, share) => `${of(seen)} looks at one site failed (${share})`,
    unknown: 'No site was looked at within an hour.',
  },
  queue_age: {
    ...{
      title: 'Checks wait too long',
      tellsSubject: false,
      unit: 'minutes',
      windowMinutes: 0,
      threshold: 5,
      least: 0,
    },
    ...{ severity: 'critical', channels: ['email', 'slack', 'pagerduty'] },
    says: ({ seen }, time) =>
      seen === 0 ? 'No check waits' : `${many(seen, 'check waits', 'checks wait')}, the oldest for ${time}`,
    unknown: 'The queue was not asked.',
  },
  ai_budget_80: {
    ...{ title: 'The AI budget is nearly spent', tellsSubject: false, unit: 'share', windowMinutes: 0, threshold: 0.8 },
    ...{ least: 0, severity: 'warning', channels: ['email', 'slack'] },
    says: (_, share) => `${share} of this month’s budget for AI readers is spent`,
    unknown: BUDGET_UNKNOWN,
  },
  ai_budget_100: {
    ...{
      title: 'The AI budget is spent',
      tellsSubject: false,
      unit: 'count',
      windowMinutes: 60,
      threshold: 1,
      least: 0,
    },
    ...{ severity: 'critical', channels: ['email', 'slack'] },
    says: ({ value }) =>
      `${many(value, 'call of a model was', 'calls of models were')} refused, since this month’s budget held no more,`,
    unknown: BUDGET_UNKNOWN,
  },
  storage: {
    ...{ title: 'The database is nearly full', tellsSubject: false, unit: 'share', windowMinutes: 0, threshold: 0.8 },
    ...{ least: 0, severity: 'warning', channels: ['email', 'slack'] },
    says: (_, share) => `The database fills ${share} of STORAGE_LIMIT_GB`,
    unknown: 'Nobody knows how much the database may hold: put STORAGE_LIMIT_GB.',
  },
  suppressions: {
    ...{ title: 'Many addresses bounce or complain', tellsSubject: false, unit: 'count', windowMinutes: 24 * 60 },
    ...{ threshold: 10, least: 0, severity: 'warning', channels: ['email', 'slack'] },
    says: ({ value }) => `${many(value, 'address', 'addresses')} bounced or complained, and got no more email,`,
    unknown: 'Nobody tells what becomes of emails.',
  },
};

/** Every alert rule, in the order in which the admin sees them. */
export const ALERT_RULES: readonly AlertRule[] = Object.entries(RULES).map(([name, rule]) => ({
  name: name as AlertRuleName,
  ...rule,
}));

/** The rule of a name; undefined of one that an older version had. */
export function ruleOf(name: string): AlertRule | undefined {
  return ALERT_RULES.find((rule) => rule.name === name);
}
