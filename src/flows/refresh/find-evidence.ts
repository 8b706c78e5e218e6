import { findCrop } from '@/db/facts';
import type { Deps } from '../deps';

/** The picture of one of the person's facts; null if there is none. */
export function findEvidence(
  deps: Pick<Deps, 'db'>,
  { userId, factId }: { userId: string; factId: string },
): Promise<{ bytes: Uint8Array; mediaType: string } | null> {
  return findCrop(deps.db, userId, factId);
}
