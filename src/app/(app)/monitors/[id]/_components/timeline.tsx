import type { FactView } from '@/trpc/monitor-view';
import { LocalTime } from '@/ui/time/time-ago';
import classes from './monitor-detail.module.css';
import { stretchesOf } from './stretches';

const MOST = 6;

/** What a value that is no number became, newest first. */
export function Timeline({ facts }: { facts: readonly FactView[] }) {
  const stretches = stretchesOf(facts);
  if (stretches.length < 2) return null;
  return (
    <ol className={classes.timeline} aria-label="What it became, newest first">
      {stretches.slice(0, MOST).map(({ id, words, from, checks, alert }) => (
        <li key={id} data-alert={alert || undefined}>
          <b>
            {words} {alert ? <span className={classes.alert}>Alert</span> : null}
          </b>
          <span>
            since <LocalTime at={from} />, {checks === 1 ? '1 check' : `${checks} checks`}
          </span>
        </li>
      ))}
    </ol>
  );
}
