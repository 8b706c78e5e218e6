import { LIMITS } from '@/domain/limits';
import { keepHere, readKept } from '../kept-here';

/** A sentence that is being written, and its page's address where the sentence names none. */
export interface KeptDraft {
  prompt: string;
  source: string;
}

const KEY = 'monitors.draft';
const KEPT_MS = 7 * 24 * 60 * 60_000;
const LONGEST_SOURCE = 2_000;

/** Keeps the draft in this browser, for a week at most; an empty one is forgotten. */
export function keepDraft({ prompt, source }: KeptDraft): void {
  if (prompt.trim() === '' && source.trim() === '') {
    forgetDraft();
    return;
  }
  // Twice the longest: what is too long is kept as well, for its person to shorten.
  const kept = { prompt: prompt.slice(0, 2 * LIMITS.promptMax), source: source.slice(0, LONGEST_SOURCE) };
  keepHere(KEY, JSON.stringify({ ...kept, at: Date.now() }));
}

/** The draft that was left here; null where there is none, or what is there is not one. */
export function readDraft(): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(readKept(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { prompt, source, at } = kept as Record<string, unknown>;
    if (typeof prompt !== 'string' || typeof source !== 'string' || typeof at !== 'number') return null;
    return Date.now() - at > KEPT_MS ? null : { prompt, source };
  } catch {
    return null;
  }
}

/** After it was saved, and when its person signs out. */
export function forgetDraft(): void {
  keepHere(KEY, null);
}
