'use client';

import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { notify } from '@/ui/notify';
import { LocalTime } from '@/ui/time/clock';
import { useRefetchAdmin } from '../../_components/admin-cache';
import type { RuleView } from './alert-words';
import classes from './alerts.module.css';

/** The silences of a rule that hold, each with the way to lift it. */
export function Silences({ silences }: Pick<RuleView, 'silences'>) {
  return silences.map((silence) => <Row key={silence.id} silence={silence} />);
}

function Row({ silence }: { silence: RuleView['silences'][number] }) {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const lift = useMutation(
    trpc.admin.alerts.liftSilence.mutationOptions({
      onSettled: refetch,
      onError: (error) => notify({ color: 'red', title: 'Nothing was changed', message: readFailure(error).message }),
      onSuccess: () => notify({ message: 'The silence is lifted.' }),
    }),
  );
  const { id, subject, reason, until } = silence;
  return (
    <div className={classes.facts} data-testid="silence">
      Silent until <LocalTime at={until} />
      {subject ? ` for ${subject}` : ''}: “{reason}”{' '}
      <Button
        size="compact-xs"
        variant="subtle"
        loading={lift.isPending}
        aria-label={`Lift the silence: ${reason}`}
        onClick={() => lift.mutate({ id })}
      >
        Lift
      </Button>
    </div>
  );
}
