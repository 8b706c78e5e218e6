'use client';

import { useEffect } from 'react';

/**
 * Stands among what comes alive together, in the page's header or in its main part: the button that was pressed there
 * before, when nobody heard it, is pressed again.
 */
export function ComeAlive({ part }: { part: 'header' | 'main' }) {
  useEffect(() => {
    const element = document.querySelector(part);
    const button = element && window.takeEarlyPress?.(element);
    // After this, since React answers nothing while it puts a page together.
    if (button) setTimeout(() => button.click());
  }, [part]);
  return null;
}
