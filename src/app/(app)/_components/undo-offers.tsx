'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { type Deleted, useOfferUndo } from '@/ui/removal/use-undo';

/** What was deleted a moment ago, and for how long that can be taken back. */
export type Undoable = Deleted & { leftMs: number };

/** After a full load: what was deleted a moment ago can be taken back for as long as before. */
export function UndoOffers({ deleted }: { deleted: readonly Undoable[] }) {
  const offerUndo = useOfferUndo();
  const router = useRouter();
  const offered = useRef(false);
  useEffect(() => {
    if (offered.current) return;
    offered.current = true;
    for (const one of deleted) {
      const { leftMs } = one;
      offerUndo([one], { leftMs, onBack: () => router.push(`/monitors/${one.id}`) });
    }
  });
  return null;
}
