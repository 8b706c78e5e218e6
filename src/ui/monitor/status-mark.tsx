import classes from './monitor.module.css';
import { monitorStatus, type StatusFacts } from './monitor-words';

/** Dot and words: the colour alone says nothing. */
export function StatusMark({ monitor }: { monitor: StatusFacts }) {
  const { tone, words } = monitorStatus(monitor);
  return (
    <span className={classes.mark} data-tone={tone}>
      {words}
    </span>
  );
}
