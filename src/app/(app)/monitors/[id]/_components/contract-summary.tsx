import { Card } from '@mantine/core';
import { conditionIn } from '@/domain/trigger/sentence-locale';
import type { MonitorView } from '@/trpc/monitor-view';
import { SourceLink } from '@/ui/evidence/source';
import { useLocale } from '@/ui/locale';
import { LocalTime } from '@/ui/time/clock';
import classes from './monitor-detail.module.css';

/** How a trigger's memory stands, in words. */
function memoryWords({ type, armed, lastChecked, told }: MonitorView): string {
  if (type === 'change') return 'Each check is compared with the value at the last alert, or the first one read.';
  if (armed)
    return lastChecked === null
      ? 'Armed: it fires once when the condition is true.'
      : 'Armed: it fires when this becomes true.';
  return told
    ? 'Fired: it re-arms when the condition is false again.'
    : 'True already when you saved it: it re-arms when the condition is false.';
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

/** The trigger, and what the monitor was made of. */
export function ContractSummary({ monitor }: { monitor: MonitorView }) {
  const { evaluationCount, triggerCount, triggerCondition, extractedFact: fact } = monitor;
  const locale = useLocale();
  return (
    <Card component="section" aria-labelledby="contract">
      <h2 className={classes.cardTitle} id="contract">
        What it waits for
      </h2>
      <p className={classes.trigger}>{conditionIn(locale, { triggerCondition, fact })}</p>
      <dl className={classes.terms}>
        <div>
          <dt>Memory</dt>
          <dd>{memoryWords(monitor)}</dd>
        </div>
        <div>
          <dt>Your sentence</dt>
          <dd>“{monitor.prompt}”</dd>
        </div>
        <div>
          <dt>{monitor.sources.length > 1 ? 'Pages, in order' : 'Page'}</dt>
          {monitor.sources.map((source) => (
            <dd key={source}>
              <SourceLink address={source} full />
            </dd>
          ))}
        </div>
        <div>
          <dt>So far</dt>
          <dd>
            {evaluationCount === 0 ? 'Not checked yet' : `Checked ${times(evaluationCount)}`}
            {evaluationCount === 0 ? '' : triggerCount === 0 ? ', no alert' : `, alerted ${times(triggerCount)}`}.
            {' Made '}
            <LocalTime at={monitor.createdAt} />.
          </dd>
        </div>
      </dl>
    </Card>
  );
}
