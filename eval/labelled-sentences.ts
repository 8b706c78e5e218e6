import { z } from 'zod';
import { unitAt } from '@/domain/written/quantity';
import type { LabelledSentence } from '@/interpret/learn/labelled';
import { CORPUS_NOW, type LabelledPrompt, readCorpus } from './corpus';
import { Label } from './label';
import { readLabelsAs } from './labels';
import { readLines } from './round';

const Operand = z.union([z.number(), z.string(), z.boolean()]).nullish();

/** What a label on a real page says of its prompt, beside what it says of the page. */
const SentenceLabel = Label.extend({
  type: z.enum(['state', 'change']),
  op: z.string(),
  threshold2: Operand,
});

/** When the prompts on real pages were written. */
const LABELS_NOW = new Date('2026-11-29T12:00:00Z');

/** The group of the labels on pages of ours. */
const OWN = 'own pages';

const Slots = z.object({ item: z.string(), property: z.string(), exclude: z.array(z.string()) });
/** The slots of a prompt of the corpus, by its id. */
const CorpusSlots = Slots.extend({ id: z.string() });
/** A label's prompt said in another language; what it means is the label's. */
const Translated = Slots.extend({ of: z.string(), language: z.string(), prompt: z.string().min(10) });

function linesOf<Line>(file: string, form: z.ZodType<Line>): Line[] {
  return readLines<unknown>(`eval/${file}`).map((line) => form.parse(line));
}

/** Everything that `interpret` learns from: the corpus' prompts and those written about real pages. */
export function labelledSentences(): LabelledSentence[] {
  const labels = readLabelsAs(SentenceLabel);
  const byId = new Map(labels.map((label) => [label.id, label]));
  const translated = linesOf('labels/translated.jsonl', Translated).map(({ of, item, property, exclude, ...said }) => {
    const label = byId.get(of);
    if (!label) throw new Error(`translated.jsonl: there is no label ${of}.`);
    const made = ofLabel({ ...label, ...said, item, property, exclude });
    return { ...made, id: `${of}-${said.language}`, real: false };
  });
  const slots = new Map(linesOf('labels/corpus-slots.jsonl', CorpusSlots).map((one) => [one.id, one]));
  const corpus = readCorpus().prompts.map((prompt) => ofCorpus(prompt, slots.get(prompt.id) ?? null));
  const own = linesOf('labels/own.jsonl', SentenceLabel).map((label) => ({
    ...ofLabel(label),
    group: OWN,
    real: false,
  }));
  return [...corpus, ...labels.map(ofLabel), ...translated, ...own];
}

/** Who wrote a label: the letter of its id; the rounds' are of others. Their pages are of sites of their own. */
function writerOf({ id }: { id: string }): string {
  return /^[a-z](?=-)/.exec(id)?.[0] ?? 'rounds';
}

function ofCorpus(
  { id, prompt, language, set, expect }: LabelledPrompt,
  slots: z.infer<typeof Slots> | null,
): LabelledSentence {
  const { op = '', value = null, value2 = null, amount = null, percent = null, text = null } = expect.condition;
  const { type, factType, unit } = expect as Pick<LabelledSentence, 'type' | 'factType' | 'unit'>;
  const operands = { op, value, value2, amount, percent, text };
  return {
    id,
    prompt,
    language,
    group: set,
    real: false,
    type,
    factType,
    kind: null,
    unit,
    ...operands,
    slots,
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
    group: writerOf(label),
    real: true,
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
