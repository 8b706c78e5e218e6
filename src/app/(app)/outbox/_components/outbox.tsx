'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { DeliveryLine } from '@/ui/email/delivery-line';
import { isUnderWay } from '@/ui/email/delivery-words';
import { FormAlert } from '@/ui/form/form-alert';
import { EmptyState } from '@/ui/shell/empty-state';
import { LinkButton } from '@/ui/shell/link-button';
import { LocalTime } from '@/ui/time/clock';
import { OpenedMail } from './opened-mail';
import classes from './outbox.module.css';

/** While a mail is just going out. */
const LOOK_SOON_MS = 3_000;

type Mail = RouterOutputs['outbox']['list'][number];

function MailRow({ mail }: { mail: Mail }) {
  const [open, setOpen] = useState(false);
  const bodyId = `mail-${mail.id}`;
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        aria-expanded={open}
        aria-controls={open ? bodyId : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className={classes.subject}>{mail.subject}</span>
        <span className={classes.meta}>
          <DeliveryLine delivery={mail.delivery} beside={mail.createdAt} /> · <LocalTime at={mail.createdAt} />
        </span>
      </button>
      {open ? <OpenedMail bodyId={bodyId} mail={mail} /> : null}
    </li>
  );
}

/** The person's mails, newest first; each unfolds. */
export function Outbox() {
  const trpc = useTRPC();
  const {
    data: mails,
    isPending,
    error,
  } = useQuery(
    trpc.outbox.list.queryOptions(undefined, {
      refetchInterval: ({ state: { data } }) =>
        data?.some(({ delivery }) => isUnderWay(delivery, Date.now())) ? LOOK_SOON_MS : false,
    }),
  );
  if (error) return <FormAlert message={readFailure(error).message} />;
  if (isPending) return <Skeleton height={180} radius="lg" />;
  if (mails.length === 0) {
    return (
      <EmptyState title="No mails yet" action={<LinkButton href="/dashboard">Go to my monitors</LinkButton>}>
        When a monitor’s condition becomes true at a check, the mail about it appears here.
      </EmptyState>
    );
  }
  return (
    <ul className={classes.list}>
      {mails.map((mail) => (
        <MailRow key={mail.id} mail={mail} />
      ))}
    </ul>
  );
}
