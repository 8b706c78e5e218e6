import type { Surety } from '../surety';
import { suretyOf } from '../surety';
import type { Judged } from './judge';

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

function share(all: readonly Judged[], is: (one: Judged) => boolean): string {
  return percent(all.filter(is).length, all.length);
}

const HEAD = ['sentences', 'number', 'fact', 'joint', 'in three', 'item', 'property', 'excluded', 'all'];

function line(name: string, all: readonly Judged[]): string {
  const labelled = all.filter(({ label }) => label.slots !== null);
  const excluding = labelled.filter(({ label }) => (label.slots?.exclude.length ?? 0) > 0);
  const cells = [
    ...[name, String(all.length), share(all, (one) => one.fact), share(all, (one) => one.joint)],
    ...[share(all, (one) => one.offered), share(labelled, (one) => one.item), share(labelled, (one) => one.property)],
    ...[share(excluding, (one) => one.exclusions)],
    share(labelled, (one) => one.joint && one.item && one.property && one.exclusions),
  ];
  return row(cells);
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(14) : cell.padStart(8))).join(' | ')} |`;
}

/** The table of a cross-validation, and what is given without asking at the surety's threshold. */
export function interpretationReport(judged: readonly Judged[], surety: Surety): string {
  const real = judged.filter(({ label }) => label.slots !== null);
  const corpus = judged.filter(({ label }) => label.slots === null);
  const languages = [...Map.groupBy(real, ({ label }) => label.language)].sort(([, a], [, b]) => b.length - a.length);
  const kinds = [...Map.groupBy(real, ({ label }) => label.kind ?? '')].sort(([a], [b]) => (a < b ? -1 : 1));
  const given = real.filter((one) => suretyOf(one.suretyFeatures, surety.weights) >= surety.giveFrom);
  return [
    row(HEAD),
    row(HEAD.map((_, at) => (at === 0 ? '---' : '---:'))),
    line('on real pages', real),
    ...languages.map(([language, own]) => line(`  ${language}`, own)),
    ...kinds.map(([kind, own]) => line(`  ${kind}`, own)),
    line('corpus', corpus),
    ...[...Map.groupBy(corpus, ({ label }) => label.language)].map(([language, own]) => line(`  ${language}`, own)),
    '',
    `given without asking: ${percent(given.length, real.length)} of ${real.length}; of these`,
    `  joint right, half the item, nothing excluded in it: ${share(given, (one) => one.acceptable)}`,
    `  joint right: ${share(given, (one) => one.joint)}, item: ${share(given, (one) => one.item)}`,
    `  all right: ${share(given, (one) => one.joint && one.item && one.property && one.exclusions)}`,
  ].join('\n');
}
