'use client';

import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { FailureAlert } from '@/ui/form/failure-alert';
import { Hint } from '@/ui/help/hint';
import type { Preview } from '../use-previews';
import { ChoiceList } from './choice-list';
import { PagePicture } from './page-picture';
import classes from './pointing.module.css';
import { type Page, usePointing } from './use-pointing';

const FIRST = 5;

interface PointCardProps {
  previewId: string;
  monitorId: string | undefined;
  page: Page;
  onChosen: (reading: NonNullable<Preview['reading']>) => void;
}

/** The page's picture with what could be meant, and the same as a list: one press chooses. */
export function PointCard({ previewId, monitorId, page, onChosen }: PointCardProps) {
  const pointing = usePointing(previewId, onChosen, monitorId);
  const [all, setAll] = useState(false);
  const { picture, candidates } = page;
  const shown = all ? candidates : candidates.slice(0, FIRST);
  const { text } = pointing;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        pointing.take();
      }}
    >
      <Hint about="asking" />
      <div className={classes.sides}>
        <ChoiceList
          shown={shown}
          more={candidates.length - shown.length}
          onMore={() => setAll(true)}
          pointing={pointing}
        />
        {picture ? <PagePicture picture={picture} shown={shown} pointing={pointing} /> : null}
      </div>
      <FailureAlert failure={pointing.failure} />
      <Group gap="md">
        <Button type="submit" loading={pointing.pending} disabled={!pointing.canTake}>
          Take this one
        </Button>
        <Text size="sm" c="dimmed" flex={1} miw={180} role="status">
          {text ? `You point at “${text.text.slice(0, 80)}”.` : 'It will be found again where it stands on the page.'}
        </Text>
      </Group>
    </form>
  );
}
