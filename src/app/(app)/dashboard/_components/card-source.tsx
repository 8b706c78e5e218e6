'use client';

import { useQuery } from '@tanstack/react-query';
import { countedHost } from '@/domain/source-health';
import { useTRPC } from '@/trpc/client';
import { SourceLink } from '@/ui/evidence/source-link';
import { SourceMark } from '@/ui/evidence/source-mark';
import classes from './monitor-card.module.css';

/** The page that a card is about, and how it does. All cards share one question to the server. */
export function CardSource({ address }: { address: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.sources.ofMine.queryOptions());
  const source = data?.find(({ host }) => host === countedHost(address));
  return (
    <>
      <span className={classes.above}>
        <SourceLink address={address} />
      </span>
      {/* The line stands there before it is known, so that nothing moves. */}
      <span className={classes.above}>{source === undefined ? '\u00a0' : <SourceMark source={source} />}</span>
    </>
  );
}
