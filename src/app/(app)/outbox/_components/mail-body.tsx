import { MailFrame } from '@/ui/account/mail-frame';
import { TextLink } from '@/ui/shell/link-button';
import classes from './outbox.module.css';

interface MailBodyProps {
  id: string;
  mail: { monitorId: string | null; subject: string; recipient: string; html: string; text: string };
}

/** A mail as it looks, and as plain text. */
export function MailBody({ id, mail }: MailBodyProps) {
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
