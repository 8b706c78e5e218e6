import type { Clarification } from '@/domain/interpretation';
import type { Condition } from './interpret-condition';

/** A question with complete prompts to choose from; only where the prompt names no condition. */
export function clarify(
  prompt: string,
  condition: Condition,
  item: string | null,
  language: string,
): Clarification | null {
  if (condition.score > 1) return null;
  return choices(prompt, condition, item, language);
}

interface Wording {
  question: string;
  any: string;
  falls: string;
  rises: string;
  available: string;
  added: string;
  page: string;
}

const WORDINGS: Record<string, Wording> = {
  en: {
    question: 'When should we tell you?',
    any: 'whenever it changes',
    falls: 'when it goes down',
    rises: 'when it goes up',
    available: 'when it is available',
    added: 'when something new is listed',
    page: 'whenever the page changes',
  },
};

function choices(prompt: string, condition: Condition, item: string | null, language: string): Clarification {
  const words = WORDINGS[language] ?? WORDINGS.en;
  void item;
  const base = prompt.replace(/[.!?\s]+$/, '').slice(0, 400);
  const numeric = condition.factType === 'number';
  const list = words ? (numeric ? [words.any, words.falls, words.rises] : [words.any, words.available]) : [];
  return { question: words?.question ?? '', choices: list.map((label) => ({ label, prompt: `${base}: ${label}` })) };
}
