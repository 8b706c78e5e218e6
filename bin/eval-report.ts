import type { Figures } from './eval-corpus';
import type { Times } from './eval-times';

/** The least that the offline reader must reach, in the order of the page; counts are the most that is allowed. */
export const FLOORS: [key: keyof Figures, name: string, floor: number, kind: 'share' | 'count'][] = [
  ['type', 'Interpretation: type', 0.95, 'share'],
  ['factType', 'Interpretation: fact type and unit', 0.95, 'share'],
  ['trigger', 'Interpretation: trigger', 0.88, 'share'],
  ['interpretation', 'Interpretation: all three', 0.88, 'share'],
  ['reading', 'Reading: outcome, value, quote, condition', 0.92, 'share'],
  ['evidence', 'Values proven by a literal quote', 1, 'share'],
  ['invented', 'Values invented on error pages', 0, 'count'],
  ['falseAlerts', 'False alerts', 0, 'count'],
  ['precision', 'Alert precision', 1, 'share'],
  ['recall', 'Alert recall', 0.92, 'share'],
  ['recipeHits', 'Recipe hits on noisy rechecks', 0.8, 'share'],
];

/** The figures of all readers side by side, as text. */
export function table(all: Figures[]): string {
  const rows = reportRows(all);
  const widths = rows[0]?.map((_cell, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n');
}

/** `docs/accuracy.md`. */
export function accuracyPage(all: Figures[], now: Date): string {
  const [head, ...rows] = reportRows(all);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return `# Accuracy

Measured on ${now.toISOString().slice(0, 10)} by \`npm run eval -- --write\`, on our own corpus in \`src/test/corpus/\`: every prompt
goes through interpretation, every page through the code that a refresh uses, from the sentence to the decision. The
corpus has been used to find mistakes, so that it guards against falling back; how unseen prompts and pages fare is
noted in the readmes beside it.

${[head ?? [], (head ?? []).map(() => '---'), ...rows].map(line).join('\n')}

Times depend on the machine; "reading a page" is interpretation, parsing, reading and verifying in one process.

## Floors

CI fails when the offline reader falls below these (\`bin/eval-corpus.test.ts\` reads them from here).

| figure | floor |
| --- | --- |
${FLOORS.map(([key, name, floor, kind]) => `| ${name} (\`${key}\`) | ${kind === 'share' ? percent(floor) : `at most ${floor}`} |`).join('\n')}
`;
}

function reportRows(all: Figures[]): string[][] {
  const each = (name: string, show: (figures: Figures) => string) => [name, ...all.map(show)];
  return [
    each('', ({ reader }) => reader),
    each('Corpus', ({ prompts, pages, pairs }) => `${prompts} prompts, ${pages} pages, ${pairs} pairs`),
    ...FLOORS.map(([key, name, , kind]) =>
      each(name, (figures) => (kind === 'share' ? percent(Number(figures[key])) : String(figures[key]))),
    ),
    each('Missed alerts', ({ missedAlerts }) => String(missedAlerts)),
    each('Tokens per refresh without a recipe', ({ tokensPerRefresh }) => String(tokensPerRefresh)),
    each('Reading a page, p50 / p95', ({ read }) => shown(read)),
    each('Full look in the browser, p50 / p95', ({ fullLook }) => (fullLook ? shown(fullLook) : 'not measured')),
  ];
}

const percent = (share: number) => `${Math.round(share * 1_000) / 10} %`;
const shown = ({ p50, p95 }: Times) => `${p50} ms / ${p95} ms`;
