import type { Document } from 'domhandler';
import type { VisibleNode } from '@/domain/snapshot';

/** What is known of an answer once it was read. */
export interface PageFacts {
  requestedUrl: string;
  finalUrl: string;
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  title: string;
  /** Visible text and nodes. */
  text: string;
  nodes: VisibleNode[];
  /** The whole parsed HTML, hidden parts included; null for other content. */
  document: Document | null;
  /** When the answer came, ISO 8601: Retry-After counts from it. */
  loadedAt: string;
}
