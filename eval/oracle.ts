import Decimal from 'decimal.js';
import { z } from 'zod';
import { rulesHere } from '@/ai/rules';
import { type Question, questionOf, type Reading } from '@/domain/contract/reading';
import { parseFactValue } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';
import type { Deps } from '@/flows/deps';
import { readLines } from './round';
import { documentOf, type EvalCase, NO_ADDRESS, understand } from './run-case';

const Value = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]);
const GivenReading = z.object({ id: z.union([z.string(), z.number()]), value: Value, quote: z.string() });
export type GivenReading = z.infer<typeof GivenReading>;

/** Readings by the id of their case. Throws where a line is not of the form. */
export function readReadings(file: string): Map<unknown, GivenReading> {
  return new Map(
    readLines<unknown>(file)
      .map((line) => GivenReading.parse(line))
      .map((one) => [one.id, one]),
  );
}

/** What becomes of a reading that a model might have given: whether it would be shown as the value, and how surely. */
export async function judgeGiven(
  deps: Pick<Deps, 'scraper' | 'readers' | 'now'>,
  evalCase: EvalCase,
  given: GivenReading,
  folder: string,
): Promise<{ accepted: boolean; probability: number | null; reason: string | null }> {
  const understood = await understand(deps, evalCase);
  if ('failure' in understood) return refused(understood.failure.sentence);
  const question = questionOf(evalCase.prompt, understood.interpretation);
  const document = await documentOf(evalCase, folder);
  const url = evalCase.url ?? understood.interpretation.sources[0] ?? NO_ADDRESS;
  const looked = await deps.scraper.look({ url, look: 'cheap', ...(document && { given: document }) });
  if (!looked.ok) return refused(looked.failure.message);
  const { snapshot, close } = { snapshot: looked.look.snapshot, close: looked.look.close };
  await close();
  const reading = readingOf(question, given, snapshot.language, snapshot.finalUrl);
  if (reading === null) return refused(`The value is not a ${question.factType}.`);
  const result = await rulesHere.judge('claude', question, snapshot, reading);
  return 'evidence' in result
    ? { accepted: true, probability: result.probability, reason: null }
    : refused(result.message);
}

function refused(reason: string) {
  return { accepted: false, probability: null, reason };
}

/** As a model's answer is taken: our parsers read the quote where they can, else the value is taken as it was given. */
function readingOf(
  { factType, unit, language }: Question,
  { value, quote }: GivenReading,
  pageLanguage: string | null,
  url: string,
): Reading | null {
  const hint = { language: pageLanguage ?? language, url };
  const typed = parseFactValue(String(value), factType, unit, hint) ?? parseFactValue(quote, factType, unit, hint);
  const fact = factType === 'string' && unit !== null ? typed : (asGiven(value, factType, unit) ?? typed);
  return fact && { found: 'value', value: fact, quote, span: null, locator: null, refused: [] };
}

function asGiven(value: GivenReading['value'], factType: Question['factType'], unit: string | null): FactValue | null {
  if (factType === 'object') return Array.isArray(value) ? { type: 'object', items: value } : null;
  if (factType === 'boolean') return typeof value === 'boolean' ? { type: 'boolean', boolean: value } : null;
  if (factType === 'string') return typeof value === 'string' ? { type: 'string', text: value, unit } : null;
  return typeof value === 'number' ? { type: 'number', number: new Decimal(value).toFixed(), unit } : null;
}
