import { z } from 'zod';
import type { FactSummary, MonitorSummary, NotificationSummary } from '@/db/monitor-in-detail';
import { DELIVERY_STATUSES } from '@/domain/email/delivery';
import { CHANGE_TYPES } from '@/domain/value/change';
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
    extractedFact: z.string().meta({ description: 'The one thing that is read: "price of the Kettle One in USD"' }),
    triggerCondition: z.string().meta({ description: 'When it alerts, in words: "is below $300.00"' }),
    source: z.string().nullable().meta({ description: 'The address that is read; null where none is known' }),
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
    extractedFact: monitor.extractedFact,
    triggerCondition: monitor.triggerCondition,
    source: monitor.sourceUrl,
  };
}

/** Where the picture of a fact, or of what a failed evaluation met, is fetched with the same token. */
export function pictureAddress(id: string): string {
  return `${getEnv().APP_URL}/api/evidence/${id}`;
}

export const PictureUrl = z.url().nullable().meta({
  description: 'The picture with the quote framed, for you only (`GET` with the same token); null without one',
});

const ReadOutcome = z.enum(['value', 'absent']).meta({ description: '`absent`: it is surely not on the page' });
const Quote = z.string().meta({ description: 'What stands literally on the page and proves the value' });
const Sentence = z.string().meta({ description: 'What was decided and why, for people' });
const DecimalText = z.string().nullable();

/** The plan's MonitorFact, with what proves it. */
export const RestFact = z
  .strictObject({
    id: z.uuid(),
    monitorId: z.uuid(),
    value: PlainValue,
    extractedAt: Moment,
    source: z.string().meta({ description: 'The address that was read' }),
    outcome: ReadOutcome,
    quote: Quote,
    pictureUrl: PictureUrl,
    confidence: z.number().meta({ description: '0 to 1' }),
    processingTime: z.int().meta({ description: 'Milliseconds' }),
    errors: z.array(z.string()).meta({
      description:
        'What went wrong on the way to it, a sentence each: a place that had to be found again, a reader that could ' +
        'not be asked, a second look that disagreed. Empty where nothing did',
    }),
  })
  .meta({ id: 'MonitorFact' });

export function restFact(monitorId: string, fact: FactSummary): z.infer<typeof RestFact> {
  const { id, value, at, source, outcome, quote, pictured, confidence, took, errors } = fact;
  return {
    ...{ id, monitorId, value: plainValue(value), extractedAt: at, source, outcome, quote },
    pictureUrl: pictured ? pictureAddress(id) : null,
    ...{ confidence, processingTime: took, errors },
  };
}

/** The plan's FactHistory, with what proves it and how it differs from the one before. */
export const RestHistory = z
  .strictObject({
    id: z.uuid(),
    monitorId: z.uuid(),
    value: PlainValue,
    timestamp: Moment,
    triggeredAlert: z.boolean(),
    source: z.string().meta({ description: 'The address that was read' }),
    outcome: ReadOutcome,
    quote: Quote,
    pictureUrl: PictureUrl,
    sentence: Sentence,
    changeType: z.enum(CHANGE_TYPES),
    changeAmount: DecimalText.meta({ description: 'Of numbers, an exact decimal as text; else null' }),
    changePercentage: DecimalText.meta({ description: 'Of numbers, percent of the value before as text; else null' }),
  })
  .meta({ id: 'FactHistory' });

export function restHistory(
  monitorId: string,
  fact: Omit<FactSummary, 'errors' | 'confidence' | 'took'>,
): z.infer<typeof RestHistory> {
  const { id, value, at, alert, source, outcome, quote, sentence } = fact;
  return {
    ...{ id, monitorId, value: plainValue(value), timestamp: at, triggeredAlert: alert, source, outcome, quote },
    pictureUrl: fact.pictured ? pictureAddress(id) : null,
    ...{ sentence, changeType: fact.change, changeAmount: fact.amount, changePercentage: fact.percentage },
  };
}

/** The plan names it and does not say what is in it: its EmailNotification, without the texts of the email. */
export const RestNotification = z
  .strictObject({
    id: z.uuid(),
    monitorId: z.uuid(),
    kind: z.string(),
    subject: z.string(),
    state: z.string().meta({
      description: 'pending, sending, unconfirmed, sent, failed, suppressed, withheld (its person wants none)',
    }),
    createdAt: Moment,
    sentAt: Moment.nullable().meta({ description: 'When SendGrid took it; null until it did' }),
    deliveredAt: Moment.nullable(),
    openedAt: Moment.nullable().meta({ description: 'Only where opens are tracked' }),
    clickedAt: Moment.nullable().meta({ description: 'Only where clicks are tracked' }),
    sendGridMessageId: z.string().nullable(),
    deliveryStatus: z
      .enum(DELIVERY_STATUSES)
      .nullable()
      .meta({
        description:
          'sent: accepted or deferred; delivered: delivered, opened or clicked; bounce: bounced, blocked or dropped; ' +
          'spam and unsubscribe: as its receiver said. Never back in this order; null until it was accepted',
      }),
    triggerValue: PlainValue,
    previousValue: PlainValue,
    changeDetected: z.boolean(),
  })
  .meta({ id: 'NotificationHistory' });

export function restNotification(monitorId: string, told: NotificationSummary): z.infer<typeof RestNotification> {
  const { id, kind, subject, state } = told;
  return {
    ...{ id, monitorId, kind, subject, state, createdAt: told.created, sentAt: told.sent, deliveredAt: told.delivered },
    ...{ openedAt: told.opened, clickedAt: told.clicked, sendGridMessageId: told.message },
    deliveryStatus: told.status,
    triggerValue: plainValue(told.value),
    previousValue: plainValue(told.before),
    changeDetected: told.changed,
  };
}
