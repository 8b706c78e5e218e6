'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';

const LOOK_EVERY_MS = 30_000;

/** Asks whether it is one's turn, now and while the page is in sight: who is let in is sent on by the page itself. */
export function LookAgain() {
  const router = useRouter();
  const [pending, start] = useTransition();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Button loading={pending} onClick={() => start(() => router.refresh())}>
      Look again
    </Button>
  );
}
