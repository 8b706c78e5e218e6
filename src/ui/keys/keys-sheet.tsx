'use client';

import { Modal, Switch, Text } from '@mantine/core';
import { Fragment, useState } from 'react';
import classes from './keys.module.css';
import { areKeysOff, turnKeys } from './use-keys';

const GROUPS: readonly { title: string; keys: readonly (readonly [keys: readonly string[], does: string])[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      [['Ctrl', 'K'], 'Go anywhere, do anything (⌘ K on a Mac)'],
      [['?'], 'This list'],
    ],
  },
  {
    title: 'My monitors',
    keys: [
      [['n'], 'New monitor'],
      [['j'], 'To the next card'],
      [['k'], 'To the card before'],
      [['Enter'], 'Open it'],
      [['r'], 'Check it now'],
      [['e'], 'Edit it'],
      [['x'], 'Select it'],
      [['/'], 'Search'],
    ],
  },
];

/** The list of keys, and the way to turn single keys off. */
export function KeysSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [on, setOn] = useState(!areKeysOff());
  const turn = (next: boolean) => {
    turnKeys(next);
    setOn(next);
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<Text fw={650}>Keys</Text>}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      {GROUPS.map(({ title, keys }) => (
        <Fragment key={title}>
          <h3 className={classes.title}>{title}</h3>
          <dl className={classes.keys}>
            {keys.map(([pressed, does]) => (
              <div key={does}>
                <dt>
                  {pressed.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Fragment>
      ))}
      <Switch mt="md" label="Single keys" checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
      <Text size="sm" c="dimmed" mt={4}>
        Kept in this browser. Ctrl K works in any case.
      </Text>
    </Modal>
  );
}
