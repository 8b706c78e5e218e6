import type { Outcome } from '@/domain/outcome';
import type { FactValue } from '@/domain/value/value';
import { useLocale } from '../locale';
import { Flash } from './check-progress';
import classes from './monitor.module.css';
import { type Meaning, valueHeadline } from './monitor-words';

interface BigValueProps {
  value: FactValue | null;
  outcome: Outcome | null;
  testId: string;
  /** Entries of a list that are shown before "and … more"; none shows their number alone. */
  most?: number;
  /** Checks that ended on this page; the value lights up at each. */
  flashes?: number;
  /** What a yes or no means. */
  meaning?: Meaning | undefined;
}

/** The value that a page is about, with the entries of a list below. */
export function BigValue({ value, outcome, testId, most = 3, flashes = 0, meaning }: BigValueProps) {
  const { words, items, size } = valueHeadline(value, outcome, { meaning, locale: useLocale() });
  const hidden = items.length - most;
  return (
    <div>
      <div className={classes.value} data-size={size} data-empty={value === null || undefined}>
        <Flash count={flashes}>
          <span data-testid={testId}>{words}</span>
        </Flash>
      </div>
      {items.length > 0 && most > 0 ? (
        <ul className={classes.items}>
          {items.slice(0, most).map((item) => (
            <li key={item}>{item}</li>
          ))}
          {hidden > 0 ? <li className={classes.more}>and {hidden} more</li> : null}
        </ul>
      ) : null}
    </div>
  );
}
