'use client';

import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { formatValue } from '@/domain/fact-value';
import { isFailure } from '@/domain/outcome';
import { BigValue } from '@/ui/big-value';
import { Evidence } from '@/ui/evidence';
import { outcomeWords } from '@/ui/outcome-words';
import { readerWords } from '@/ui/reader-words';
import { SourceLink } from '@/ui/source-link';
import classes from './preview-pane.module.css';
import type { Preview } from './use-composer';

type Reading = NonNullable<Preview['reading']>;
type Candidate = Reading['candidates'][number];

const shown = ({ value, quote }: Candidate) => (value === null ? quote : formatValue(value));

/** What was considered and left, with the reasons. */
function NotTaken({ refused }: { refused: readonly Candidate[] }) {
  if (refused.length === 0) return null;
  return (
    <details className={classes.refused}>
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

/** Two or more could be meant: each is one press away. */
function Candidates({
  candidates,
  onPick,
}: {
  candidates: readonly Candidate[];
  onPick: (candidate: Candidate) => void;
}) {
  if (candidates.length === 0) return null;
  return (
    <Stack gap="xs" mt="md">
      <Text fw={600}>Which one do you mean?</Text>
      <Stack gap={6} align="stretch">
        {candidates.map((candidate) => (
          <Group key={`${candidate.quote} ${candidate.reason}`} gap="sm" wrap="nowrap">
            <Button variant="light" size="xs" onClick={() => onPick(candidate)}>
              {shown(candidate).slice(0, 60)}
            </Button>
            <Text size="sm" c="dimmed">
              {candidate.reason}
            </Text>
          </Group>
        ))}
      </Stack>
    </Stack>
  );
}

function Failed({ outcome, sentence }: { outcome: Parameters<typeof outcomeWords>[0]; sentence: string }) {
  const { short, advice } = outcomeWords(outcome);
  return (
    <Stack gap={6}>
      <Text fz="lg" fw={600} c="var(--mantine-color-error)">
        {short}
      </Text>
      <Text>{sentence}</Text>
      <Text c="dimmed" size="sm">
        {advice}
      </Text>
    </Stack>
  );
}

/** What the page says now, with its proof, and what that would mean. */
export function ReadingCard({ reading, onPick }: { reading: Reading; onPick: (candidate: Candidate) => void }) {
  const { outcome, value, quote, crop, sentence, source, reader } = reading;
  return (
    <Card component="section" aria-labelledby="reading">
      <Title order={3} fz="sm" c="dimmed" fw={600} mb="xs" id="reading">
        What the page says now
      </Title>
      {isFailure(outcome) ? (
        <Failed outcome={outcome} sentence={sentence} />
      ) : (
        <>
          <BigValue value={value} outcome={outcome} testId="preview-value" most={12} />
          <p className={classes.sentence} data-alert={reading.wouldFire || undefined}>
            {sentence}
          </p>
        </>
      )}
      {quote === null ? null : (
        <div style={{ marginTop: '1rem' }}>
          <Evidence quote={quote} picture={crop} testId="preview-picture">
            Read on <SourceLink address={source} />
            {reader === null ? null : <>, {readerWords(reader)}</>}
          </Evidence>
        </div>
      )}
      <Candidates candidates={reading.candidates} onPick={onPick} />
      <NotTaken refused={reading.refused} />
    </Card>
  );
}
