import { z } from 'zod';
import type { FactSummary, MonitorSummary } from '@/db/monitor-in-detail';
import type { FactValue } from '@/domain/value/value';
import { getEnv } from '@/env';

/**
 * What an answer looks like, for the OpenAPI document. Our own code composes it and its type is checked, so the running
 * app does not check each answer again (of a monitor with its facts that was half of the work); every test does.
 */
export function answer<Schema extends z.ZodType>(schema: Schema): Schema {
  const parseAsync = async (given: unknown) =>
    getEnv().NODE_ENV === 'production' ? given : await schema.parseAsync(given);
  return Object.create(schema, { parseAsync: { value: parseAsync } });
}

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
    errors: z.array(z.string()).meta({
      description:
        'What went wrong on the way to it, a sentence each: a place that had to be found again, a reader that could ' +
        'not be asked, a second look that disagreed. Empty where nothing did',
    }),
  })
  .meta({ id: 'MonitorFact' });

export function restFact(monitorId: string, fact: FactSummary): z.infer<typeof RestFact> {
  const { id, value, at, source, errors } = fact;
  return { id, monitorId, value: plainValue(value), extractedAt: at, source, errors };
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

export function restHistory(
  monitorId: string,
  fact: Omit<FactSummary, 'source' | 'errors'>,
): z.infer<typeof RestHistory> {
  const { id, value, at, alert } = fact;
  return { id, monitorId, value: plainValue(value), timestamp: at, triggeredAlert: alert };
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

const MARK = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([\da-f-]{36})$/;

interface Mark {
  extractedAt: Date;
  id: string;
}

/** Where a page of facts ended, as an opaque text. */
export function toCursor({ extractedAt, id }: Mark): string {
  return Buffer.from(`${extractedAt.toISOString()}_${id}`).toString('base64url');
}

function fromCursor(cursor: string): Mark | null {
  const [, time, id] = MARK.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  const extractedAt = new Date(time ?? '');
  return id === undefined || Number.isNaN(extractedAt.getTime()) || !z.uuid().safeParse(id).success
    ? null
    : { extractedAt, id };
}

/** The `nextCursor` of the page before, for facts. */
export const FactCursor = z
  .string()
  .max(200)
  .transform((cursor, context) => {
    const mark = fromCursor(cursor);
    if (mark !== null) return mark;
    context.addIssue({ code: 'custom', message: 'Take the cursor from nextCursor of the page before.' });
    return z.NEVER;
  });
