import { Link } from '@/ui/shell/link';
import classes from './hint.module.css';
import { TOPICS, type Topic } from './topics';

/** A question mark that opens a sentence in place, with the way to the rest. The browser's own, without scripts. */
export function Hint({ about }: { about: Topic }) {
  const { title, brief } = TOPICS[about];
  return (
    <details className={classes.hint}>
      <summary>
        <span aria-hidden="true">?</span>
        <span className={classes.title}>{title}</span>
      </summary>
      <p>
        {brief} <Link href={`/help#${about}`}>More</Link>
      </p>
    </details>
  );
}
