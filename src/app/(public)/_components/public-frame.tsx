import { ColorSchemeToggle } from '@/ui/shell/color-scheme-toggle';
import { Link } from '@/ui/shell/link';
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

const ABOUT = [
  { href: '/help', words: 'Help' },
  { href: '/docs/api', words: 'API documentation' },
  { href: '/privacy', words: 'Privacy' },
] as const;

const LICENCE = 'https://www.apache.org/licenses/LICENSE-2.0';

export function PublicFooter() {
  return (
    <footer className={classes.footer}>
      <div className={classes.bar}>
        <p>Monitors! reads public pages when you ask it to, and never on a schedule.</p>
        <nav aria-label="About" className={classes.links}>
          {ABOUT.map(({ href, words }) => (
            <Link key={href} href={href}>
              {words}
            </Link>
          ))}
          <a href="/api/openapi.json">OpenAPI</a>
          <a href={LICENCE} rel="noopener noreferrer">
            Licence (Apache 2.0)
          </a>
        </nav>
      </div>
    </footer>
  );
}
