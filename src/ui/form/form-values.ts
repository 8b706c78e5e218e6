'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { ZodType } from 'zod';

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

type Schema = ZodType<Record<string, unknown>>;

/**
 * What @mantine/form calls to validate: the first message of each input, by its name. The schema is the one that the
 * router uses, so that a form never accepts what the server will refuse. zod itself is not imported here: it comes with
 * the schema.
 */
export function zodValidate(schema: Schema) {
  return (values: unknown): Record<string, string> => {
    const parsed = schema.safeParse(values);
    const messages: Record<string, string> = {};
    for (const { path, message } of parsed.error?.issues ?? []) {
      const [name] = path;
      if (name !== undefined) messages[String(name)] ??= message;
    }
    return messages;
  };
}

/**
 * The same for pages that people come to first: the schema is loaded when something is to be validated. Where it cannot
 * be (offline, a new release), the server says what is wrong.
 */
export function lazyValidate(load: () => Promise<Schema>) {
  return async (values: unknown): Promise<Record<string, string>> => {
    const schema = await load().catch(() => null);
    return schema === null ? {} : zodValidate(schema)(values);
  };
}

/** The first message of each field, as @mantine/form's `setErrors` takes them. */
export function firstMessages(fields: Record<string, string[] | undefined>): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const [name, [first] = []] of Object.entries(fields)) if (first !== undefined) messages[name] = first;
  return messages;
}
