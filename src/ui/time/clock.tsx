'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { useLocale } from '../locale';
import { formatDateTime, timeAgo } from './time-words';

/** What a page needs to speak of time: when the server rendered it (epoch ms), and the person's IANA zone. */
interface ClockFace {
  renderedAt: number;
  timeZone: string;
}

const Face = createContext<ClockFace>({ renderedAt: 0, timeZone: 'UTC' });

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = 0;

const thisSecond = () => Math.floor(Date.now() / 1_000) * 1_000;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = thisSecond();
    for (const tell of listeners) tell();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function present(): number {
  // Nothing ticks yet: the last tick may be long ago.
  if (timer === undefined || now === 0) now = thisSecond();
  return now;
}

/** Gives server and browser the same first moment, so that relative times and countdowns never differ between them. */
export function ClockProvider({ renderedAt, timeZone, children }: ClockFace & { children: ReactNode }) {
  return <Face value={{ renderedAt, timeZone }}>{children}</Face>;
}

/** The IANA zone in which this person reads times. */
export function useTimeZone(): string {
  return useContext(Face).timeZone;
}

/** What `read` makes of the present moment (epoch ms), every second; renders again only when that differs. */
export function useClock<Shown extends string | number | boolean | null>(read: (now: number) => Shown): Shown {
  const { renderedAt } = useContext(Face);
  return useSyncExternalStore(
    subscribe,
    () => read(present()),
    () => read(renderedAt),
  );
}

/** "3 minutes ago"; the moment itself, in the person's zone, on hovering. */
export function TimeAgo({ at }: { at: Date }) {
  const words = useClock((now) => timeAgo(at.getTime(), now));
  const zone = useTimeZone();
  const locale = useLocale();
  return (
    <time dateTime={at.toISOString()} title={formatDateTime(at, zone, locale)}>
      {words}
    </time>
  );
}

/** "22 Nov 2026, 14:41" in the person's zone. */
export function LocalTime({ at }: { at: Date }) {
  const zone = useTimeZone();
  const locale = useLocale();
  return <time dateTime={at.toISOString()}>{formatDateTime(at, zone, locale)}</time>;
}
