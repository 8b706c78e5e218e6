'use client';

import { Badge, Button, Skeleton, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { PAGE_SIZE } from '@/domain/limits';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import { LoadMore } from '@/ui/shell/load-more';
import { LocalTime } from '@/ui/time/time-ago';
import { useRefetchAdmin } from '../../_components/use-refetch-admin';
import { AddForm } from './add-form';
import classes from './whitelist.module.css';

type EntryView = RouterOutputs['admin']['whitelist']['entries'][number];

/** The addresses that are let in when they register, newest first, with the way to add and to revoke one. */
export function Whitelist() {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.admin.whitelist.infiniteQueryOptions(
      { limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <AddForm />
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={180} radius="lg" /> : null}
      {list.data && entries.length === 0 ? <Text c="dimmed">No address is on the list yet.</Text> : null}
      {entries.length > 0 ? (
        <ul className={classes.list}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      ) : null}
      <LoadMore list={list} />
    </>
  );
}

function Entry({ entry: { id, email, addedAt, addedBy, isActive } }: { entry: EntryView }) {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const revoke = useMutation(
    trpc.admin.revokeFromWhitelist.mutationOptions({
      onSettled: refetch,
      onError: (error) =>
        notifications.show({ color: 'red', title: 'Not revoked', message: readFailure(error).message }),
      onSuccess: () =>
        notifications.show({ message: `${email} is off the list. Who has registered with it stays in.` }),
    }),
  );
  return (
    <li className={classes.entry}>
      <div className={classes.who}>
        <div className={classes.email} data-revoked={!isActive}>
          {email}
        </div>
        <div className={classes.facts}>
          Added <LocalTime at={addedAt} />
          {addedBy ? ` by ${addedBy}` : null}
        </div>
      </div>
      {isActive ? (
        <Button
          size="xs"
          variant="default"
          loading={revoke.isPending}
          aria-label={`Revoke ${email}`}
          onClick={() => revoke.mutate({ id })}
        >
          Revoke
        </Button>
      ) : (
        <Badge variant="dot" color="gray" tt="none" fw={500}>
          Revoked
        </Badge>
      )}
    </li>
  );
}
