'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { mailStateWords } from '@/ui/account/account-words';
import { MailFrame } from '@/ui/account/mail-frame';
import { FormAlert } from '@/ui/form/form-alert';
import { EmptyState } from '@/ui/shell/empty-state';
import { LinkButton, TextLink } from '@/ui/shell/link-button';
import { LocalTime } from '@/ui/time/clock';
import classes from './outbox.module.css';

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
          {mailStateWords(mail.state)} · <LocalTime at={mail.sentAt ?? mail.createdAt} />
        </span>
      </button>
      {open ? <MailBody id={bodyId} mail={mail} /> : null}
    </li>
  );
}

/** The person's mails, newest first; each unfolds. */
export function Outbox() {
  const trpc = useTRPC();
  const { data: mails, isPending, error } = useQuery(trpc.outbox.list.queryOptions());
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

interface MailBodyProps {
  id: string;
  mail: { monitorId: string | null; subject: string; recipient: string; html: string; text: string };
}

/** A mail as it looks, and as plain text. */
function MailBody({ id, mail }: MailBodyProps) {
  return (
    <div id={id} className={classes.mail}>
      <div>
        <p className={classes.caption}>To {mail.recipient}</p>
        <MailFrame subject={mail.subject} html={mail.html} />
      </div>
      <div>
        <p className={classes.caption}>As plain text</p>
        <pre className={classes.text}>{mail.text}</pre>
        {mail.monitorId === null ? null : (
          <p>
            <TextLink href={`/monitors/${mail.monitorId}`}>Open the monitor</TextLink>
          </p>
        )}
      </div>
    </div>
  );
}
