import { Anchor, Tooltip, VisuallyHidden } from '@mantine/core';
import type { SourceHealth, SourceStatus } from '@/domain/source-health';
import classes from './evidence.module.css';
import { healthSentence, linkableAddress, sourceHost, statusWords } from './evidence-words';

/** A page that somebody else wrote: opened without telling it where from, and without vouching for it. */
export function SourceLink({ address, full = false }: { address: string; full?: boolean }) {
  const href = linkableAddress(address);
  const words = full ? address : sourceHost(address);
  if (href === null) return <span>{words}</span>;
  return (
    <Anchor
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      inherit
      underline="always"
      style={{ overflowWrap: 'anywhere' }}
    >
      {words}
    </Anchor>
  );
}

/** Dot and words for how a source does; its figures on pointing at it, and for who listens. */
export function SourceMark({ source }: { source: SourceHealth & { status: SourceStatus } }) {
  const sentence = healthSentence(source);
  return (
    <Tooltip label={sentence} events={{ hover: true, focus: false, touch: true }} position="bottom" withArrow>
      <span className={classes.mark} data-status={source.status}>
        {statusWords(source.status)}
        <VisuallyHidden>: {sentence}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
