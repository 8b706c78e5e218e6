'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';

interface DiscardAllProps {
  total: number;
  opened: boolean;
  onClose: () => void;
  onDiscard: () => void;
}

/** Asks once before all of it is put aside: what is not tried again is not carried out. */
export function DiscardAll({ total, opened, onClose, onDiscard }: DiscardAllProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Put all ${total.toLocaleString('en')} aside?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <Stack>
        <Text>
          They are shown no more and not tried again: emails that were given up are never sent, exports never made. It
          stands in the audit. At most 500 are put aside at once.
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button
            onClick={() => {
              onDiscard();
              onClose();
            }}
          >
            Put aside
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
