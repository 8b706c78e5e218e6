'use client';

import { type Ref, useEffect, useRef, useState } from 'react';
import { countStates, type Item, tagsOf } from './choose';
import { type DashboardView, SORTS, type Sort, sortLabel, stateLabel } from './dashboard-view';
import classes from './toolbar.module.css';

interface ToolbarProps {
  items: readonly Item[];
  view: DashboardView;
  onView: (change: Partial<DashboardView>) => void;
  /** Where "/" leads. */
  searchRef: Ref<HTMLInputElement>;
}

/** Search, filters by state and tag, and the order. */
export function Toolbar({ items, view, onView, searchRef }: ToolbarProps) {
  const tags = tagsOf(items);
  return (
    <search className={classes.toolbar} aria-label="My monitors">
      <div className={classes.line}>
        <SearchField search={view.search} onSearch={(search) => onView({ search })} fieldRef={searchRef} />
        <label className={classes.sort}>
          <span>Sort by</span>
          <select value={view.sort} onChange={(event) => onView({ sort: event.currentTarget.value as Sort })}>
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {sortLabel(sort)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={classes.chips}>
        <Chip pressed={view.state === null && view.tag === null} onPress={() => onView({ state: null, tag: null })}>
          All <i>{items.length}</i>
        </Chip>
        {countStates(items).map(([state, count]) => (
          <Chip
            key={state}
            pressed={view.state === state}
            onPress={() => onView({ state: view.state === state ? null : state })}
          >
            {stateLabel(state)} <i>{count}</i>
          </Chip>
        ))}
        {tags.map((tag) => (
          <Chip key={tag} pressed={view.tag === tag} onPress={() => onView({ tag: view.tag === tag ? null : tag })}>
            # {tag}
          </Chip>
        ))}
      </div>
    </search>
  );
}

interface ChipProps {
  pressed: boolean;
  onPress: () => void;
  children: React.ReactNode;
}

function Chip({ pressed, onPress, children }: ChipProps) {
  return (
    <button type="button" className={`${classes.chip} figures`} aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  );
}

/** Browsers refuse an address that changes at every key. */
const SETTLED_MS = 200;

interface SearchFieldProps {
  search: string;
  onSearch: (search: string) => void;
  fieldRef: Ref<HTMLInputElement>;
}

/** Shows at once what is typed; the page follows a moment later. */
function SearchField({ search, onSearch, fieldRef }: SearchFieldProps) {
  const [typed, setTyped] = useState(search);
  const told = useRef(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address was changed by something else: a link, the way back.
  useEffect(() => {
    if (search === told.current) return;
    told.current = search;
    setTyped(search);
  }, [search]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      told.current = text;
      onSearch(text);
    }, SETTLED_MS);
  };
  return (
    <input
      ref={fieldRef}
      type="search"
      className={classes.search}
      aria-label="Search my monitors"
      placeholder="Search"
      maxLength={100}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (typed === '') event.currentTarget.blur();
        else type('');
      }}
    />
  );
}
