'use client';

import { MessageButton, MessageLink, MessagePage } from './message-page';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
  /** Where the second button leads, and what it says. */
  home: { href: string; label: string };
  /** False where a layout above already has the page's <main>. */
  main?: boolean;
}

/** What a page shows when it broke. The digest finds the fault in the server's log. */
export function ErrorPage({ error, reset, home, main = true }: ErrorPageProps) {
  return (
    <MessagePage
      main={main}
      label="Something broke"
      title="This page could not be shown"
      actions={
        <>
          <MessageButton onClick={reset}>Try again</MessageButton>
          <MessageLink href={home.href}>{home.label}</MessageLink>
        </>
      }
    >
      The fault is ours. Your monitors and their values are untouched, and no alert was sent because of it.
      {error.digest ? ` If it keeps happening, tell us this number: ${error.digest}.` : null}
    </MessagePage>
  );
}
