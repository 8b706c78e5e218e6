import { Alert } from '@mantine/core';

/** What went wrong with a whole form. Read aloud when it appears. */
export function FormAlert({ message }: { message: string | null }) {
  return (
    <div role="alert">
      {message === null ? null : (
        <Alert color="red" variant="light">
          {message}
        </Alert>
      )}
    </div>
  );
}
