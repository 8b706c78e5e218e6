'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Takes over what a person or a password manager typed before the page's scripts were ready: those events reached
 * nobody. Give the returned ref to the <form> and `take` the form's `setFieldValue`.
 */
export function useEarlyInput(take: (name: string, value: string) => void): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const first = useRef(take);
  useEffect(() => {
    for (const input of form.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-path]') ?? []) {
      const name = input.dataset.path;
      if (name && input.value !== input.defaultValue) first.current(name, input.value);
    }
  }, []);
  return form;
}
