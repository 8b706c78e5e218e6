'use client';

import { Text } from '@mantine/core';
import type { FactView, MonitorView } from '@/trpc/monitor-view';
import { DifferenceBlock } from '@/ui/evidence/difference';
import { FactEvidence } from '@/ui/evidence/fact-evidence';
import { useLocale } from '@/ui/locale';
import { LocalTime } from '@/ui/time/clock';
import { apartWords, turnWords } from './comparison-words';
import { differenceBetween } from './difference-between';
import { factWords } from './fact-words';
import classes from './history.module.css';

interface ComparisonProps {
  monitor: MonitorView;
  /** Newest first. */
  facts: readonly FactView[];
  ids: readonly string[];
}

/** Two checks beside each other, the earlier first, and what lies between them. */
export function Comparison({ monitor, facts, ids }: ComparisonProps) {
  const locale = useLocale();
  const [later, earlier] = facts.filter(({ id }) => ids.includes(id));
  if (!later || !earlier) {
    return (
      <Text size="sm" role="status" className={classes.hint}>
        {ids.length === 0 ? 'Choose two checks below.' : 'Choose one more.'}
      </Text>
    );
  }
  const difference = differenceBetween(earlier.value, later.value);
  return (
    <section className={classes.comparison} aria-label="Two checks compared">
      <p role="status" className={classes.turn}>
        <b>{turnWords(earlier, later, monitor.property, locale)}</b>{' '}
        <span>{apartWords(earlier.extractedAt, later.extractedAt)}</span>
      </p>
      {difference ? <DifferenceBlock difference={difference} /> : null}
      <div className={classes.sides}>
        {[earlier, later].map((fact) => (
          <div key={fact.id}>
            <p className={classes.side}>
              <b>{factWords(fact, monitor.property, locale)}</b>
              <LocalTime at={fact.extractedAt} />
            </p>
            <FactEvidence fact={fact} testId="compared-picture" />
          </div>
        ))}
      </div>
    </section>
  );
}
