import type { ReactNode } from 'react';
import classes from './message-page.module.css';
import { MAIN_ID } from './skip-link';
import { Logo } from './wordmark';

interface MessagePageProps {
  /** Small print above the title, e.g. "404". */
  label: string;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  /** False where a layout above already has the page's <main>. */
  main?: boolean;
}

/**
 * A whole page that says one thing: not found, broken, waiting. Plain, since every page of the app brings what it shows
 * when it breaks.
 */
export function MessagePage({ label, title, children, actions, main = true }: MessagePageProps) {
  const Page = main ? 'main' : 'div';
  return (
    <Page className={classes.page} {...(main ? { id: MAIN_ID } : {})}>
      <Logo size={40} />
      <p className={classes.label}>{label}</p>
      <h1>{title}</h1>
      <div className={classes.text}>{children}</div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </Page>
  );
}

/** The way on from such a page; loads what it leads to anew. `first` for the likeliest. */
export function MessageLink({ href, children, first = false }: { href: string; children: ReactNode; first?: boolean }) {
  return (
    <a href={href} className={look(first)}>
      {children}
    </a>
  );
}

/** The likeliest thing to do on such a page. */
export function MessageButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" onClick={onClick} className={look(true)}>
      {children}
    </button>
  );
}

function look(first: boolean): string {
  return first ? `${classes.action} ${classes.first}` : `${classes.action}`;
}
