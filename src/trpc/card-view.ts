import { z } from 'zod';
import type { Card } from '@/db/dashboard/cards';
import { changesBetween } from '@/domain/email/news-difference';
import { CHANGE_TYPES } from '@/domain/value/change';

/** A text or list needs a look at what came and went; the words around it are few on a card. */
const SIZE = { parts: 160, context: 24, entries: 2, entry: 60 };

const Part = z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
const DifferenceView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), parts: z.array(Part) }),
  z.strictObject({
    kind: z.literal('list'),
    ...{ added: z.array(z.string()), moreAdded: z.number().int() },
    ...{ removed: z.array(z.string()), moreRemoved: z.number().int() },
  }),
]);

/** What a card shows of a monitor beyond the monitor itself. */
export const CardView = z.strictObject({
  id: z.uuid(),
  tags: z.array(z.string()),
  /** The page's words for the value, and when they were read. */
  quote: z.string().nullable(),
  readAt: z.date().nullable(),
  change: z
    .strictObject({
      at: z.date(),
      isFirst: z.boolean(),
      changeType: z.enum(CHANGE_TYPES),
      changeAmount: z.string().nullable(),
      changePercentage: z.string().nullable(),
      alert: z.boolean(),
      /** Of a long text or a list; null where the values are told by themselves. */
      difference: DifferenceView.nullable(),
    })
    .nullable(),
  /** Moment (epoch ms) and number of the last readings. */
  line: z.array(z.tuple([z.number(), z.number()])),
});
export type CardView = z.infer<typeof CardView>;

export function viewCard({ change, ...card }: Card): CardView {
  if (change === null) return { ...card, change };
  const { type, amount, percentage, from, to, ...rest } = change;
  const difference = from === null ? null : changesBetween(from, to, SIZE);
  return {
    ...card,
    change: { ...rest, changeType: type, changeAmount: amount, changePercentage: percentage, difference },
  };
}
