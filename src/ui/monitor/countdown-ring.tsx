import { LIMITS } from '@/domain/limits';
import classes from './monitor.module.css';

const RADIUS = 6.5;
const ROUND = 2 * Math.PI * RADIUS;

/** A ring that empties as the wait goes on. The seconds stand beside it in words. */
export function CountdownRing({ secondsLeft }: { secondsLeft: number }) {
  const part = Math.min(1, (secondsLeft * 1_000) / LIMITS.refreshIntervalMs);
  return (
    <svg className={classes.ring} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" data-testid="ring">
      <circle cx="8" cy="8" r={RADIUS} className={classes.ringWhole} />
      <circle cx="8" cy="8" r={RADIUS} strokeDasharray={ROUND} strokeDashoffset={ROUND * (1 - part)} />
    </svg>
  );
}
