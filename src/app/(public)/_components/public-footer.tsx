import classes from './public-frame.module.css';

export function PublicFooter() {
  return (
    <footer className={classes.footer}>
      <div className={classes.bar}>
        <p>Monitors! reads public pages when you ask it to, and never on a schedule.</p>
      </div>
    </footer>
  );
}
