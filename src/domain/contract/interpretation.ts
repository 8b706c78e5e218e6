import { z } from 'zod';
import { Trigger } from '../trigger/trigger';
import { FactType, Unit } from '../value/value';

/** Asked in the preview instead of guessing. The chosen label is appended to the prompt's meaning by its `prompt`. */
const Clarification = z.strictObject({
  question: z.string().min(1).max(200),
  choices: z
    .array(z.strictObject({ label: z.string().min(1).max(100), prompt: z.string().min(10).max(500) }))
    .min(1)
    .max(6),
});

/** The contract made of a prompt, shown before saving. Never contains anything read from a page. */
export const Interpretation = z
  .strictObject({
    type: z.enum(['state', 'change']),
    /** The one thing that is read, as a phrase: "price of the WH-1000XM6 in USD". */
    fact: z.string().min(1).max(300),
    /** What the fact belongs to ("WH-1000XM6 Black"); null where the page itself is the item. */
    item: z.string().min(1).max(200).nullable(),
    /**
     * Which property of the item. One of the well-known English words (price, availability, count, version, date,
     * status, temperature, rating, rate, entries) or, where none fits, the label as the prompt writes it.
     */
    property: z.string().min(1).max(100),
    factType: FactType,
    unit: Unit.nullable(),
    /** Words that the fact's entry must not have: "refurbished" of "not refurbished". */
    exclude: z.array(z.string().min(1).max(100)).max(10).optional(),
    trigger: Trigger,
    /** The web addresses the prompt names, in order; the first is the source, the others its alternatives. */
    sources: z.array(z.string().max(2_000)).max(5),
    suggestedName: z.string().min(1).max(100),
    /** BCP 47 language of the prompt, e.g. "en" or "pt". */
    language: z.string().min(2).max(35),
    clarification: Clarification.nullable(),
  })
  .superRefine((interpretation, context) => {
    if (interpretation.type !== interpretation.trigger.kind) {
      context.addIssue({ code: 'custom', message: 'type and trigger must agree: both state or both change' });
    }
  });
export type Interpretation = z.infer<typeof Interpretation>;
