import { FEATURE_NAMES } from '../src/rank/features/features';
import type { Family } from '../src/rank/pool';

/** What became of one label: its answer's place among those that are offered, from 0; -1 where it is not there. */
export interface Tried {
  family: Family;
  kind: string;
  pageType: string;
  answered: boolean;
  generated: boolean;
  place: number;
  given: boolean;
}

const COLUMNS = [
  'cases',
  'generated',
  'first',
  'in five',
  'given and right',
  'given that are wrong',
  'invented where there is none',
] as const;
/** Fewer cases say nothing. */
const LEAST_CASES = 5;

/** The head of every table of `line`s. */
export const HEAD = `| | ${COLUMNS.join(' | ')} |\n|---|${COLUMNS.map(() => '---:').join('|')}|`;

/** The whole, then each family, each by some of what is told of a label. */
function tableOf(tried: readonly Tried[], by: readonly ('kind' | 'pageType')[]): string {
  const rows = [HEAD, line('**all**', tried)];
  for (const [family, own] of Map.groupBy(tried, (one) => one.family)) {
    rows.push(line(`**${family}**`, own));
    for (const which of by) {
      const groups = [...Map.groupBy(own, (one) => one[which])].sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [name, some] of groups) if (some.length >= LEAST_CASES) rows.push(line(`${family}, ${name}`, some));
    }
  }
  return rows.join('\n');
}

/** One row of Markdown: its name, and shares of cases as percentages. */
export function line(name: string, tried: readonly Tried[]): string {
  const answered = tried.filter((one) => one.answered);
  const absent = tried.filter((one) => !one.answered);
  const given = tried.filter((one) => one.given);
  const isRight = ({ place }: Tried): boolean => place === 0;
  const cells = [
    name,
    String(tried.length),
    share(answered.filter((one) => one.generated).length, answered.length),
    share(answered.filter(isRight).length, answered.length),
    share(answered.filter(({ place }) => place >= 0 && place < 5).length, answered.length),
    share(given.filter(isRight).length, tried.length),
    share(given.filter((one) => !isRight(one)).length, given.length),
    share(absent.filter((one) => one.given).length, absent.length),
  ];
  return `| ${cells.join(' | ')} |`;
}

const share = (some: number, of: number): string => (of === 0 ? '–' : `${((100 * some) / of).toFixed(1)} %`);

/** docs/ranker.md: what was validated, over how many labels and pages. */
export function rankerPage(tried: Record<'understood' | 'labelled', readonly Tried[]>, pages: number): string {
  return `# What the ranker knows

Written by \`npm run train -- rank\` from labels on ${pages} pages (eval/labels), with ${FEATURE_NAMES.length} features.
${tried.understood.length} of the labels, on pages of the web, count; those on pages of ours in seven languages only
teach. Cross-validated by site in five parts: each case was tried by trees, by a calibration and with a threshold that
had seen no page of its site. These are figures of validation, not of first sight: features were chosen while looking at
such errors. The numbers that a sentence compares with are kept from the ranker, for a reader must not lean to them. A
yes or no counts as right only with the place that proves it.

*Generated*: the right answer is among the page's candidates. *First*, *in five*: it is the likeliest, or among the five
that a person would be offered, of the cases that have an answer. *Given*: the calibrated probability is above the
threshold, which is one for all families; below it the person is asked.

## From the prompt

What the app meets: item, property, kind and unit are what an interpretation understood that had not learned from the
label's writer. Where it took the kind or the unit for another, the right answer counts as not generated.

${tableOf(tried.understood, ['kind', 'pageType'])}

## Slots as labelled

Reading by itself: item, property and unit as the label's writer named them. Calibrated and given as above.

${tableOf(tried.labelled, ['kind'])}
`;
}
