import type { OtherMeaning } from './exceptions';

/** A word that the glossary refuses, and what is said instead. */
interface RefusedWord {
  word: string;
  say: string;
}

interface NamedText {
  path: string;
  text: string;
}

/** The third column of the glossary's table; what stands in brackets there explains. */
export function refusedWords(glossary: string): RefusedWord[] {
  const rows = glossary.split('\n').filter((line) => line.startsWith('| ') && line.split('|').length === 5);
  return rows.slice(1).flatMap((row) => {
    const [, say = '', , refused = ''] = row.split('|').map((cell) => cell.trim());
    const words = refused.replace(/\([^()]*\)/g, '').split(',');
    return words.flatMap((word) => (word.trim() === '' ? [] : [{ word: word.trim().toLowerCase(), say }]));
  });
}

/**
 * Where a refused word stands in a path, a text or a name, whose words are told apart by capitals, hyphens and
 * underscores; in the plural too. And the meanings that nothing needs any more.
 */
export function wordFaults(
  texts: readonly NamedText[],
  refused: readonly RefusedWord[],
  meanings: readonly OtherMeaning[],
) {
  const needed = new Set<OtherMeaning>();
  const faults: string[] = [];
  const finder = finderOf(refused);
  for (const { path, text } of texts) {
    for (const [at, line] of plain(`${path}\n${text}`).split('\n').entries()) {
      for (const [, found = ''] of line.matchAll(finder)) {
        const entry = refused.find(({ word }) => word === found.replace(/[ _-]/g, ' '));
        if (entry === undefined) continue;
        const meaning = meanings.find((other) => other.word === entry.word && holdsIn(other, path));
        if (meaning) needed.add(meaning);
        else faults.push(`${path}:${Math.max(at, 1)}: "${entry.word}" is refused, say ${entry.say} (docs/glossary.md)`);
      }
    }
  }
  const idle = meanings.filter((meaning) => !needed.has(meaning));
  return [
    ...faults,
    ...idle.map(({ word }) => `"${word}" needs no other meaning any more; take it out of OTHER_MEANINGS`),
  ];
}

function finderOf(refused: readonly RefusedWord[]): RegExp {
  const words = refused.map(({ word }) => word.replace(/[ -]/g, '[ _-]'));
  return new RegExp(`(?<![a-z])(${words.join('|')})(?:s|es)?(?![a-z])`, 'g');
}

/** In lower case, with the words of a name apart. */
function plain(text: string): string {
  return text.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ').toLowerCase();
}

function holdsIn({ only, not }: OtherMeaning, path: string): boolean {
  const isIn = (places: readonly string[]) => places.some((place) => path.startsWith(place));
  return (only === undefined || isIn(only)) && (not === undefined || !isIn(not));
}
