import { z } from 'zod';

/** By what the operators are told. */
export const AlertChannel = z.enum(['email', 'slack', 'pagerduty']);
export type AlertChannel = z.infer<typeof AlertChannel>;

export const AlertSeverity = z.enum(['warning', 'critical']);
export type AlertSeverity = z.infer<typeof AlertSeverity>;

export const AlertRuleName = z.enum([
  'error_rate',
  'response_time',
  'ai_provider_failure',
  'email_delivery_failure',
  'email_refused',
  'page_loading',
  'source_failure',
  'queue_age',
  'ai_budget_80',
  'ai_budget_100',
  'storage',
  'suppressions',
]);
export type AlertRuleName = z.infer<typeof AlertRuleName>;

/** What was seen of what a rule speaks of. */
export interface Measurement {
  /** A host, a provider; empty where it is the whole service. */
  subject: string;
  /** In the rule's unit; null where nothing was seen that could tell. */
  value: number | null;
  /** On how many the value rests. */
  seen: number;
  /** Those of them that count; null where the value is no share of them. */
  counted: number | null;
}

/** When the operators are told of the service itself. */
export interface AlertRule {
  name: AlertRuleName;
  /** Said of one subject: "Requests fail". */
  title: string;
  /** Whether its subject may be told outside: a provider may, a host that somebody asks about may not. */
  tellsSubject: boolean;
  /** A share is from 0 to 1. */
  unit: 'share' | 'milliseconds' | 'minutes' | 'count';
  /** So far back it looks; 0: as it is now. */
  windowMinutes: number;
  /** It fires at this value, and above. */
  threshold: number;
  /** Fewer seen than this tell nothing. */
  least: number;
  severity: AlertSeverity;
  channels: readonly AlertChannel[];
  /** "7 of 80 requests failed". */
  says: (measured: Measurement & { value: number }, value: string) => string;
  /** Why there is no value, where there is none: a sentence. */
  unknown: string;
}
