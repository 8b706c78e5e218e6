import { FLOORS, shownFigure } from './floors';
import type { Figures } from './measure';
import type { Times } from './measure-pages';

/** The figures of all readers side by side, as text. */
export function table(all: Figures[]): string {
  const rows = reportRows(all);
  const widths = rows[0]?.map((_cell, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n');
}

/** Measured by hand: it needs the real pages, and weights for each part of the sites. */
const STATED = `## Stated in a second way

Where the ranker is not sure, a value among its first ten is given if the page states it in a second way too
(\`src/ai/reading/stated.ts\`). Measured on 2026-11-30 on the labels of real pages (\`eval/labels\`, without lists),
ranked by weights that had seen no page of the site. What may be believed was chosen on these same labels, so this is no
figure of first sight.

| given by this alone | labelled slots, of 1,563 | from the prompt, of 1,560 |
| --- | --- | --- |
| counts: reviews, answers, comments, or behind their label | 26 | 22 |
| days: published, updated, or behind their label | 27 | 23 |
| prices | 14 | 11 |
| authors and telephone numbers | 14 | 15 |
| all, and otherwise than labelled | 81, 5 | 71, 5 |

The five are the same five: four are the labelled day with its hour, and one is a number of reviews that the page shows
and the label overlooked; no wrong value was found. On pages of ours in other languages (\`own.jsonl\`, used for nothing
here): 10 given, of which two are the labelled day with its hour. Left out, since fewer than 15 cases tell nothing:
availability (9), ratings (2), places, opening hours, versions, salaries, start, end and closing dates; and texts and
amounts behind a label, of which some were wrong.

Later that day: a price is also given where the page is named by all words of the item and its own part holds no other
amount. With those stated for machines that is 23 of 386 prices on labelled pages (slots as labelled, without ranking)
and 5 of 82 on pages of ours; all 28 are as labelled.
`;

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

${STATED}
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
