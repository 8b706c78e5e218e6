import type { View } from '../view';

/** One labelled question with the candidates that the first pass kept. */
export interface LearningCase {
  id: string;
  /** Cases of one site are never split between training and validation. */
  site: string;
  kind: string;
  pageType: string;
  /** True where the page states an answer. */
  answered: boolean;
  /** True where the right candidate was among those generated, before the first pass. */
  generated: boolean;
  views: View[];
  rows: Float32Array[];
  /** Indexes of the right ones. */
  right: number[];
}

/** 0 to `folds` - 1, the same for every case of a site (FNV-1a). */
export function foldOf(site: string, folds: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < site.length; at++) hash = Math.imul(hash ^ site.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % folds;
}
