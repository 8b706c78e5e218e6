import type { Reader, Understanding } from '../reader';
import { InterpretAnswer, ReadAnswer, toInterpretation } from './answers';
import { askMany } from './ask-many';
import { askModel, type Model } from './ask-model';
import { INTERPRET_INSTRUCTIONS, interpretData, READ_INSTRUCTIONS, readData } from './instructions';
import { readingOf } from './model-reading';
import { MAX_OUTPUT_TOKENS, outputTokensFor } from './output-tokens';

/** A reader that asks a model. It proposes; nothing it says counts before code has verified it. */
export function createModelReader(model: Model): Reader {
  return {
    name: model.name,
    async interpret(prompt, now, call) {
      const request = {
        instructions: INTERPRET_INSTRUCTIONS,
        data: interpretData(prompt, now),
        schema: InterpretAnswer,
        schemaName: 'interpretation',
        maxOutputTokens: MAX_OUTPUT_TOKENS,
      };
      const read = (json: unknown) => understandingOf(json, prompt);
      return askModel(model, { purpose: 'interpret', request, read }, call);
    },
    async read(question, snapshot, call) {
      const request = {
        instructions: READ_INSTRUCTIONS,
        data: readData(question, snapshot, call?.passages),
        schema: ReadAnswer,
        schemaName: 'reading',
        maxOutputTokens: outputTokensFor([question]),
      };
      const read = (json: unknown) => readingOf(json, question, snapshot);
      return askModel(model, { purpose: 'read', request, read }, call);
    },
    readMany: (questions, snapshot, call) => askMany(model, questions, snapshot, call),
  };
}

/** How often models understand a sentence rightly where they do not ask back. */
const MODEL_UNDERSTANDS = 0.95;

function understandingOf(json: unknown, prompt: string): Understanding | null {
  const answer = InterpretAnswer.safeParse(json);
  const interpretation = answer.success ? toInterpretation(answer.data, prompt) : null;
  if (interpretation === null) return null;
  const isSure = interpretation.clarification === null;
  return { interpretation, probability: isSure ? MODEL_UNDERSTANDS : 0.5, isSure, alternatives: [], note: null };
}
