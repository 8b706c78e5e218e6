'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import classes from './code-examples.module.css';
import { type ExampleRequest, LANGUAGES, type Language, requestCode } from './request-code';

/** The language that was chosen last, for all examples of the page. */
let chosen: Language = 'curl';
const listeners = new Set<() => void>();

function choose(language: Language): void {
  chosen = language;
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

const COPIED_MS = 2_000;

/** A request in three languages, one of them shown, to be copied. */
export function CodeExamples({ request, name }: { request: ExampleRequest; name: string }) {
  const language = useSyncExternalStore(
    subscribe,
    () => chosen,
    () => LANGUAGES[0],
  );
  const code = requestCode(language, request);
  return (
    <section className={classes.frame} aria-label={name}>
      <div className={classes.bar}>
        <fieldset className={classes.languages}>
          <legend className={classes.legend}>Language</legend>
          {LANGUAGES.map((one) => (
            <button key={one} type="button" aria-pressed={one === language} onClick={() => choose(one)}>
              {one}
            </button>
          ))}
        </fieldset>
        <Copy text={code} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <pre className={classes.code} tabIndex={0} data-testid="example">
        <code>{code}</code>
      </pre>
    </section>
  );
}

function Copy({ text }: { text: string }) {
  const [said, setSaid] = useState<'Copy' | 'Copied' | 'Select and copy'>('Copy');
  useEffect(() => {
    if (said === 'Copy') return;
    const timer = setTimeout(() => setSaid('Copy'), COPIED_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    // Without https there is no clipboard.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(done ? 'Copied' : 'Select and copy');
  };
  return (
    <button type="button" className={classes.copy} aria-live="polite" onClick={() => void copy()}>
      {said}
    </button>
  );
}
