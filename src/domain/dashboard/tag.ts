import { z } from 'zod';
import { LIMITS } from '../limits';
import { sameTag } from './same-tag';

const { tagMax, tagsPerMonitor } = LIMITS;

/** A word or two that a person puts on a monitor to find it by; without the # that people write before one. */
export const Tag = z
  .string('Write a tag.')
  .max(1_000, `A tag can have at most ${tagMax} characters.`)
  .transform((text) =>
    text
      .replace(/[\p{C}\p{Z}]+/gu, ' ')
      .replace(/^[ #]+/u, '')
      .trim(),
  )
  .pipe(z.string().min(1, 'Write a tag.').max(tagMax, `A tag can have at most ${tagMax} characters.`));

/** What is to become of a monitor's tags. */
export interface TagChange {
  add?: string | undefined;
  remove?: string | undefined;
}

/** The tags after a change, in the order in which they came; null where that would be too many. */
export function changedTags(tags: readonly string[], { add, remove }: TagChange): string[] | null {
  const kept = remove === undefined ? [...tags] : tags.filter((tag) => !sameTag(tag, remove));
  if (add === undefined || kept.some((tag) => sameTag(tag, add))) return kept;
  return kept.length >= tagsPerMonitor ? null : [...kept, add];
}
