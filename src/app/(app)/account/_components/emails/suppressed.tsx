import { Alert, Anchor, Text } from '@mantine/core';
import type { RouterOutputs } from '@/trpc/root';
import { WHY_SUPPRESSED } from '@/ui/email/suppression-words';
import { LocalTime } from '@/ui/time/clock';

interface SuppressedProps {
  email: string;
  suppression: NonNullable<RouterOutputs['emails']['preferences']['suppression']>;
}

/** Says that the person's address gets no email, why, since when, and what mends it. */
export function Suppressed({ email, suppression: { reason, detail, since } }: SuppressedProps) {
  const what = reason === 'unsubscribe' ? 'no alerts' : 'no emails';
  return (
    <Alert color="red" variant="light" role="alert" title={`${email} gets ${what} from us`}>
      <Text size="sm">
        {WHY_SUPPRESSED[reason]} That was on <LocalTime at={since} />.
      </Text>
      {detail ? (
        <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
          Its server said: “{detail}”
        </Text>
      ) : null}
      <Text size="sm" mt={4}>
        Your alerts are in your inbox all the same. To get emails again,{' '}
        <Anchor href="#email" underline="always" size="sm">
          move to another address
        </Anchor>
        , or write to us once this one works.
      </Text>
    </Alert>
  );
}
