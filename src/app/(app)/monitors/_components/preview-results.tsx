'use client';

import { Alert, Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isFailure } from '@/domain/outcome';
import { ContractCard, Otherwise } from './contract-card';
import { CorrectContract } from './correction/correct-contract';
import { correctionOf, fieldsOf } from './correction/correction-fields';
import { ObstacleNote } from './obstacle-note';
import { PointCard } from './pointing/point-card';
import classes from './preview-pane.module.css';
import { ReadingCard } from './reading-card';
import { SourceProposals } from './source-proposals';
import type { Composer } from './use-composer';
import type { Preview } from './use-previews';

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

/** What of a preview its person is changing. */
type Opened = 'contract' | 'place' | null;

interface Places {
  opened: Opened;
  open: (what: Opened) => void;
}

/** Where nobody is sure the picture is open; where a value was read it stays at hand, loaded when it is opened. */
function pointingAt(composer: Composer, preview: Preview, { opened, open }: Places): ReactNode {
  const { id, page, reading } = preview;
  if (id === null || page === null || reading === null) return null;
  const chosen = (choice: Parameters<Composer['choose']>[0]) => {
    open(null);
    composer.choose(choice);
  };
  const card = <PointCard key={id} previewId={id} monitorId={composer.monitorId} page={page} onChosen={chosen} />;
  if (isFailure(reading.outcome)) return card;
  const isOpen = opened === 'place';
  const toggled = (now: boolean) => now !== isOpen && open(now ? 'place' : null);
  return (
    <details className={classes.more} open={isOpen} onToggle={(event) => toggled(event.currentTarget.open)}>
      <summary>Not this one? Point at it</summary>
      {isOpen ? <div className={classes.within}>{card}</div> : null}
    </details>
  );
}

interface ResultsProps {
  composer: Composer;
  preview: Preview;
  canCorrect: boolean;
}

/** What was understood and what was read, each with the way to put it right. */
export function PreviewResults({ composer, preview, canCorrect }: ResultsProps) {
  const { draft, stale } = composer;
  const [opened, open] = useState<Opened>(null);
  const places = { opened, open };
  const again = (prompt: string) => composer.preview({ ...draft, prompt });
  const { reading } = preview;
  return (
    <>
      {stale ? (
        <Alert variant="light" color="yellow" role="status">
          You changed the sentence or the page since. Press Preview again to see what it means now.
        </Alert>
      ) : null}
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
            <CorrectContract
              composer={composer}
              preview={preview}
              opened={opened === 'contract'}
              onOpen={(now) => open(now ? 'contract' : null)}
            />
          ) : null}
        </ContractCard>
        {reading === null ? (
          <SourceProposals composer={composer} />
        ) : (
          <ReadingCard
            reading={reading}
            prompt={draft.prompt}
            onPick={canCorrect ? again : null}
            note={<Note {...{ composer, preview, canCorrect, places }} />}
            pointing={pointingAt(composer, preview, places)}
          />
        )}
      </div>
    </>
  );
}

function Note({ composer, preview, canCorrect, places }: ResultsProps & { places: Places }) {
  const { interpretation, reading, page } = preview;
  if (!reading?.obstacle) return null;
  const inUnit = (unit: string) => {
    const fields = { ...fieldsOf(interpretation), unit };
    composer.preview(composer.draft, correctionOf(fields, interpretation.language));
  };
  return (
    <ObstacleNote
      obstacle={reading.obstacle}
      disabled={composer.pending || composer.stale}
      onUnit={canCorrect ? inUnit : null}
      onCorrect={canCorrect ? () => places.open('contract') : null}
      onPoint={page === null ? null : () => places.open('place')}
    />
  );
}
