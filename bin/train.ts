import { writeFile } from 'node:fs/promises';
import { labelledSentences } from '../eval/labelled-sentences';
import { interpretationPage } from '../src/interpret/learn/report';
import { trainInterpretation } from '../src/interpret/learn/train';
import { packWeights } from '../src/interpret/weights';

const INTERPRET_PAGE = new URL('../docs/interpretation.md', import.meta.url);
const INTERPRET_WEIGHTS = new URL('../src/interpret/weights.json', import.meta.url);

/** Learns to interpret from the labelled sentences; writes the weights and the report of the cross-validation. */
async function trainInterpret(): Promise<void> {
  const { model, validated } = trainInterpretation(labelledSentences(), console.log);
  const { condition, tags, property, surety } = model;
  const packed = {
    condition: packWeights(condition),
    tags: packWeights(tags),
    property: packWeights(property),
    surety,
  };
  const page = interpretationPage(validated);
  console.log(page);
  await writeFile(INTERPRET_PAGE, page);
  await writeFile(INTERPRET_WEIGHTS, `${JSON.stringify(packed)}\n`);
}

const PARTS: Record<string, () => Promise<void>> = { interpret: trainInterpret };

const part = PARTS[process.argv[2] ?? ''];
if (part === undefined) {
  console.error(`npm run train -- ${Object.keys(PARTS).join(' | ')}`);
  process.exitCode = 2;
} else {
  await part();
}
