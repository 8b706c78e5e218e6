'use client';

import { Button, VisuallyHidden } from '@mantine/core';
import { DeliveryLine } from '@/ui/email/delivery-line';
import { isTrouble } from '@/ui/email/delivery-words';
import { DifferenceBlock } from '@/ui/evidence/difference';
import { useLocale } from '@/ui/locale';
import { Link } from '@/ui/shell/link';
import { useTimeZone } from '@/ui/time/clock';
import { formatClock } from '@/ui/time/time-words';
import classes from './inbox.module.css';
import { differenceBeside, kindWords, subjectWords, whyWords } from './inbox-words';
import type { InboxEntry } from './use-inbox';

interface EntryProps {
  entry: InboxEntry;
  mark: (read: boolean) => void;
}

/** One thing that was told: of which monitor, what, why, and what became of its email. */
export function Entry({ entry, mark }: EntryProps) {
  const { kind, monitor, news, createdAt, readAt, delivery } = entry;
  const zone = useTimeZone();
  const locale = useLocale();
  const isUnread = readAt === null;
  const why = whyWords(news, locale);
  const difference = differenceBeside(news);
  const name = monitor?.name ?? news?.monitorName;
  return (
    <li className={classes.entry} data-unread={isUnread || undefined} data-testid="inbox-entry">
      <p className={classes.head}>
        {isUnread ? <span className={classes.dot} aria-hidden="true" /> : null}
        <span className={classes.kind} data-kind={kind}>
          {kindWords(kind)}
        </span>
        <time dateTime={createdAt.toISOString()} className="figures">
          {formatClock(createdAt, zone, locale)}
        </time>
        {name ? <span>{name}</span> : null}
      </p>
      <Subject entry={entry} open={() => isUnread && mark(true)} />
      {why ? <p className={classes.why}>{why}</p> : null}
      {difference ? (
        <div className={classes.difference}>
          <DifferenceBlock difference={difference} />
        </div>
      ) : null}
      <div className={classes.foot}>
        <p className={classes.delivery} data-trouble={isTrouble(delivery) || undefined}>
          <DeliveryLine delivery={delivery} beside={createdAt} />
          {monitor === null && kind !== 'account' ? '. The monitor is deleted' : null}
        </p>
        {kind === 'account' ? null : (
          <Button
            variant="subtle"
            {...(isUnread ? {} : { c: 'dimmed', color: 'gray' })}
            size="compact-sm"
            className={classes.mark}
            aria-label={`${isUnread ? 'Mark as read' : 'Mark as unread'}: ${entry.subject}`}
            onClick={() => mark(isUnread)}
          >
            {isUnread ? 'Mark as read' : 'Mark as unread'}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The news in one line; leads to its monitor while there is one, and whoever goes there has read it. */
function Subject({ entry: { subject, monitor, readAt }, open }: { entry: InboxEntry; open: () => void }) {
  const words = (
    <>
      {readAt === null ? <VisuallyHidden>Unread: </VisuallyHidden> : null}
      {subjectWords(subject)}
    </>
  );
  return (
    <h3 className={classes.subject}>
      {monitor ? (
        <Link href={`/monitors/${monitor.id}`} onClick={open} onAuxClick={open}>
          {words}
        </Link>
      ) : (
        words
      )}
    </h3>
  );
}
