import type { ReadResult } from '@/domain/contract/reading';
import { cutSentence, type PageCut } from '@/domain/page-cut';

/**
 * What a reading of a page that was not read to its end proves: a value that stands in the part that was read counts;
 * that something is not there, and that a list is whole, does not. Every result says how far the page was read.
 */
export function cutShort(result: ReadResult, cut: PageCut): ReadResult {
  if (result.outcome === 'absent') return unproven(result, cut, 'That there is none was not proven.');
  if (result.outcome === 'value') {
    // Entries that are missing from half a page would be told as removed; a list cut at its end can still gain some.
    return result.value.type === 'object' && cut.of !== 'entries'
      ? unproven(result, cut, 'Whether the list is complete was not proven.')
      : { ...result, cut };
  }
  return { ...result, message: `${result.message} ${cutSentence(cut)}`, cut };
}

function unproven({ refused, reader }: ReadResult, cut: PageCut, message: string): ReadResult {
  return { outcome: 'fact_missing', message: `${message} ${cutSentence(cut)}`, refused, candidates: [], reader, cut };
}
