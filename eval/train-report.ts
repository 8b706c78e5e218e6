import type { Validated } from '../src/rank/learn/validate';

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

/** The rows of one family as Markdown: the whole, then by kind of fact and by type of page. */
export function linesOf(family: string, validated: readonly Validated[], giveFrom: number): string[] {
  const rows = [line(`**${family}**`, validated, giveFrom)];
  for (const by of ['kind', 'pageType'] as const) {
    const groups = Map.groupBy(validated, (one) => one.case[by]);
    for (const [name, some] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (some.length >= LEAST_CASES) rows.push(line(`${family}, ${name}`, some, giveFrom));
    }
  }
  return rows;
}

function line(name: string, validated: readonly Validated[], giveFrom: number): string {
  const answered = validated.filter((one) => one.case.answered);
  const absent = validated.filter((one) => !one.case.answered);
  const isGiven = ({ probability }: Validated): boolean => probability >= giveFrom;
  const given = validated.filter(isGiven);
  const isRight = ({ place }: Validated): boolean => place === 0;
  const cells = [
    name,
    String(validated.length),
    share(answered.filter((one) => one.case.generated).length, answered.length),
    share(answered.filter(isRight).length, answered.length),
    share(answered.filter(({ place }) => place >= 0 && place < 5).length, answered.length),
    share(given.filter(isRight).length, validated.length),
    share(given.filter((one) => !isRight(one)).length, given.length),
    share(absent.filter(isGiven).length, absent.length),
  ];
  return `| ${cells.join(' | ')} |`;
}

const share = (some: number, of: number): string => (of === 0 ? '–' : `${((100 * some) / of).toFixed(1)} %`);

/** docs/ranker.md: what was validated, over how many labels, pages and features. */
export function rankerPage(
  report: readonly string[][],
  of: { labels: number; pages: number; features: number },
): string {
  return `# What the ranker knows

Written by \`npm run train:rank\` from ${of.labels} labels on ${of.pages} real pages (eval/labels), with ${of.features}
features. Cross-validated by site in five parts: each case was tried by trees and by a calibration that had seen no page
of its site. These are figures of validation, not of first sight: features were chosen while looking at such errors. The
questions are the labels' own, with item, property and unit as their writers named them, so that reading is measured by
itself; the numbers that they compare with are kept from the ranker, for a reader must not lean to them. A yes or no
counts as right only with the place that proves it.

*Generated*: the right answer is among the page's candidates. *First*, *in five*: it is the likeliest, or among the five
that a person would be offered, of the cases that have an answer. *Given*: the calibrated probability is above the
family's threshold; below it the person is asked.

| | ${COLUMNS.join(' | ')} |
|---|${COLUMNS.map(() => '---:').join('|')}|
${report.flat().join('\n')}
`;
}
