'use client';

import { Group, Text } from '@mantine/core';
import { notDoneWords, outcomeWords } from '@/domain/trigger/outcome-words';
import { sentenceIn } from '@/domain/trigger/sentence-locale';
import type { FailureView } from '@/trpc/history-view';
import type { MonitorView } from '@/trpc/monitor-view';
import { SourceLink } from '@/ui/evidence/source';
import { useLocale } from '@/ui/locale';
import { LinkButton } from '@/ui/shell/link-button';
import { stepsAfter } from './failure-words';
import classes from './history.module.css';
import { Refused } from './refused';
import { useDetails } from './use-details';

/** What a check met instead of a value, what it did not do, and what to try. */
export function FailureDetails({ failure, monitor }: { failure: FailureView; monitor: MonitorView }) {
  const { outcome, message, source, at } = failure;
  const locale = useLocale();
  const { data } = useDetails(monitor.id, { id: failure.id, at });
  return (
    <div className={classes.details}>
      <Text>{message ?? sentenceIn(locale, failure.sentence)}</Text>
      <Met failure={failure} />
      {source === null ? null : (
        <p className={classes.caption}>
          Looked at <SourceLink address={source} full />
        </p>
      )}
      <dl className={classes.terms}>
        <div>
          <dt>What was not done</dt>
          <dd>{notDoneWords(outcome, failure.chargeReturned)}</dd>
        </div>
        <div>
          <dt>What to try</dt>
          <dd>{outcomeWords(outcome).advice}</dd>
        </div>
      </dl>
      <Steps failure={failure} monitor={monitor} />
      <Refused refused={data?.refused ?? []} title="Considered, and not sure enough" />
    </div>
  );
}

/** The page as it was then, as far as there was one. */
function Met({ failure: { shown, pictureUrl } }: { failure: FailureView }) {
  if (shown === null && pictureUrl === null) return null;
  return (
    <figure className={classes.met}>
      <figcaption className={classes.part}>What the page showed</figcaption>
      {shown === null ? null : (
        <blockquote>
          {shown.title === '' ? null : <b>{shown.title}</b>}
          {shown.text}
        </blockquote>
      )}
      {pictureUrl === null ? null : (
        // biome-ignore lint/performance/noImgElement: a private picture, which no optimizer may fetch
        <img src={pictureUrl} alt="The page as it was then, its heading framed" data-testid="failure-picture" />
      )}
    </figure>
  );
}

function Steps({ failure, monitor }: { failure: FailureView; monitor: MonitorView }) {
  const steps = stepsAfter(failure.outcome, monitor.isActive);
  if (steps.length === 0) return null;
  return (
    <Group gap="sm">
      {steps.map(({ words, path }, at) => (
        <LinkButton
          key={words}
          href={`/monitors/${monitor.id}${path}`}
          variant={at === 0 ? 'light' : 'default'}
          size="xs"
        >
          {words}
        </LinkButton>
      ))}
    </Group>
  );
}
