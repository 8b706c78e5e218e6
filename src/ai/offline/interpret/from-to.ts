import type { Clause } from './condition';
import type { Span } from './text';

/** 'passa da "Ricevuta" a "In valutazione"', 「審査中」から「承認」に: the second is the one that is waited for. */
export function fromTo({ prompt, patterns, quotes }: Clause): (Span & { text: string }) | null {
  const [from, to] = quotes;
  if (!from || !to) return null;
  const between = prompt.folded.slice(from.end, to.start);
  if (!patterns.lexicon.spaced) return /^から$/u.test(between) ? { ...to, start: from.start } : null;
  if (!/^ (?:to|into|zu|auf|in|a|al|en|naar|para|vers|à) $/u.test(between)) return null;
  return /(?<!\p{L})(?:from|von|de|du|del|da|do|dal|van) $/u.test(prompt.folded.slice(0, from.start))
    ? { ...to, start: from.start }
    : null;
}
