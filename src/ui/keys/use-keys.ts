'use client';

import { useEffect, useRef } from 'react';
import { keepHere, readKept } from '../kept-here';

/** What single keys do, by what is typed. */
export type Keys = Record<string, (event: KeyboardEvent) => void>;

const OFF = 'single-keys-off';
/** Where letters are text, or belong to what is open. */
const ELSEWHERE = 'textarea, select, [contenteditable]:not([contenteditable="false"]), [role="menu"], [role="listbox"]';
const NO_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'range']);

/** Single keys can be turned off, for who speaks to their computer or presses keys by accident (WCAG 2.1.4). */
export function areKeysOff(): boolean {
  return readKept(OFF) !== null;
}

/** Keeps that in this browser; where nothing can be kept they stay on. */
export function turnKeys(on: boolean): void {
  keepHere(OFF, on ? null : '1');
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  return target.closest(ELSEWHERE) !== null;
}

/** Whether a press is meant for the page as a whole: not in a field, nor while something modal is open. */
function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  return !isField(event.target) && document.querySelector('[aria-modal="true"]') === null;
}

/** Lets single keys do something while this is on the page. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (act === undefined || !isForPage(event) || areKeysOff()) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
