import type { ReaderContext, Readers } from '@/ai/reader';
import type { Interpretation } from '@/domain/contract/interpretation';
import type { Evidence } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { isOfKind } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';
import { cropPicture } from '@/scrape/browser/crop-picture';
import type { Crop } from '@/scrape/scraper';

/** The contract where a value is meant; one of another type or unit brings what the sentence means of that. */
export async function contractOfValue(
  readers: Readers,
  { prompt, interpretation }: { prompt: string; interpretation: Interpretation },
  value: FactValue | null,
  context: ReaderContext,
): Promise<Interpretation> {
  if (value === null || isOfKind(value, interpretation)) return interpretation;
  const meant = await readers.contractFor(prompt, value, context);
  return meant === null ? interpretation : { ...meant, sources: interpretation.sources };
}

/** What proves a value, cut out of the picture of its page; null without one, or where it has no place there. */
export async function cropOf(
  picture: Uint8Array | null,
  { runs }: Snapshot,
  { box }: Pick<Evidence, 'box'>,
): Promise<Crop | null> {
  if (picture === null || box === null) return null;
  return cropPicture(
    picture,
    box,
    runs.map((run) => run.box),
  );
}
