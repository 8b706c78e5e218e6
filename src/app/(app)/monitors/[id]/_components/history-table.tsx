import type { FactView } from '@/trpc/monitor-view';
import { LocalTime } from '@/ui/time/time-ago';
import { changeWords, factWords } from './fact-words';
import classes from './monitor-detail.module.css';

/** Every fact: when, what, how it differs, whether it was told, and why or why not. */
export function HistoryTable({ facts }: { facts: readonly FactView[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.wide} aria-label="All values" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Value</th>
            <th scope="col">Change</th>
            <th scope="col">Decision</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.id}>
              <td className="figures">
                <LocalTime at={fact.extractedAt} />
              </td>
              <td className={classes.value}>{factWords(fact)}</td>
              <td className="figures">{changeWords(fact)}</td>
              <td className={classes.why}>
                {fact.triggeredAlert ? <span className={classes.alert}>Alert</span> : null} {decisionOf(fact)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The badge says "Alert" already. */
function decisionOf({ sentence, triggeredAlert }: FactView): string {
  const rest = triggeredAlert ? sentence.replace(/^Alert:\s*/, '') : sentence;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
