import { writeFile } from 'node:fs/promises';
import { labelledSentences } from '../eval/labelled-sentences';
import { interpretationReport } from '../src/interpret/learn/report';
import { trainInterpretation } from '../src/interpret/learn/train';
import { packWeights } from '../src/interpret/weights';

const INTERPRET_WEIGHTS = new URL('../src/interpret/weights.json', import.meta.url);

/** Learns to interpret from the labelled sentences, prints the report of the cross-validation, writes the weights. */
async function trainInterpret(): Promise<void> {
  const { model, judged } = trainInterpretation(labelledSentences(), console.log);
  const { condition, tags, property, surety } = model;
  const packed = {
    condition: packWeights(condition),
    tags: packWeights(tags),
    property: packWeights(property),
    surety,
  };
  console.log(interpretationReport(judged, surety));
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
