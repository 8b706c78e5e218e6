import Link from 'next/link';
import { ColorSchemeToggle } from '@/ui/shell/color-scheme-toggle';
import { LinkButton } from '@/ui/shell/link-button';
import { Wordmark } from '@/ui/shell/wordmark';
import classes from './public-frame.module.css';

export function PublicHeader({ signedIn }: { signedIn: boolean }) {
  return (
    <header className={classes.header}>
      <div className={classes.bar}>
        <Link href="/" className={classes.home}>
          <Wordmark />
        </Link>
        <nav aria-label="Account" className={classes.links}>
          <ColorSchemeToggle />
          {signedIn ? (
            <LinkButton href="/dashboard">My monitors</LinkButton>
          ) : (
            <>
              <LinkButton href="/sign-in" variant="subtle">
                Sign in
              </LinkButton>
              <LinkButton href="/sign-up" className={classes.wideOnly}>
                Sign up
              </LinkButton>
            </>
          )}
        </nav>
      </div>
    </header>
  );
}

export function PublicFooter() {
  return (
    <footer className={classes.footer}>
      <div className={classes.bar}>
        <p>Monitors! reads public pages when you ask it to, and never on a schedule.</p>
      </div>
    </footer>
  );
}
