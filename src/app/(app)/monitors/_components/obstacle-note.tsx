import { Alert, Button, Group, Text } from '@mantine/core';
import type { Preview } from './use-previews';

type Obstacle = NonNullable<NonNullable<Preview['reading']>['obstacle']>;

interface ObstacleNoteProps {
  obstacle: Obstacle;
  disabled: boolean;
  /** The ways out that there are. */
  onUnit: ((unit: string) => void) | null;
  onCorrect: (() => void) | null;
  onPoint: (() => void) | null;
}

/** Why a preview cannot be saved as it is, with each way out one press away. */
export function ObstacleNote({ obstacle, disabled, onUnit, onCorrect, onPoint }: ObstacleNoteProps) {
  const { message, unit } = obstacle;
  return (
    <Alert variant="light" color="yellow" mt="md">
      <Text fw={600} mb={4}>
        Correct this before you save it
      </Text>
      <Text size="sm">{message}</Text>
      <Group gap="xs" mt="sm">
        {unit !== null && onUnit !== null ? (
          <Button size="xs" disabled={disabled} onClick={() => onUnit(unit)}>
            Wait for an amount in {unit}
          </Button>
        ) : null}
        {onCorrect === null ? null : (
          <Button size="xs" variant="default" disabled={disabled} onClick={onCorrect}>
            Correct it
          </Button>
        )}
        {onPoint === null ? null : (
          <Button size="xs" variant="default" disabled={disabled} onClick={onPoint}>
            Point at another value
          </Button>
        )}
      </Group>
    </Alert>
  );
}
