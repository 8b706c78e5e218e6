import type { Question, Reading, RefusedCandidate } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { parseFactValue } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';
import { hintOf } from '../reading/page-hint';
import { ReadAnswer } from './answers';

/** The model says where the value stands; our parsers say what it is. Null where its answer is malformed. */
export function readingOf(json: unknown, question: Question, snapshot: Snapshot): Reading | null {
  const parsed = ReadAnswer.safeParse(json);
  if (!parsed.success) return null;
  const answer = parsed.data;
  const refused = answer.refused.map(
    (candidate): RefusedCandidate => ({ quote: candidate.quote, value: null, reason: candidate.reason.slice(0, 200) }),
  );
  if (answer.found === 'missing') {
    return { found: 'missing', reason: answer.reason?.slice(0, 300) ?? 'The page does not state it.', refused };
  }
  if (answer.found === 'ambiguous') {
    const candidates = answer.candidates.map((quote) => ({ quote, value: null, reason: 'could be meant' }));
    return candidates.length > 1 ? { found: 'ambiguous', candidates, refused } : null;
  }
  if (!answer.quote) return null;
  if (answer.found === 'absent') return { found: 'absent', quote: answer.quote, span: null, locator: null, refused };
  const value = typedValue(answer, question, snapshot);
  return value && { found: 'value', value, quote: answer.quote, span: null, locator: null, refused };
}

function typedValue(answer: ReadAnswer, question: Question, snapshot: Snapshot): FactValue | null {
  if (question.factType === 'object') {
    return answer.entries.length > 0 ? { type: 'object', items: answer.entries } : null;
  }
  const hint = hintOf(question, snapshot);
  for (const text of [answer.value_text, answer.quote]) {
    const value = text ? parseFactValue(text, question.factType, question.unit, hint) : null;
    if (value) return value;
  }
  return question.factType === 'boolean' && answer.yes !== null ? { type: 'boolean', boolean: answer.yes } : null;
}
