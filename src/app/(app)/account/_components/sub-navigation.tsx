'use client';

import { useEffect, useState } from 'react';
import classes from './account.module.css';

/** The parts of the page, by the id of the first heading in each. */
export const PARTS = [
  { id: 'profile', label: 'Profile' },
  { id: 'emails', label: 'Emails' },
  { id: 'email', label: 'Sign-in and sessions' },
  { id: 'tokens', label: 'API tokens' },
  { id: 'export', label: 'Your data' },
  { id: 'delete', label: 'Danger zone' },
] as const;

/** Where the page's upper part is, below the header and this list. */
const READ_AT = '-140px 0px -60% 0px';

/** The last part may be too short to ever come up that far. */
function isAtEnd(): boolean {
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  return scrollHeight > clientHeight && scrollTop + clientHeight >= scrollHeight - 2;
}

/** The part that is read: the first of those that stand in the upper part of the window. */
function useRead(): string {
  const [read, setRead] = useState<string>(PARTS[0].id);
  useEffect(() => {
    const seen = new Set<string>();
    const watch = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          if (isIntersecting) seen.add(target.id);
          else seen.delete(target.id);
        }
        const first = isAtEnd() ? PARTS.at(-1) : PARTS.find(({ id }) => seen.has(`part-${id}`));
        if (first) setRead(first.id);
      },
      { rootMargin: READ_AT },
    );
    for (const { id } of PARTS) {
      const part = document.getElementById(`part-${id}`);
      if (part) watch.observe(part);
    }
    return () => watch.disconnect();
  }, []);
  return read;
}

/** The parts of the account, beside them; on a phone one line above them that scrolls by itself. */
export function SubNavigation() {
  const read = useRead();
  return (
    <nav aria-label="Account" className={classes.parts}>
      <ul>
        {PARTS.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === read ? 'location' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
