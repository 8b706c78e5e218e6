'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { TryRequest } from './try-form';

/** The form comes when somebody wants it: most come to read. */
const TryForm = dynamic(() => import('./try-form').then(({ TryForm: form }) => form), {
  ssr: false,
  loading: () => <p role="status">Loading the form…</p>,
});

/** Sends an endpoint's request from here, to this installation itself. */
export function TryIt({ request }: { request: TryRequest }) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button
        variant="default"
        aria-expanded={open}
        aria-label={`${open ? 'Close' : 'Try it'}: ${request.method} ${request.path}`}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Close' : 'Try it'}
      </Button>
      {open ? <TryForm request={request} /> : null}
    </div>
  );
}
