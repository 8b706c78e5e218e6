'use client';

import { useSyncExternalStore } from 'react';

/** A copy on one's own machine is reached without any network. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function subscribe(tell: () => void): () => void {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}

const isOffline = () => navigator.onLine === false && !LOOPBACK.has(window.location.hostname);

/** Whether the browser knows that nothing can be sent. */
export function useOffline(): boolean {
  return useSyncExternalStore(subscribe, isOffline, () => false);
}

export const OFFLINE = 'You are offline';
