import type { ReaderName } from '@/domain/contract/reading';

const READERS: Record<ReaderName, string> = {
  recipe: 'by the way it was found before, 0 tokens',
  offline: 'by rules, 0 tokens',
  claude: 'by Claude',
  openai: 'by OpenAI',
  person: 'where you pointed',
};

/** "by rules, 0 tokens": who read a value or understood a sentence, in plain words. */
export function readerWords(reader: ReaderName): string {
  return READERS[reader];
}

/** How the page was looked at. */
export function lookWords(look: 'full' | 'cheap'): string {
  return look === 'full' ? 'in a full browser' : 'without a browser';
}
