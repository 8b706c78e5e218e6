'use client';

import { useReportWebVitals } from 'next/web-vitals';
import { useEffect } from 'react';
import { type ReportedVital, WEB_VITALS, type WebVital } from '@/domain/web-vitals';

/** The figures of this page so far. Some grow while it is open, so they are told when it is left. */
const figures = new Map<WebVital, number>();
const isVital = (name: string): name is WebVital => (WEB_VITALS as readonly string[]).includes(name);

/** One function for good: with another one every figure would be told again. */
function note({ name, value }: { name: string; value: number }): void {
  if (isVital(name)) figures.set(name, value);
}

function tell(): void {
  if (document.visibilityState !== 'hidden' || figures.size === 0) return;
  const reported: ReportedVital[] = [...figures].map(([name, value]) => ({ name, value }));
  figures.clear();
  navigator.sendBeacon('/api/vitals', new Blob([JSON.stringify(reported)], { type: 'application/json' }));
}

/** Tells our own server how fast this page was, and nothing of who looked at it or what it was. */
export function WebVitals() {
  useReportWebVitals(note);
  useEffect(() => {
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, []);
  return null;
}
