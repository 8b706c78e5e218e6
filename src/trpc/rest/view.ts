import { z } from 'zod';
import type { FactSummary } from '@/db/facts';
import type { MonitorSummary } from '@/db/monitor-summaries';
import type { FactValue } from '@/domain/value';

export const Moment = z.iso.datetime().meta({ description: 'ISO 8601 in UTC' });

/** What a value is in plain JSON. Numbers of more than 15 digits lose the last ones, as JSON numbers do everywhere. */
export const PlainValue = z
  .union([z.number(), z.string(), z.boolean(), z.array(z.string())])
  .nullable()
  .meta({ description: 'A number, a text, true or false, a list of texts, or null where nothing was read' });
export type PlainValue = z.infer<typeof PlainValue>;

export function plainValue(value: FactValue | null): PlainValue {
  if (value === null) return null;
  if (value.type === 'number') return Number(value.number);
  if (value.type === 'string') return value.text;
  return value.type === 'boolean' ? value.boolean : value.items;
}

/** The plan's Monitor. */
export const RestMonitor = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    prompt: z.string(),
    type: z.enum(['state', 'change']),
    isActive: z.boolean(),
    lastChecked: Moment.nullable(),
    currentValue: PlainValue,
    triggerCount: z.int(),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: 'Monitor' });

export function restMonitor(monitor: MonitorSummary): z.infer<typeof RestMonitor> {
  const { id, name, prompt, type, isActive, triggerCount } = monitor;
  return {
    id,
    name,
    prompt,
    type,
    isActive,
    lastChecked: monitor.lastChecked?.toISOString() ?? null,
    currentValue: plainValue(monitor.currentValue),
    triggerCount,
    createdAt: monitor.createdAt.toISOString(),
    updatedAt: monitor.updatedAt.toISOString(),
  };
}

export const RestFact = z
  .strictObject({
    id: z.uuid(),
    monitorId: z.uuid(),
    value: PlainValue,
    extractedAt: Moment,
    source: z.string().meta({ description: 'The address that was read' }),
  })
  .meta({ id: 'MonitorFact' });

export function restFact(monitorId: string, fact: FactSummary): z.infer<typeof RestFact> {
  const { id, value, extractedAt, source } = fact;
  return { id, monitorId, value: plainValue(value), extractedAt: extractedAt.toISOString(), source };
}

export const RestHistory = z
  .strictObject({
    id: z.uuid(),
    monitorId: z.uuid(),
    value: PlainValue,
    timestamp: Moment,
    triggeredAlert: z.boolean(),
  })
  .meta({ id: 'FactHistory' });

export function restHistory(monitorId: string, fact: FactSummary): z.infer<typeof RestHistory> {
  const { id, value, extractedAt, triggeredAlert } = fact;
  return { id, monitorId, value: plainValue(value), timestamp: extractedAt.toISOString(), triggeredAlert };
}

export const RestNotification = z
  .strictObject({
    id: z.uuid(),
    kind: z.string(),
    subject: z.string(),
    state: z.string(),
    createdAt: Moment,
    sentAt: Moment.nullable(),
  })
  .meta({ id: 'NotificationHistory' });

export const Limit = z.coerce.number().int().min(1).max(100).default(50);

/** `coerce` of the REST adapter would read the text "false" as true; behind a pipe it does not see the boolean. */
export const TrueOrFalse = z.boolean().pipe(z.boolean());
