import { Tooltip, VisuallyHidden } from '@mantine/core';
import type { SourceHealth, SourceStatus } from '@/domain/source-health';
import classes from './evidence.module.css';
import { healthSentence, statusWords } from './source-words';

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
