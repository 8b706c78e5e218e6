import { findCrop, findFailureCrop } from '@/db/facts';
import type { Deps } from '../deps';

/** The picture of one of the person's facts, or of what a failed check of theirs met; null if there is none. */
export async function findEvidence(
  deps: Pick<Deps, 'db'>,
  { userId, rowId }: { userId: string; rowId: string },
): Promise<{ bytes: Uint8Array; mediaType: string } | null> {
  return (await findCrop(deps.db, userId, rowId)) ?? findFailureCrop(deps.db, userId, rowId);
}
