'use client';

import { Badge, Button, Skeleton, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PAGE_SIZE } from '@/domain/limits';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { SUPPRESSED_BY } from '@/ui/email/suppression-words';
import { FormAlert } from '@/ui/form/form-alert';
import { LoadMore } from '@/ui/shell/load-more';
import { LocalTime } from '@/ui/time/clock';
import classes from './emails.module.css';
import { LiftModal } from './lift-modal';

type SuppressionView = RouterOutputs['admin']['emails']['suppressions']['suppressions'][number];

/** The addresses that get no more email, newest first, with the way to lift that. */
export function Suppressions() {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.admin.emails.suppressions.infiniteQueryOptions(
      { limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const suppressions = list.data?.pages.flatMap((page) => page.suppressions) ?? [];
  return (
    <section aria-labelledby="suppressions">
      <h2 className={classes.title} id="suppressions">
        Addresses that get no more email
      </h2>
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={180} radius="lg" /> : null}
      {list.data && suppressions.length === 0 ? <Text c="dimmed">All addresses get email.</Text> : null}
      {suppressions.length > 0 ? (
        <ul className={classes.list}>
          {suppressions.map((suppression) => (
            <Row key={suppression.id} suppression={suppression} />
          ))}
        </ul>
      ) : null}
      <LoadMore list={list} />
    </section>
  );
}

function Row({ suppression }: { suppression: SuppressionView }) {
  const [asking, setAsking] = useState(false);
  const { email, reason, detail, createdAt, userId } = suppression;
  return (
    <li className={classes.suppression}>
      <div className={classes.who}>
        <div className={classes.name}>
          {email}
          <Badge variant="dot" color="red" tt="none" fw={500}>
            {SUPPRESSED_BY[reason]}
          </Badge>
        </div>
        <div className={classes.facts}>
          Since <LocalTime at={createdAt} /> · {userId ? 'the address of an account' : 'nobody’s address any more'}
        </div>
        {detail ? <div className={classes.facts}>Its server said: “{detail}”</div> : null}
      </div>
      <Button size="xs" variant="default" aria-label={`Lift: ${email}`} onClick={() => setAsking(true)}>
        Lift
      </Button>
      <LiftModal suppression={suppression} opened={asking} onClose={() => setAsking(false)} />
    </li>
  );
}
