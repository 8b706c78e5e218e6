import classes from './shell.module.css';

/** The mark: a quiet line, then something worth saying. Decorative, the word beside it carries the name. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false" className={classes.logo}>
      <rect width="32" height="32" rx="8" className={classes.tile} />
      <path d="M6 17.5h5.2l2.1-5.4 3.4 9.3 2-3.9h1.4" className={classes.line} />
      <rect x="23" y="7" width="3.4" height="11.4" rx="1.7" className={classes.bang} />
      <circle cx="24.7" cy="22.9" r="2.1" className={classes.bang} />
    </svg>
  );
}

/** Logo and name. */
export function Wordmark() {
  return (
    <span className={classes.wordmark}>
      <Logo />
      <span>
        Monitors<span className={classes.mark}>!</span>
      </span>
    </span>
  );
}
