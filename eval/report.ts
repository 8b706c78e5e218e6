import { FLOORS, shownFigure } from './floors';
import type { Figures } from './measure';
import type { Times } from './measure-pages';

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

How real pages fare that nobody had seen is in [first-sight.md](first-sight.md): judge Monitors! by those figures. How
the ranker fares in cross-validation is in [ranker.md](ranker.md).

## Regression

Measured on ${now.toISOString().slice(0, 10)} by \`npm run eval -- --write\`, on our own corpus in
\`eval/corpus/\`: every prompt goes through interpretation, every page through the code that a refresh uses, from the
sentence to the decision. The corpus has been used to find mistakes: it guards against falling back and measures no
accuracy. Where our own reader is not sure it asks, with up to ten candidates, and gives nothing; with a model's key the
model is asked first.

${[head ?? [], (head ?? []).map(() => '---'), ...rows].map(line).join('\n')}

Times depend on the machine; "reading a page" is interpretation, parsing, reading and verifying in one process.

${floorsSection()}`;
}

/** The part of `docs/accuracy.md` that says what is asked, by code alone. */
export function floorsSection(): string {
  const bound = ({ floor, kind }: (typeof FLOORS)[number]) =>
    floor === null ? '–' : `${kind === 'share' ? '' : 'at most '}${shownFigure(kind, floor)}`;
  return `## Floors

\`npm run eval\` fails when the offline reader falls below these (\`eval/floors.ts\`); CI runs it. "Labelled question":
reading by itself, asked with the labelled interpretation instead of the reader's own.

| figure | floor |
| --- | --- |
${FLOORS.map((each) => `| ${each.name} (\`${each.key}\`) | ${bound(each)} |`).join('\n')}
`;
}

function reportRows(all: Figures[]): string[][] {
  const each = (name: string, show: (figures: Figures) => string) => [name, ...all.map(show)];
  return [
    each('', ({ reader }) => reader),
    each('Corpus', ({ prompts, pages, pairs }) => `${prompts} prompts, ${pages} pages, ${pairs} pairs`),
    ...FLOORS.map(({ key, name, kind }) => each(name, (figures) => shownFigure(kind, figures[key]))),
    each('Missed alerts', ({ missedAlerts }) => String(missedAlerts)),
    each('Tokens per refresh without a recipe', ({ tokensPerRefresh }) => String(tokensPerRefresh)),
    each('Reading a page, p50 / p95', ({ read }) => shown(read)),
    each('Full look in the browser, p50 / p95', ({ fullLook }) => (fullLook ? shown(fullLook) : 'not measured')),
  ];
}

const shown = ({ p50, p95 }: Times) => `${p50} ms / ${p95} ms`;
