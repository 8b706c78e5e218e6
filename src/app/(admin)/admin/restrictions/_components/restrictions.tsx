'use client';

import { Badge, Button, Skeleton, Switch, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PAGE_SIZE } from '@/domain/limits';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import { LoadMore } from '@/ui/shell/load-more';
import { LocalTime, useClock } from '@/ui/time/clock';
import { useLiftRestrictions } from '../../_components/admin-cache';
import { RESTRICTION_WORDS } from '../../_components/restriction-words';
import classes from './restrictions.module.css';

type RestrictionView = RouterOutputs['admin']['restrictions']['list']['restrictions'][number];

/** Who is restricted or was, newest first. */
export function Restrictions() {
  const trpc = useTRPC();
  const [live, setLive] = useState(false);
  const list = useInfiniteQuery(
    trpc.admin.restrictions.list.infiniteQueryOptions(
      { live, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const restrictions = list.data?.pages.flatMap((page) => page.restrictions) ?? [];
  return (
    <>
      <Switch
        label="Only those that hold now"
        mb="md"
        checked={live}
        onChange={(event) => setLive(event.currentTarget.checked)}
      />
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={180} radius="lg" /> : null}
      {list.data && restrictions.length === 0 ? (
        <Text c="dimmed">{live ? 'Nobody is restricted.' : 'Nobody has been restricted.'}</Text>
      ) : null}
      {restrictions.length > 0 ? (
        <ul className={classes.list}>
          {restrictions.map((restriction) => (
            <Row key={restriction.id} restriction={restriction} />
          ))}
        </ul>
      ) : null}
      <LoadMore list={list} />
    </>
  );
}

function Row({ restriction }: { restriction: RestrictionView }) {
  const { userId, email, name, kind, pattern, reason, seen, setBy, startsAt, endsAt, liftedAt, liftedBy } = restriction;
  const over = useClock((now) => now >= endsAt.getTime()) || liftedAt !== null;
  const { liftRestrictions, pending } = useLiftRestrictions({ id: userId, name });
  return (
    <li className={classes.restriction}>
      <div className={classes.who}>
        <div className={classes.name}>
          {name}
          <Badge variant="dot" color={over ? 'gray' : 'red'} tt="none" fw={500}>
            {liftedAt ? 'Lifted' : over ? 'Over' : 'Restricted'}
          </Badge>
        </div>
        <div>{email}</div>
        <div className={classes.facts}>{RESTRICTION_WORDS[kind]}</div>
        <div className={classes.facts}>{reason}</div>
        <div className={classes.facts}>
          By {pattern === 'admin' ? (setBy ?? 'an admin who is gone') : `code, which counted ${seen}`} · since{' '}
          <LocalTime at={startsAt} /> · until <LocalTime at={endsAt} />
          {liftedAt ? (
            <>
              {' '}
              · lifted <LocalTime at={liftedAt} /> by {liftedBy ?? 'an admin who is gone'}
            </>
          ) : null}
        </div>
      </div>
      {over ? null : (
        <Button
          size="xs"
          variant="default"
          loading={pending}
          aria-label={`Lift the restrictions of ${name}`}
          onClick={liftRestrictions}
        >
          Lift
        </Button>
      )}
    </li>
  );
}
