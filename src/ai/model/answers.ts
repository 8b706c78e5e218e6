import { z } from 'zod';
import { Interpretation } from '@/domain/contract/interpretation';
import { ChangeOp, StateOp } from '@/domain/trigger/trigger';
import { FactType, type FactValue } from '@/domain/value/value';
import { DecimalString } from '@/domain/written/decimal-schema';

/** Flat on purpose: providers' structured output takes no refinements and few unions. */
export const InterpretAnswer = z.object({
  type: z.enum(['state', 'change']),
  fact: z.string(),
  item: z.string().nullable(),
  property: z.string(),
  fact_type: FactType,
  unit: z.string().nullable(),
  op: z.enum([...StateOp.options, ...ChangeOp.options]),
  value: z.string().nullable(),
  value2: z.string().nullable(),
  amount: z.string().nullable(),
  percent: z.string().nullable(),
  text: z.string().nullable(),
  sources: z.array(z.string()),
  name: z.string(),
  language: z.string(),
  question: z.string().nullable(),
  choices: z.array(z.object({ label: z.string(), sentence: z.string() })),
});
export type InterpretAnswer = z.infer<typeof InterpretAnswer>;

export const ReadAnswer = z.object({
  found: z.enum(['value', 'absent', 'ambiguous', 'missing']),
  quote: z.string().nullable(),
  value_text: z.string().nullable(),
  yes: z.boolean().nullable(),
  entries: z.array(z.string()),
  refused: z.array(z.object({ quote: z.string(), reason: z.string() })),
  candidates: z.array(z.string()),
  reason: z.string().nullable(),
});
export type ReadAnswer = z.infer<typeof ReadAnswer>;

/**
 * The model's contract as ours, or null where it says what the sentence does not: an address or a number that the
 * person never wrote is an invention.
 */
export function toInterpretation(answer: InterpretAnswer, prompt: string): Interpretation | null {
  const numbers = [answer.value, answer.value2, answer.amount, answer.percent].filter((text) => text !== null);
  if (!numbers.every((text) => standsIn(text, prompt))) return null;
  const parsed = Interpretation.safeParse({
    type: answer.type,
    fact: answer.fact.slice(0, 300),
    item: answer.item?.trim().slice(0, 200) || null,
    property: answer.property.trim().toLowerCase().slice(0, 100),
    factType: answer.fact_type,
    unit: answer.unit || null,
    trigger: toTrigger(answer),
    sources: answer.sources.filter((source) => prompt.includes(source)).slice(0, 5),
    suggestedName: answer.name.trim().slice(0, 100),
    language: answer.language,
    clarification: toClarification(answer),
  });
  return parsed.success ? parsed.data : null;
}

function toTrigger(answer: InterpretAnswer): unknown {
  if (answer.type === 'change') {
    return { kind: 'change', op: answer.op, amount: answer.amount, percent: answer.percent, text: answer.text };
  }
  return { kind: 'state', op: answer.op, value: operand(answer.value, answer), value2: operand(answer.value2, answer) };
}

function operand(text: string | null, answer: InterpretAnswer): FactValue | null {
  if (text === null) return null;
  if (answer.fact_type === 'number') {
    return DecimalString.safeParse(text).success ? { type: 'number', number: text, unit: answer.unit || null } : null;
  }
  return { type: 'string', text, unit: answer.unit || null };
}

function toClarification(answer: InterpretAnswer): Interpretation['clarification'] {
  const choices = answer.choices
    .filter((choice) => choice.sentence.length >= 10 && choice.sentence.length <= 500 && choice.label.length > 0)
    .map((choice) => ({ label: choice.label.slice(0, 100), prompt: choice.sentence }))
    .slice(0, 6);
  return answer.question && choices.length > 0 ? { question: answer.question.slice(0, 200), choices } : null;
}

/** The digits of a threshold stand in the sentence in this order; a sentence without digits may spell numbers out. */
function standsIn(text: string, prompt: string): boolean {
  const digits = text.replace(/\D/g, '').replace(/^0+|(?<!0)0+$/g, '');
  const said = prompt.normalize('NFKC').replace(/(\d)[.,'’\s](?=\d)/g, '$1');
  if (digits === '' || !/\d/.test(said)) return true;
  if (/^\d{4}-\d{2}/.test(text)) return true;
  return said.includes(digits);
}
