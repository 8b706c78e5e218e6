import type { Trigger } from '@/domain/trigger/trigger';
import type { FactType } from '@/domain/value/value';
import type { KnownProperty } from '../lexicon/lexicon';
import type { DateMention } from './dates';
import type { Operand } from './operands';
import type { Patterns } from './patterns';
import type { PromptText, Quote, Span } from './text';

/** What the rules look at: one clause of a prompt, read with the words of one language. */
export interface Clause {
  prompt: PromptText;
  patterns: Patterns;
  quotes: readonly Quote[];
  operands: readonly Operand[];
  dates: readonly DateMention[];
  /** Times of day; `iso` is "HH:MM". */
  times: readonly DateMention[];
}

/** What a clause asks for. */
export interface Condition {
  trigger: Trigger;
  factType: FactType;
  unit: string | null;
  /** The property that the condition implies; null leaves it to the words of the prompt. */
  property: KnownProperty | null;
  /** Label of a counted or measured thing, as written: "open jobs". */
  label: string | null;
  /** Parts of the clause that say the condition, and so do not name the item. */
  spans: Span[];
  /** 3: explicit; 2: named by one clear word; 1: a guess that needs a question. */
  score: number;
}

export const change = (
  op: Extract<Trigger, { kind: 'change' }>['op'],
  size: { amount?: string; percent?: string; text?: string | null } = {},
): Trigger => ({
  kind: 'change',
  op,
  amount: size.amount ?? null,
  percent: size.percent ?? null,
  text: size.text ?? null,
});

export const state = (
  op: Extract<Trigger, { kind: 'state' }>['op'],
  value: Extract<Trigger, { kind: 'state' }>['value'] = null,
  value2: Extract<Trigger, { kind: 'state' }>['value2'] = null,
): Trigger => ({ kind: 'state', op, value, value2 });

/** A text as the operand of a state trigger. */
export const textValue = (text: string, unit: string | null = null) => ({ type: 'string', text, unit }) as const;
