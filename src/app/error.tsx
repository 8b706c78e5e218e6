'use client';

import { Button } from '@mantine/core';
import { LinkButton } from '@/ui/link-button';
import { MessagePage } from '@/ui/message-page';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <MessagePage
      label="Something broke"
      title="This page could not be shown"
      actions={
        <>
          <Button onClick={reset}>Try again</Button>
          <LinkButton href="/" variant="default">
            Start page
          </LinkButton>
        </>
      }
    >
      The fault is ours. Your monitors and their values are untouched, and no alert was sent because of it.
      {error.digest ? ` If it keeps happening, tell us this number: ${error.digest}.` : null}
    </MessagePage>
  );
}
