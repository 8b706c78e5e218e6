import type { Understood } from '../src/interpret/interpret-sentence';
import { FEATURE_NAMES } from '../src/rank/features/features';
import type { FirstWeights } from '../src/rank/first-pass';
import type { LearningCase } from '../src/rank/learn/case';
import { calibrate, crossValidate, fitTrees, mixed, prepare, type Validated } from '../src/rank/learn/validate';
import type { FamilyWeights, Weights } from '../src/rank/model';
import { FAMILIES, type Family, familyOf } from '../src/rank/pool';
import type { Trees } from '../src/rank/trees';
import type { Label } from './label';
import { type LearningPages, learningCases, lookThrough, type Posed, posedBy } from './learning-cases';
import { rankerPage, type Tried } from './train-report';

/** What is given is wrong at most so often where the threshold is chosen. The floor is 5 %: other sites cost some. */
const WRONG_SHARE = 0.035;

interface Labelled {
  labels: readonly Label[];
  pages: LearningPages;
  /** On pages of the web: those count, and those of ours only teach. */
  real: boolean;
}

/**
 * Learns to rank from labelled pages and validates by site. `unseen` holds what was made of each label's sentence by
 * models that had not learned from its writer, by the label's id. The same pages, labels and sentences give the same.
 */
export async function trainRanker(
  sets: readonly Labelled[],
  unseen: ReadonlyMap<string, Understood>,
  log: (line: string) => void,
): Promise<{ weights: Weights; page: string }> {
  const posed: Posed[] = [];
  for (const { labels, pages, real } of sets)
    posed.push(...posedBy(labels, await lookThrough(pages, labels), unseen, real));
  const learned = FAMILIES.map((family) => {
    const { cases, first } = learningCases(family, posed);
    log(`${family}: ${cases.length} questions`);
    return learnFamily(family, cases, first);
  });
  const used = new Set(learned.flatMap(({ trees }) => trees.trees.flatMap((tree) => tree.features)));
  log(`Weighed in no tree: ${FEATURE_NAMES.filter((_, at) => !used.has(at)).join(', ') || 'none'}`);
  return concluded(learned, posed);
}

/** What was learned of one family, and what became of its cases in validation. */
interface Learned {
  family: Family;
  first: FirstWeights;
  trees: Trees;
  validated: Validated[];
}

/** Trains and cross-validates on the cases of one family; `first` are the weights of its first pass. */
function learnFamily(family: Family, cases: readonly LearningCase[], first: FirstWeights): Learned {
  const prepared = prepare(cases, family);
  return { family, first, validated: crossValidate(cases, prepared), trees: rounded(fitTrees(prepared)) };
}

/** All families calibrated together: the weights, and the report. */
function concluded(
  learned: readonly Learned[],
  posed: readonly Pick<Posed, 'real' | 'label' | 'one'>[],
): { weights: Weights; page: string } {
  const validated = learned.flatMap((one) => one.validated);
  const { surety, giveFrom } = calibrate(validated, WRONG_SHARE);
  const families = Object.fromEntries(
    learned.map(({ family, first, trees }) => [family, { first: [...first], trees }]),
  ) as Record<Family, FamilyWeights>;
  const page = rankerPage(triedOf(posed, validated), new Set(posed.map(({ one }) => one.page.id)).size);
  return {
    weights: { features: [...FEATURE_NAMES], families, surety: { ...surety, trees: rounded(surety.trees) }, giveFrom },
    page,
  };
}

/** What became of each label on a page of the web: asked as understood, and asked with its own slots. */
function triedOf(
  posed: readonly Pick<Posed, 'real' | 'label' | 'one'>[],
  validated: readonly Validated[],
): Record<'understood' | 'labelled', Tried[]> {
  const about = new Map(posed.filter(({ real }) => real).map((one) => [one.label.id, one]));
  const byId = Map.groupBy(validated, ({ id }) => id);
  const triedBy = (which: (one: Validated) => boolean): Tried[] =>
    [...about.values()].map(({ label, one: { page } }) => {
      const kinds = (byId.get(label.id) ?? []).filter(which);
      return {
        family: familyOf(label),
        kind: label.kind,
        pageType: page.pageType,
        answered: label.answer !== null,
        generated: kinds.some(({ generated }) => generated),
        place: mixed(kinds).findIndex(({ isRight }) => isRight),
        given: kinds.some(({ given, kind }) => given && (kind ?? 0) === 0),
      };
    });
  return { understood: triedBy(({ kind }) => kind !== null), labelled: triedBy(({ labelled }) => labelled) };
}

/** Few digits, so that the file stays small and no machine's last bit shows. */
function rounded({ base, trees }: Trees): Trees {
  const to = (digits: number) => (value: number) => Number(value.toPrecision(digits));
  return {
    base,
    trees: trees.map(({ features, thresholds, children, values }) => ({
      features,
      thresholds: thresholds.map(to(6)),
      children,
      values: values.map(to(4)),
    })),
  };
}
