import { isNegated } from '@/domain/written/negation';
import type { Candidate } from '@/page/candidate';
import type { Candidates } from '@/page/candidates';
import { lastAtOrBefore } from '@/page/lines';
import type { Asked } from './asked';

/** The kinds of answers that have a model of their own. */
export const FAMILIES = ['number', 'text', 'yesNo', 'list'] as const;
export type Family = (typeof FAMILIES)[number];

const BY_TYPE: Record<Asked['factType'], Family> = {
  number: 'number',
  string: 'text',
  boolean: 'yesNo',
  object: 'list',
};

export function familyOf({ factType }: Pick<Asked, 'factType'>): Family {
  return BY_TYPE[factType];
}

const LEAST_TEXT = 3;

/**
 * The candidates that can answer a question of this family. A text can prove a yes; a no where it denies something in
 * the page's language, or a sign in it does.
 */
export function poolOf(family: Family, all: Candidates, language: string | null): Candidate[] {
  switch (family) {
    case 'number':
      return all.written.filter(({ value }) => value.type === 'number');
    case 'text':
      return inOrder([...all.texts, ...all.named, ...all.written.filter(({ value }) => value.type === 'string')]);
    case 'yesNo':
      return inOrder([...all.signs, ...proofs(all, language ?? 'en')]);
    case 'list':
      return all.lists;
  }
}

function proofs({ texts, signs }: Candidates, language: string): Candidate[] {
  const denials = signs.filter(({ value }) => value.type === 'boolean' && !value.boolean);
  const isDenied = ({ start, end }: Candidate): boolean => {
    const last = denials[lastAtOrBefore(denials, end - 1)];
    return last !== undefined && last.start >= start;
  };
  return texts
    .filter(({ quote }) => quote.length >= LEAST_TEXT)
    .map((text) => {
      const boolean = !isDenied(text) && !isNegated(text.quote, language);
      return { ...text, value: { type: 'boolean', boolean } };
    });
}

function inOrder(candidates: Candidate[]): Candidate[] {
  return candidates.sort((a, b) => a.start - b.start || a.end - b.end);
}
