import type { Family } from '../pool';
import type { View } from '../view';

/** One question on one page with the candidates that the first pass kept. */
export interface LearningCase {
  /** Of its label. */
  id: string;
  /** Cases of one site are never split between training and validation. */
  site: string;
  /** On a page of the web: pages of ours only teach. */
  real: boolean;
  /** Asked with the slots of its label. */
  labelled: boolean;
  /** Asked as its sentence was understood: 0 for the likeliest kind, 1 and more for others; null where it was not. */
  kind: number | null;
  /** The family that is asked for, and how surely it is of its kind. */
  family: Family;
  kindProbability: number;
  /** True where the page states an answer. */
  answered: boolean;
  /** True where the answer is of the family that is asked for: where it is not, none of the candidates is right. */
  isFamily: boolean;
  /** True where the right candidate, of the type and unit asked for, was among those generated. */
  generated: boolean;
  views: View[];
  rows: Float32Array[];
  /** Indexes of the right ones. */
  right: number[];
  /** Whether each is of the type and unit asked for: only those are offered. */
  fits: boolean[];
}

/** 0 to `folds` - 1, the same for every case of a site (FNV-1a). */
export function foldOf(site: string, folds: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < site.length; at++) hash = Math.imul(hash ^ site.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % folds;
}
