import { z } from 'zod';
import { unitAt } from '@/domain/written/quantity';
import type { LabelledSentence } from '@/interpret/learn/labelled';
import { CORPUS_NOW, type LabelledPrompt, readCorpus } from './corpus';
import { Label } from './label';
import { readLabelsAs } from './labels';

const Operand = z.union([z.number(), z.string(), z.boolean()]).nullish();

/** What a label on a real page says of its prompt, beside what it says of the page. */
const SentenceLabel = Label.extend({
  type: z.enum(['state', 'change']),
  op: z.string(),
  threshold2: Operand,
});

/** When the prompts on real pages were written. */
const LABELS_NOW = new Date('2026-11-29T12:00:00Z');

/** Everything that `interpret` learns from: the corpus' prompts and those written about real pages. */
export function labelledSentences(): LabelledSentence[] {
  return [...readCorpus().prompts.map(ofCorpus), ...readLabelsAs(SentenceLabel).map(ofLabel)];
}

function ofCorpus({ id, prompt, language, set, expect }: LabelledPrompt): LabelledSentence {
  const { op = '', value = null, value2 = null, amount = null, percent = null, text = null } = expect.condition;
  const { type, factType, unit } = expect as Pick<LabelledSentence, 'type' | 'factType' | 'unit'>;
  const operands = { op, value, value2, amount, percent, text };
  return {
    id,
    prompt,
    language,
    group: set,
    type,
    factType,
    kind: null,
    unit,
    ...operands,
    slots: null,
    now: CORPUS_NOW,
  };
}

function ofLabel(label: z.infer<typeof SentenceLabel>): LabelledSentence {
  const { id, prompt, language, type, factType, kind, op, item, property, exclude } = label;
  const [value, value2] = [label.threshold, label.threshold2].map((one) =>
    one === null || one === undefined ? null : String(one),
  );
  const named = op === 'added' || op === 'removed';
  const operands = {
    value: type === 'state' ? (value ?? null) : null,
    value2: type === 'state' ? (value2 ?? null) : null,
    amount: type === 'change' && !named ? (value ?? null) : null,
    percent: null,
    text: type === 'change' && named ? (value ?? null) : null,
  };
  const slots = { item, property: property ?? '', exclude };
  const unit = label.unit === null ? null : symbolOf(label.unit);
  return {
    id,
    prompt,
    language,
    group: label.page,
    type,
    factType,
    kind,
    unit,
    op,
    ...operands,
    slots,
    now: LABELS_NOW,
  };
}

/** "days" → "d": people label units as they read them. */
function symbolOf(unit: string): string {
  const found = /^[A-Z]{3}$/.test(unit) ? null : unitAt(unit, 0);
  return found?.end === unit.length ? found.unit : unit;
}
