import { Alert } from '@mantine/core';

/** What went wrong with a whole form; nothing when nothing did. Read aloud when it appears. */
export function FormAlert({ message }: { message: string | null }) {
  if (message === null) return null;
  return (
    <Alert color="red" variant="light" role="alert">
      {message}
    </Alert>
  );
}
