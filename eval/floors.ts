import type { Figures } from './measure';

type FloorKey = Exclude<keyof Figures, 'reader' | 'read' | 'fullLook' | 'wrong'>;

/** The least that the offline reader must reach, in the order of the report; a count is the most that is allowed. */
export const FLOORS: { key: FloorKey; name: string; floor: number; kind: 'share' | 'count' }[] = [
  { key: 'type', name: 'Interpretation: type', floor: 0.95, kind: 'share' },
  { key: 'factType', name: 'Interpretation: fact type and unit', floor: 0.95, kind: 'share' },
  { key: 'trigger', name: 'Interpretation: trigger', floor: 0.88, kind: 'share' },
  { key: 'interpretation', name: 'Interpretation: all three', floor: 0.88, kind: 'share' },
  { key: 'reading', name: 'Reading: outcome, value, quote, condition', floor: 0.92, kind: 'share' },
  { key: 'evidence', name: 'Values proven by a literal quote', floor: 1, kind: 'share' },
  { key: 'invented', name: 'Values invented on error pages', floor: 0, kind: 'count' },
  { key: 'falseAlerts', name: 'False alerts', floor: 0, kind: 'count' },
  { key: 'precision', name: 'Alert precision', floor: 1, kind: 'share' },
  { key: 'recall', name: 'Alert recall', floor: 0.92, kind: 'share' },
  { key: 'recipeHits', name: 'Recipe hits on noisy rechecks', floor: 0.8, kind: 'share' },
  { key: 'weakestLanguage', name: 'Interpretation: all three, weakest language', floor: 0.85, kind: 'share' },
  { key: 'language', name: 'Language of the prompt, weakest language', floor: 0.95, kind: 'share' },
  { key: 'unasked', name: 'Clear prompts that need no question', floor: 0.97, kind: 'share' },
  { key: 'labelledReading', name: 'Labelled question: reading', floor: 0.92, kind: 'share' },
  { key: 'labelledAlerts', name: 'Labelled question: alerts as expected', floor: 0.95, kind: 'share' },
  { key: 'labelledRecipeHits', name: 'Labelled question: recipe hits', floor: 0.8, kind: 'share' },
  { key: 'labelledFalsehoods', name: 'Labelled question: false alerts, invented values', floor: 0, kind: 'count' },
];

/** What of the figures lies below its floor, one sentence each. */
export function belowFloors(figures: Pick<Figures, FloorKey>): string[] {
  return FLOORS.filter(({ key, floor, kind }) => {
    return !(kind === 'share' ? figures[key] >= floor : figures[key] <= floor);
  }).map(({ key, name, floor, kind }) => {
    const bound = kind === 'share' ? 'at least' : 'at most';
    return `${name}: ${shownFigure(kind, figures[key])}, ${bound} ${shownFigure(kind, floor)} is asked`;
  });
}

/** "95.8 %", or a count. */
export function shownFigure(kind: 'share' | 'count', figure: number): string {
  return kind === 'share' ? `${Math.round(figure * 1_000) / 10} %` : String(figure);
}
