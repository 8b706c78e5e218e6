'use client';

import { useState } from 'react';
import classes from './contents.module.css';
import { type Entry, found } from './search-words';

interface Group {
  name: string;
  entries: Entry[];
}

/** What the page has, with a search over all that is said of an endpoint. Enter goes to the first that was found. */
export function Contents({ groups }: { groups: Group[] }) {
  const [search, setSearch] = useState('');
  // On a wide screen it is open anyway.
  const [open, setOpen] = useState(false);
  const shown = groups.map(({ name, entries }) => ({ name, entries: found(entries, search) }));
  const count = shown.reduce((sum, { entries }) => sum + entries.length, 0);
  const first = shown.flatMap(({ entries }) => entries)[0];
  return (
    <nav aria-label="Contents" className={classes.contents}>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (first) window.location.hash = first.id;
          }}
        >
          <input
            type="search"
            className={classes.search}
            aria-label="Search the endpoints"
            placeholder="Search: refresh, cursor, quote…"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </form>
      </search>
      <p className={classes.count} role="status">
        {search.trim() === '' ? '' : count === 0 ? 'Nothing has these words.' : `${count} found`}
      </p>
      <button type="button" className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide the contents' : 'Show the contents'}
      </button>
      <div className={classes.groups} data-open={open || search.trim() !== '' || undefined}>
        {shown.map(({ name, entries }) =>
          entries.length > 0 ? (
            <div key={name}>
              <p className={classes.name}>{name}</p>
              <ul className={classes.list}>
                {entries.map(({ id, method, summary }) => (
                  <Line key={id} href={`#${id}`} label={summary} method={method} />
                ))}
              </ul>
            </div>
          ) : null,
        )}
        {search.trim() === '' ? (
          <ul className={classes.list}>
            <Line href="#differences" label="Differences from the plan" />
          </ul>
        ) : null}
      </div>
    </nav>
  );
}

function Line({ href, label, method }: { href: string; label: string; method?: string }) {
  return (
    <li>
      <a href={href} className={classes.line}>
        {method ? (
          <span className={classes.method} data-method={method}>
            {method}
          </span>
        ) : null}
        <span>{label}</span>
      </a>
    </li>
  );
}
