'use client';

import { Text } from '@mantine/core';
import { sentenceIn } from '@/domain/trigger/sentence-locale';
import { readFailure } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { DifferenceBlock } from '@/ui/evidence/difference';
import { FactEvidence } from '@/ui/evidence/fact-evidence';
import { locatorWords } from '@/ui/evidence/locator-words';
import { Hint } from '@/ui/help/hint';
import { useLocale } from '@/ui/locale';
import { differenceBetween } from './difference-between';
import { factWords } from './fact-words';
import type { FactRow } from './fold';
import classes from './history.module.css';
import { Refused } from './refused';
import { useDetails } from './use-details';

/** What proves a value, how it differs from the one before, how it was found, and what was not taken for it. */
export function FactDetails({ monitor, row: { fact, before } }: { monitor: MonitorView; row: FactRow }) {
  const { data, error } = useDetails(monitor.id, { id: fact.id, at: fact.extractedAt });
  const locale = useLocale();
  const difference = before === null ? null : differenceBetween(before.value, fact.value);
  return (
    <div className={classes.details}>
      {difference ? <DifferenceBlock difference={difference} /> : null}
      <FactEvidence fact={fact} testId="row-picture" />
      <dl className={classes.terms}>
        <div>
          <dt>Why</dt>
          <dd>{sentenceIn(locale, fact.sentence)}</dd>
        </div>
        {before === null ? null : (
          <div>
            <dt>Before</dt>
            <dd>{factWords(before, monitor.property, locale)}</dd>
          </div>
        )}
        <div>
          <dt>How it is found again</dt>
          <dd>
            {data ? locatorWords(data.locator) : '…'}
            <Hint about="recipe" />
          </dd>
        </div>
        <div>
          <dt>How sure</dt>
          <dd>{sureWords(fact.confidence)}</dd>
        </div>
      </dl>
      {error ? <Text size="sm">{readFailure(error).message}</Text> : null}
      <Refused refused={data?.refused ?? []} title="Not taken" />
    </div>
  );
}

/** Rounded down: only what two ways of reading agreed about is certain. */
function sureWords(confidence: number): string {
  return confidence >= 1
    ? 'Two ways of reading agreed'
    : `${Math.floor(confidence * 100)} of 100 such readings are right`;
}
