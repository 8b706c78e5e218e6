import type { Figures } from './measure';

type FloorKey = Exclude<keyof Figures, 'reader' | 'read' | 'fullLook' | 'wrong'>;

interface Floor {
  key: FloorKey;
  name: string;
  /** Null: told, and held to nothing. */
  floor: number | null;
  /** A share has its floor below, a share of `most` and a count above it. */
  kind: 'share' | 'most' | 'count';
}

/**
 * What our own reader must keep to on our own corpus, in the order of the report. The corpus was used to find mistakes:
 * these floors guard against falling back, and say nothing of pages that nobody has seen (docs/first-sight.md).
 */
export const FLOORS: readonly Floor[] = [
  { key: 'type', name: 'Interpretation: type', floor: 0.95, kind: 'share' },
  { key: 'factType', name: 'Interpretation: fact type and unit', floor: 0.9, kind: 'share' },
  { key: 'trigger', name: 'Interpretation: trigger', floor: 0.9, kind: 'share' },
  { key: 'interpretation', name: 'Interpretation: all three', floor: 0.87, kind: 'share' },
  { key: 'weakestLanguage', name: 'Interpretation: all three, weakest language', floor: 0.8, kind: 'share' },
  { key: 'language', name: 'Language of the prompt, weakest language', floor: 0.94, kind: 'share' },
  { key: 'reading', name: 'Right without a question: outcome, value, quote, condition', floor: 0.15, kind: 'share' },
  { key: 'offered', name: 'Right, or the right value among the first five offered', floor: 0.75, kind: 'share' },
  { key: 'wrongOfGiven', name: 'Values given without a question that are wrong', floor: 0.1, kind: 'most' },
  { key: 'evidence', name: 'Values proven by a literal quote', floor: 1, kind: 'share' },
  { key: 'invented', name: 'Values invented on error pages', floor: 0, kind: 'count' },
  { key: 'falseAlerts', name: 'False alerts', floor: 0, kind: 'count' },
  { key: 'precision', name: 'Alert precision', floor: 1, kind: 'share' },
  { key: 'recall', name: 'Alerts that came without a question', floor: null, kind: 'share' },
  { key: 'pointedRecall', name: 'After pointing: alerts that came', floor: 0.93, kind: 'share' },
  { key: 'pointedFalseAlerts', name: 'After pointing: false alerts', floor: 0, kind: 'count' },
  { key: 'recipeHits', name: 'Recipe hits on noisy rechecks', floor: 0.75, kind: 'share' },
  { key: 'labelledReading', name: 'Labelled question: right without a question', floor: 0.15, kind: 'share' },
  { key: 'labelledAlerts', name: 'Labelled question: alerts as expected', floor: null, kind: 'share' },
  { key: 'labelledRecipeHits', name: 'Labelled question: recipe hits', floor: 0.8, kind: 'share' },
  { key: 'labelledFalsehoods', name: 'Labelled question: false alerts, invented values', floor: 0, kind: 'count' },
];

/** What of the figures lies below its floor, one sentence each. */
export function belowFloors(figures: Pick<Figures, FloorKey>): string[] {
  return FLOORS.flatMap(({ key, name, floor, kind }) => {
    if (floor === null || (kind === 'share' ? figures[key] >= floor : figures[key] <= floor)) return [];
    const bound = kind === 'share' ? 'at least' : 'at most';
    return [`${name}: ${shownFigure(kind, figures[key])}, ${bound} ${shownFigure(kind, floor)} is asked`];
  });
}

/** "95.8 %", or a count. */
export function shownFigure(kind: 'share' | 'most' | 'count', figure: number): string {
  return kind !== 'count' ? `${Math.round(figure * 1_000) / 10} %` : String(figure);
}
