'use client';

import { Alert, Button, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isFailure } from '@/domain/outcome';
import { FormAlert } from '@/ui/form/form-alert';
import { ContractCard, Otherwise } from './contract-card';
import { CorrectContract, NotUnderstood } from './correction/correct-contract';
import { PointCard } from './pointing/point-card';
import classes from './preview-pane.module.css';
import { ReadingCard } from './reading-card';
import { SourceProposals } from './source-proposals';
import type { Composer, Preview } from './use-composer';

/** What stands in the place of the preview before there is one. */
function Before() {
  return (
    <Card>
      <ol className={classes.steps}>
        <li>
          <b>See what was understood</b>
          <span>Which fact, on which page, and when you will be told. Nothing is saved yet.</span>
        </li>
        <li>
          <b>See what the page says now</b>
          <span>The value with its quote and a picture, and what was not taken for it, with reasons.</span>
        </li>
        <li>
          <b>Save it, and check whenever you like</b>
          <span>You get one mail when your condition becomes true, not one at every check.</span>
        </li>
      </ol>
    </Card>
  );
}

/** Says that something happens, and how long it may last. */
function Waiting() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Card>
      <Stack gap="md">
        <Group justify="space-between">
          <Text fw={600} role="status">
            {seconds < 8 ? 'Loading the page…' : 'Still loading the page. Slow ones take up to 30 s.'}
          </Text>
          <Text size="sm" c="dimmed" className="figures" aria-hidden="true">
            {seconds} s
          </Text>
        </Group>
        <Skeleton height={22} width="70%" />
        <Skeleton height={14} width="45%" />
        <Skeleton height={120} radius="md" />
      </Stack>
    </Card>
  );
}

function Clarify({ preview, onChoose }: { preview: Preview; onChoose: (prompt: string) => void }) {
  const { clarification } = preview.interpretation;
  if (clarification === null) return null;
  return (
    <Alert variant="light" title={clarification.question}>
      <Group gap="xs" mt={4}>
        {clarification.choices.map(({ label, prompt }) => (
          <Button key={label} variant="default" size="xs" onClick={() => onChoose(prompt)}>
            {label}
          </Button>
        ))}
      </Group>
    </Alert>
  );
}

/** The picture is loaded by those only who open it. */
function Correct({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={classes.refused} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Not this one? Point at it</summary>
      {open ? <div className={classes.evidence}>{children}</div> : null}
    </details>
  );
}

/** Where nobody is sure the picture is open; where a value was read it stays at hand. */
function pointingAt(composer: Composer, preview: Preview): ReactNode {
  const { id, page, reading } = preview;
  if (id === null || page === null || reading === null) return null;
  const { monitorId, choose } = composer;
  const card = <PointCard key={id} previewId={id} monitorId={monitorId} page={page} onChosen={choose} />;
  if (isFailure(reading.outcome)) return card;
  return <Correct key={reading.quote}>{card}</Correct>;
}

interface ResultsProps {
  composer: Composer;
  preview: Preview;
  canCorrect: boolean;
}

function Results({ composer, preview, canCorrect }: ResultsProps) {
  const { draft, stale } = composer;
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each preview is announced by going to its heading
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [preview]);
  const again = (prompt: string) => composer.preview({ ...draft, prompt });
  return (
    <>
      <Title order={2} fz="h4" ref={title} tabIndex={-1} className={classes.title}>
        Preview
      </Title>
      {stale ? (
        <Alert variant="light" color="yellow" role="status">
          You changed the sentence or the page since. Press Preview again to see what it means now.
        </Alert>
      ) : null}
      {preview.isSure ? null : (
        <Alert variant="light" color="yellow" role="status">
          Your sentence may mean something else. See whether this is what you want, and correct it where it is not.
        </Alert>
      )}
      {canCorrect ? <Clarify preview={preview} onChoose={again} /> : null}
      <div className={classes.results} data-stale={stale || composer.isCorrecting || undefined}>
        <ContractCard preview={preview}>
          {canCorrect ? (
            <Otherwise
              alternatives={preview.alternatives}
              disabled={composer.pending}
              onChoose={(contract) => composer.preview(draft, contract)}
            />
          ) : null}
          {canCorrect ? (
            <CorrectContract key={JSON.stringify(preview.interpretation)} composer={composer} preview={preview} />
          ) : null}
        </ContractCard>
        {preview.reading === null ? (
          <SourceProposals composer={composer} />
        ) : (
          <ReadingCard
            reading={preview.reading}
            prompt={draft.prompt}
            onPick={canCorrect ? again : null}
            pointing={pointingAt(composer, preview)}
          />
        )}
      </div>
    </>
  );
}

interface PreviewPaneProps {
  composer: Composer;
  /** What stands there before the first preview. */
  before?: ReactNode;
  /** Whether what was understood may be put right by hand. */
  canCorrect?: boolean;
  children?: ReactNode;
}

/** Beside the form: what will be shown, what happens, what was found, and below it the way to save (`children`). */
export function PreviewPane({ composer, before = <Before />, canCorrect = true, children }: PreviewPaneProps) {
  const { pending, isCorrecting, failure, result, unread } = composer;
  const general = failure && Object.keys(failure.fields).length === 0 ? failure.message : null;
  const isNew = pending && !isCorrecting;
  return (
    <div className={classes.pane}>
      <FormAlert message={general} />
      {pending ? <Waiting /> : null}
      {isNew ? null : result ? (
        <Results composer={composer} preview={result} canCorrect={canCorrect} />
      ) : unread ? (
        <NotUnderstood key={unread.prompt} composer={composer} page={unread} />
      ) : (
        before
      )}
      {pending ? null : children}
    </div>
  );
}
