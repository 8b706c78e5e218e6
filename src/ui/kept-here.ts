/** What is kept in this browser. One that keeps nothing, or is full, refuses even to ask: then nothing is there. */
export function readKept(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Null forgets it. */
export function keepHere(key: string, text: string | null): void {
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
  } catch {
    // Nothing that is kept here is worth an error.
  }
}
