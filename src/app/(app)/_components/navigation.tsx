import { Link } from '@/ui/shell/link';
import classes from './app-frame.module.css';
import { INBOX, UnreadCount } from './unread';

interface Entry {
  href: string;
  label: string;
  /** The strokes of a 20 × 20 icon. */
  icon: string;
  /** Not a page of the app: loaded anew, without the app's scripts. */
  plain?: true;
}

const PRODUCT: readonly Entry[] = [
  { href: '/dashboard', label: 'Monitors', icon: 'M3 11h3.5l2-6 3.5 11 2-5h3' },
  INBOX,
  { href: '/monitors/new', label: 'New monitor', icon: 'M10 4v12M4 10h12' },
  {
    href: '/account',
    label: 'Account',
    icon: 'M10 10.5a3.2 3.2 0 1 0 0-6.5 3.2 3.2 0 0 0 0 6.5ZM4 16.5c1-2.6 3.2-4 6-4s5 1.4 6 4',
  },
];

/** What only a local copy has. */
const LOCAL: readonly Entry[] = [
  { href: '/outbox', label: 'Outbox', icon: 'M3.5 5.5h13v9h-13zM4 6l6 5 6-5' },
  { href: '/samples', label: 'Sample shop', icon: 'M4.5 7.5h11l-.8 8.5H5.3zM7.5 7.5a2.5 2.5 0 0 1 5 0', plain: true },
];

const ADMIN: readonly Entry[] = [
  { href: '/admin', label: 'Administration', icon: 'M10 3.5 4.5 6v4c0 3.2 2.2 5.6 5.5 6.5 3.3-.9 5.5-3.3 5.5-6.5V6z' },
];

/** A page belongs to the entry whose address begins its own; the longest one wins. */
function currentEntry(path: string, entries: readonly Entry[]): string | null {
  const matches = entries.filter(({ href }) => path === href || path.startsWith(`${href}/`));
  const longest = matches.sort((a, b) => b.href.length - a.href.length)[0];
  return longest?.href ?? (path.startsWith('/monitors/') ? '/dashboard' : null);
}

interface EntriesProps {
  entries: readonly Entry[];
  current: string | null;
  unread?: number;
}

function Entries({ entries, current, unread = 0 }: EntriesProps) {
  return (
    <ul className={classes.list}>
      {entries.map(({ href, label, icon, plain }) => {
        const content = (
          <>
            <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
              <path d={icon} />
            </svg>
            {label}
            {href === INBOX.href ? <UnreadCount unread={unread} /> : null}
          </>
        );
        return (
          <li key={href}>
            {plain ? (
              <a href={href} className={classes.link}>
                {content}
              </a>
            ) : (
              <Link href={href} className={classes.link} aria-current={href === current ? 'page' : undefined}>
                {content}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface NavigationProps {
  embedded: boolean;
  isAdmin: boolean;
  path: string;
  /** How many entries of the inbox were not read. */
  unread: number;
}

export function Navigation({ embedded, isAdmin, path, unread }: NavigationProps) {
  const current = currentEntry(path, [...PRODUCT, ...LOCAL, ...ADMIN]);
  return (
    <>
      <Entries entries={PRODUCT} current={current} unread={unread} />
      {isAdmin ? (
        <>
          <p className={classes.group}>Running the house</p>
          <Entries entries={ADMIN} current={current} />
        </>
      ) : null}
      {embedded ? (
        <>
          <p className={classes.group}>On this machine only</p>
          <Entries entries={LOCAL} current={current} />
        </>
      ) : null}
    </>
  );
}
