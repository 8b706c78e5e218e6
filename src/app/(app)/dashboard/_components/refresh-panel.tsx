'use client';

import { CloseButton, VisuallyHidden } from '@mantine/core';
import { useLocale } from '@/ui/locale';
import { Link } from '@/ui/shell/link';
import { TimeAgo } from '@/ui/time/clock';
import { itemWords, progressSentence, summarySentence } from './batch-words';
import classes from './refresh-panel.module.css';
import type { BatchView } from './use-refresh-of-many';

type Item = BatchView['items'][number];

function stateOf({ evaluation }: Item): 'refused' | 'failed' | 'alert' | 'past' | 'now' | 'ahead' {
  if (evaluation === null) return 'refused';
  if (evaluation.phase === 'queued') return 'ahead';
  if (evaluation.phase !== 'done') return 'now';
  if (evaluation.outcome !== 'value' && evaluation.outcome !== 'absent') return 'failed';
  return evaluation.alert ? 'alert' : 'past';
}

/**
 * A refresh of many: a stroke for each monitor while it goes on, a sentence and its age at its end. Its height stays
 * the same.
 */
export function RefreshPanel({ batch, close }: { batch: BatchView; close: () => void }) {
  const { items, endedAt } = batch;
  const locale = useLocale();
  const sentence = endedAt === null ? progressSentence(items) : summarySentence(items);
  return (
    <section className={classes.panel} aria-label="Check of several monitors" data-testid="refresh-panel">
      <div className={classes.head}>
        <p className={`${classes.sentence} figures`}>
          <span data-testid="refresh-summary">{sentence}</span>
          {endedAt === null ? null : (
            <span className={classes.age} data-testid="refresh-age">
              <TimeAgo at={endedAt} />
            </span>
          )}
        </p>
        <CloseButton
          aria-label="Put this summary away"
          className={classes.close}
          data-shown={endedAt !== null || undefined}
          disabled={endedAt === null}
          onClick={close}
        />
      </div>
      {/* Heard at its beginning and at its end, not at every step. */}
      <VisuallyHidden role="status">{endedAt === null ? 'Checking.' : sentence}</VisuallyHidden>
      <div className={classes.strokes} aria-hidden="true">
        {items.map((item) => (
          <span key={item.monitorId} className={classes.stroke} data-state={stateOf(item)} />
        ))}
      </div>
      <details className={classes.details}>
        <summary>Each monitor</summary>
        <ul className={classes.items}>
          {items.map((item) => (
            <li key={item.monitorId}>
              <Link href={`/monitors/${item.monitorId}`}>{item.name}</Link>
              <span>{itemWords(item, locale)}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
