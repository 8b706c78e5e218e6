import type { Judged } from './judge';
import type { Validated } from './train';

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

function share<One>(all: readonly One[], is: (one: One) => boolean): string {
  return percent(all.filter(is).length, all.length);
}

const HEAD = [
  ...['', 'sentences', 'type, operator, sort', 'condition', 'condition in three', 'item', 'property', 'exclusions'],
  ...['all', 'given', 'right of those given'],
];

function line(name: string, all: readonly Validated[]): string {
  const labelled = all.filter(({ label }) => label.slots !== null);
  const excluding = labelled.filter(({ label }) => (label.slots?.exclude.length ?? 0) > 0);
  const given = all.filter(isGiven);
  return row([
    ...[name, String(all.length), share(all, (one) => one.fact), share(all, (one) => one.joint)],
    ...[share(all, (one) => one.offered), share(labelled, (one) => one.item), share(labelled, (one) => one.property)],
    ...[share(excluding, (one) => one.exclusions), share(labelled, allRight)],
    ...[share(all, isGiven), share(given, (one) => one.acceptable)],
  ]);
}

const isGiven = ({ given, leftOut }: Validated): boolean => given && !leftOut;

function allRight({ joint, item, property, exclusions }: Judged): boolean {
  return joint && item && property && exclusions;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The table of a cross-validation over prompts on real pages: the whole, by language, kind of fact and writer. */
function tableOf(validated: readonly Validated[]): string[] {
  const real = validated.filter(({ label }) => label.real);
  const by = (of: (one: Validated) => string): string[] =>
    [...Map.groupBy(real, of)].sort(([, a], [, b]) => b.length - a.length).map(([name, own]) => line(name, own));
  return [
    row(HEAD),
    row(HEAD.map((_, at) => (at === 0 ? '---' : '---:'))),
    line('**on real pages**', real),
    ...by(({ label }) => `language ${label.language}`),
    ...by(({ label }) => `kind ${label.kind}`),
    ...by(({ label }) => `writer ${label.group}`),
    ...taughtOnly(validated),
  ];
}

/** What only teaches, each part tried by models that had not seen it: the corpus, and labels on pages of ours. */
function taughtOnly(validated: readonly Validated[]): string[] {
  const writers = new Set(validated.filter(({ label }) => label.real).map(({ label }) => label.group));
  const others = validated.filter(({ label }) => !writers.has(label.group));
  const parts = Map.groupBy(others, ({ label }) => (label.kind === null ? 'corpus' : label.group));
  return [...parts].map(([name, own]) => line(`**${name}**`, own));
}

/** docs/interpretation.md: what was learned from, how it is judged, and the figures of the validation. */
export function interpretationPage(validated: readonly Validated[]): string {
  const real = validated.filter(({ label }) => label.real);
  const given = real.filter(isGiven);
  const languages = new Set(validated.map(({ label }) => label.language)).size;
  return `# What the interpretation knows

Written by \`npm run train -- interpret\` from ${real.length} labelled prompts about real pages
(eval/labels, among them the rounds of 2026-11-29 that were tried at first sight before they joined) and
${validated.length - real.length} others (the corpus, labels on pages of ours, translations), in ${languages} languages.
Cross-validated by writer: every prompt was tried by models that had learned from other writers, whose pages are of
other sites. These are figures of validation, not of first sight: features were chosen while looking at such errors.
Figures of first sight are in [first-sight.md](first-sight.md).

*Condition*: type, operator, operands and sort of value are the label's. A thing that is there may be a fact that exists
or a yes; where the sentence names no unit, the sort of number is open; where the label's operand is a state that the
sentence does not name ("tell me when it closes"), the yes or no that says the same, or any change of it, is right. So
is what alerts alike in another form: a yes or no that is gone "is not", is "absent" or "removed"; a state that is left
("no longer beta") is also a yes that becomes no; a text that "is not X" does not contain X; "in 2026 or later" is after
the last day of 2025 or after the first of 2026. *In three*: it is among the first three.

*Item*, *property*: they name the same as the label's. Words are compared as stems, or by the fact that they name in any
language (\`property-words.json\`: "cost", "Preis", "料金"). A word that only one of the two has is no mistake where it
stands in the other slot ("Capterra rating" of "Freedcamp", "rating" of "Freedcamp Capterra"), where it says of the
property only what sort of value it has ("count", "in stock" of a yes or no), or where it is the writer's own and not in
the sentence. Either may have two further words of the sentence, as writers name the same thing more or less closely
("Flatiron bootcamps", "bootcamps"). How far these judges can be trusted, by hand on 2026-11-30 on validations of that
day: of 60 conditions that passed 1 was wrong, of 60 that failed 12 were right ("out of beta" is a yes, too); of 60
items that passed 4 were wrong (they hold a verb: "trust Fly"), of 60 that failed 6 were right ("Linear" for "Linear's
homepage"); of 60 properties that passed 3 were wrong, of 60 that failed 8 were right ("located" for "address").

*Exclusions*: of the prompts that exclude something. *All*: the four before it. *Given*: the calibrated surety is above
its threshold, else the person is asked; surety and threshold, too, are of other writers. *Right of those given*: the
condition is right, the item has at least half of the label's words and none that is excluded.

${tableOf(validated).join('\n')}

Of the ${given.length} that are given, right: condition ${share(given, (one) => one.joint)}, item
${share(given, (one) => one.item)}, property ${share(given, (one) => one.property)}, all ${share(given, allRight)}.
A second condition is seen in ${share(real, (one) => one.leftOut)} of these prompts, of which nearly all have one; then
the person is asked.
`;
}
