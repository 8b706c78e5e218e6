import CONCEPTS from '@/domain/written/concepts.json';
import { stemOf } from '@/domain/written/stem';

type ConceptName = keyof typeof CONCEPTS;

const NAMES = Object.keys(CONCEPTS) as ConceptName[];
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'] as const;

const conceptsByStem = new Map<string, number>();

function teach(stem: string, bit: number): void {
  conceptsByStem.set(stem, (conceptsByStem.get(stem) ?? 0) | (1 << bit));
}

NAMES.forEach((name, bit) => {
  for (const word of CONCEPTS[name].split(' ')) {
    teach(word, bit);
    for (const language of LANGUAGES) teach(stemOf(word, language), bit);
  }
});

/** The concepts (bits) that a bare word and its stem stand for in any language: "preis" and "cost" are one. */
export function conceptsOf(word: string, stem: string): number {
  return (conceptsByStem.get(word) ?? 0) | (conceptsByStem.get(stem) ?? 0);
}

/** The bit of a concept of concepts.json. */
export function conceptNamed(...names: ConceptName[]): number {
  return names.reduce((bits, name) => bits | (1 << NAMES.indexOf(name)), 0);
}
