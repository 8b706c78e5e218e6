import type { Clarification } from '@/domain/contract/interpretation';
import { QUESTIONS, type QuestionWords } from '../lexicon/questions';
import type { Condition } from './condition';

const MAX_PROMPT = 500;

/** The wordings to choose from, by what kind of value is read. */
function wordings(words: QuestionWords, condition: Condition): string[] {
  switch (condition.factType) {
    case 'number':
      return [words.any, words.falls, words.rises];
    case 'boolean':
      return [words.available, words.unavailable];
    case 'object':
      return [words.added, words.removed];
    default:
      return [words.any, words.available];
  }
}

/**
 * One question with choices for a prompt that names no condition ("tell me about the price"); null where it does. Each
 * choice carries a complete prompt that the rules understand without a question.
 */
export function clarify(
  condition: Condition,
  item: string | null,
  label: string,
  language: string,
  sources: readonly string[],
): Clarification | null {
  if (condition.score > 1) return null;
  const words = QUESTIONS[language] ?? QUESTIONS.en;
  if (!words) return null;
  const subject = words.subject(label, item).slice(0, 300);
  // The addresses stay part of the prompt, or the answer would lose its source.
  const tail = sources.map((source) => ` ${source}`).join('');
  const choices = wordings(words, condition).map((wording) => ({
    label: wording.replace('…', '').trim().slice(0, 100),
    prompt: `${words.request(subject, wording)}${tail}`.slice(0, MAX_PROMPT),
  }));
  return { question: words.question, choices };
}
