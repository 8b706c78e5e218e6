import { textDifference } from '@/domain/value/difference';
import { DifferenceBlock } from '@/ui/evidence/difference';
import classes from './edit-monitor.module.css';

/** One thing that a change makes different. */
export interface Difference {
  label: string;
  before: string;
  after: string;
}

/** Longer texts are shown by the words that differ. */
const LONG = 60;

/** What will be different once it is saved: before and after, thing by thing. */
export function BeforeAfter({ differences }: { differences: readonly Difference[] }) {
  return (
    <dl className={classes.differences} aria-label="What will be different">
      {differences.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {before.length > LONG || after.length > LONG ? (
              <DifferenceBlock difference={{ kind: 'text', parts: textDifference(before, after, { context: 60 }) }} />
            ) : (
              <>
                <del>{before}</del> <span aria-hidden="true">→</span> <ins>{after}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
