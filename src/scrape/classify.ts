import type { Document } from 'domhandler';
import type { Failure } from '@/domain/outcome';
import type { VisibleNode } from '@/domain/snapshot';
import { retryAfterMs } from './retry-after';
import { failureOfStatus } from './signals/status';

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
  /** When the answer came: Retry-After may name a date. */
  loadedAt: string;
}

/** The failure that this answer is, or null where it is a page that can be read. Pure. */
export function classify(page: PageFacts): Failure | null {
  const failure = failureOfStatus(page.status) ?? emptyFailure(page);
  if (failure === null) return null;
  const wait = retryAfterMs(page.headers['retry-after'], page.loadedAt);
  return wait === null ? failure : { ...failure, retryAfterMs: wait };
}

function emptyFailure(page: PageFacts): Failure | null {
  if (page.text.trim() !== '') return null;
  return {
    outcome: 'empty',
    message: 'The page loaded, but it shows no text. Check that the address is the one where you see the fact.',
    retryable: true,
  };
}
