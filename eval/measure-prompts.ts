import type { Interpretation } from '@/domain/contract/interpretation';
import type { Deps } from '@/flows/deps';
import { CORPUS_NOW, type Corpus, type LabelledPrompt } from './corpus';

const CONTEXT = { userId: null, monitorId: null, evaluationId: null, now: CORPUS_NOW };

/** Understanding alone: each labelled prompt is interpreted, no page is read. */
export async function measurePrompts({ readers }: Pick<Deps, 'readers'>, corpus: Corpus) {
  const all: ReturnType<typeof judgePrompt>[] = [];
  for (const one of corpus.prompts) {
    const result = await readers.interpret(one.prompt, CONTEXT);
    all.push(judgePrompt(one, result.ok ? result.interpretation : null));
  }
  const languages = [...Map.groupBy(all, (judged) => judged.of.language).values()];
  return {
    prompts: all.length,
    type: shareOf(all, 'type'),
    factType: shareOf(all, 'factType'),
    trigger: shareOf(all, 'trigger'),
    interpretation: shareOf(all, 'interpretation'),
    weakestLanguage: Math.min(...languages.map((own) => shareOf(own, 'interpretation'))),
    language: Math.min(...languages.map((own) => shareOf(own, 'language'))),
    wrong: all.filter(({ interpretation }) => !interpretation).map(({ of }) => `${of.id}: ${of.prompt}`),
  };
}

function shareOf<Key extends string>(all: Record<Key, boolean>[], key: Key): number {
  return all.filter((judged) => judged[key]).length / all.length;
}

function judgePrompt(of: LabelledPrompt, given: Interpretation | null) {
  const { expect } = of;
  const type = given?.type === expect.type;
  const factType = given?.factType === expect.factType && given.unit === expect.unit;
  const trigger = type && given !== null && sameCondition(written(given), expect.condition);
  const language = given?.language === of.language;
  return {
    of,
    type,
    factType,
    trigger,
    interpretation: type && factType && trigger,
    language,
  };
}

function written({ trigger }: Interpretation): Record<string, string | null | undefined> {
  if (trigger.kind === 'change') {
    return { op: trigger.op, amount: trigger.amount, percent: trigger.percent, text: trigger.text };
  }
  const [value, value2] = [trigger.value, trigger.value2].map((operand) => {
    if (operand?.type === 'number') return operand.number;
    return operand?.type === 'string' ? operand.text : null;
  });
  return { op: trigger.op, value, value2 };
}

function sameCondition(given: Record<string, string | null | undefined>, expected: Record<string, string>): boolean {
  const keys = new Set([...Object.keys(given), ...Object.keys(expected)]);
  return [...keys].every((key) => (given[key] ?? null) === (expected[key] ?? null));
}
