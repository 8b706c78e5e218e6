'use client';

import { Button, Card, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { type FailureOutcome, isFailure, isForPerson } from '@/domain/outcome';
import { NOTHING_SAVED, outcomeWords } from '@/domain/trigger/outcome-words';
import { sentenceIn } from '@/domain/trigger/sentence-locale';
import { formatValue } from '@/domain/value/fact-value';
import { Evidence } from '@/ui/evidence/evidence';
import { readerWords } from '@/ui/evidence/evidence-words';
import { SourceLink } from '@/ui/evidence/source';
import { useLocale } from '@/ui/locale';
import { BigValue } from '@/ui/monitor/big-value';
import { promptNaming } from './composer-words';
import classes from './preview-pane.module.css';
import type { Preview } from './use-previews';

type Reading = NonNullable<Preview['reading']>;
type Candidate = Reading['candidates'][number];

const UNSURE = 'The page shows more than one value that could be meant.';

/** What was considered and left, with the reasons. */
function NotTaken({ refused }: { refused: readonly Candidate[] }) {
  if (refused.length === 0) return null;
  return (
    <details className={`${classes.more} ${classes.refused}`}>
      <summary>
        Not taken: {refused.length} other {refused.length === 1 ? 'value' : 'values'}
      </summary>
      <ul>
        {refused.map((candidate, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page may say the same twice; the list never changes
          <li key={index}>
            <span>{candidate.quote}</span>
            <span>{candidate.reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Two or more could be meant: each that has a name is one press away. */
function Candidates({ reading, prompt, onPick }: ReadingCardProps) {
  const locale = useLocale();
  const shown = ({ value, quote }: Candidate) => (value === null ? quote : formatValue(value, { locale }));
  return (
    <Stack gap="sm">
      <Text fz="lg" fw={600}>
        Which one do you mean?
      </Text>
      <ul className={classes.candidates}>
        {reading.candidates.map((candidate) => {
          const chosen = promptNaming(prompt, candidate);
          return (
            <li key={`${candidate.quote} ${candidate.reason}`}>
              <b>{shown(candidate).slice(0, 60)}</b>
              <span>{candidate.reason}</span>
              {chosen === null || onPick === null ? null : (
                <Button variant="light" size="compact-sm" onClick={() => onPick(chosen)}>
                  This one
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Text size="sm" c="dimmed">
        Say it in your sentence, with the words that stand beside it on the page.
      </Text>
    </Stack>
  );
}

/** What happened, what was not done, what to try. */
function Failed({ outcome, message }: { outcome: FailureOutcome; message: string | null }) {
  const { short, advice } = outcomeWords(outcome);
  return (
    <Stack gap={6}>
      <Text fz="lg" fw={600} c="var(--mantine-color-error)">
        {short}
      </Text>
      {message === null ? null : <Text>{message}</Text>}
      <Text size="sm">{NOTHING_SAVED}</Text>
      <Text c="dimmed" size="sm">
        {advice}
      </Text>
    </Stack>
  );
}

function Found({ reading }: { reading: Reading }) {
  const { value, outcome, sentence, wouldFire, obstacle } = reading;
  const locale = useLocale();
  return (
    <>
      <BigValue value={value} outcome={outcome} testId="preview-value" most={12} />
      {obstacle?.reason === 'not_comparable' ? null : (
        <p className={classes.sentence} data-alert={wouldFire || undefined}>
          {sentenceIn(locale, sentence)}
        </p>
      )}
    </>
  );
}

interface ReadingCardProps {
  reading: Reading;
  /** The sentence that was previewed, and what is done with one that says more; null where it stays. */
  prompt: string;
  onPick: ((prompt: string) => void) | null;
  /** What stands against saving it, if anything does. */
  note: ReactNode;
  /** The picture to point at; null where nothing can be. */
  pointing: ReactNode;
}

/** What the page says now, with its proof, and what that would mean. */
export function ReadingCard(props: ReadingCardProps) {
  const { reading, note, pointing } = props;
  const { outcome, quote, crop, source, reader, message } = reading;
  return (
    <Card component="section" aria-labelledby="reading">
      <Title order={3} fz="sm" c="dimmed" fw={600} mb="xs" id="reading">
        What the page says now
      </Title>
      {pointing !== null && isForPerson(outcome) ? (
        <Stack gap="sm">
          <Text fz="lg" fw={600}>
            Which one do you mean?
          </Text>
          <Text c="dimmed" size="sm">
            {reading.candidates.length > 0 || message === null ? UNSURE : message}
          </Text>
        </Stack>
      ) : reading.candidates.length > 0 ? (
        <Candidates {...props} />
      ) : isFailure(outcome) ? (
        <Failed outcome={outcome} message={message} />
      ) : (
        <Found reading={reading} />
      )}
      {note}
      {quote === null ? null : (
        <div className={classes.within}>
          <Evidence quote={quote} picture={crop} testId="preview-picture">
            Read on <SourceLink address={source} />
            {reader === null ? null : <>, {readerWords(reader)}</>}
          </Evidence>
        </div>
      )}
      {pointing === null ? null : <div className={classes.within}>{pointing}</div>}
      <NotTaken refused={reading.refused} />
    </Card>
  );
}
