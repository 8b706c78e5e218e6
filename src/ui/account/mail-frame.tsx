'use client';

import { useMantineStyleNonce } from '@mantine/core';
import { framedMail } from './framed-mail';
import classes from './mail-frame.module.css';

/** A mail as it looks. Its links work; scripts, forms and the page around are out of its reach. */
export function MailFrame({ subject, html }: { subject: string; html: string }) {
  const nonce = useMantineStyleNonce()?.();
  return (
    <iframe
      className={classes.frame}
      title={`Mail: ${subject}`}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={framedMail(html, nonce)}
    />
  );
}
