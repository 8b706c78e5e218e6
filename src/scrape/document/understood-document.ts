import type { Document } from 'domhandler';
import type { StructuredItem } from '@/domain/snapshot';
import type { MediaKind } from './media-kind';
import type { RawElement } from './raw-tree';

/** A body that was understood, whatever its format. */
export interface ReadDocument {
  kind: Exclude<MediaKind, 'unsupported'>;
  root: RawElement;
  title: string;
  language: string | null;
  structured: StructuredItem[];
  /** False where the rest of the body was left out, being more than is read. */
  isWhole: boolean;
  /** The whole parsed document; HTML only. */
  document: Document | null;
}
