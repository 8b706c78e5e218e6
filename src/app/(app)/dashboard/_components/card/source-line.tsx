'use client';

import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { countedHost } from '@/domain/source-kinds';
import { useTRPC } from '@/trpc/client';
import { healthSentence, sourceHost, statusWords } from '@/ui/evidence/evidence-words';
import { SourceLink } from '@/ui/evidence/source';
import classes from './card.module.css';

/** So many tints a tile may have; which one, its host decides. */
const TINTS = 6;

function tintOf(host: string): number {
  let sum = 0;
  for (const letter of host) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return sum % TINTS;
}

/**
 * The first letter of a host in the place of its icon: an icon fetched from there would tell the site of the person,
 * and who made it what to draw here.
 */
function SourceTile({ host }: { host: string }) {
  const [letter = '?'] = host.replace(/^[^\p{L}\p{N}]+/u, '');
  return (
    <span className={classes.tile} data-tint={tintOf(host)} aria-hidden="true">
      {letter.toUpperCase()}
    </span>
  );
}

/** The page that a card is about, and how it does: said where it is not well. All cards share one question. */
export function SourceLine({ address }: { address: string | undefined }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.sources.ofMine.queryOptions());
  if (address === undefined) return <span>No page yet</span>;
  const source = data?.find(({ host }) => host === countedHost(address));
  const isWell = source === undefined || source.status === 'good' || source.status === 'unknown';
  return (
    <span className={classes.source}>
      <SourceTile host={sourceHost(address)} />
      <span className={classes.above}>
        <SourceLink address={address} />
      </span>
      {source === undefined ? null : (
        <span
          className={classes.health}
          data-status={source.status}
          title={`${statusWords(source.status)}: ${healthSentence(source)}`}
        >
          {isWell ? <VisuallyHidden>{statusWords(source.status)}</VisuallyHidden> : statusWords(source.status)}
          <VisuallyHidden>: {healthSentence(source)}</VisuallyHidden>
        </span>
      )}
    </span>
  );
}
