'use client';

import { Skeleton, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { PAGE_SIZE } from '@/domain/limits';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { LoadMore } from '@/ui/shell/load-more';
import classes from './alerts.module.css';
import { EpisodeRow } from './episode-row';

const LOOK_AGAIN_MS = 30_000;

/** What is over, the newest first. */
export function PastEpisodes() {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.admin.alerts.episodes.infiniteQueryOptions(
      { open: false, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor, refetchInterval: LOOK_AGAIN_MS },
    ),
  );
  const episodes = list.data?.pages.flatMap((page) => page.episodes) ?? [];
  return (
    <section className={classes.section} aria-labelledby="past">
      <h2 className={classes.title} id="past">
        Over
      </h2>
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={180} radius="lg" /> : null}
      {list.data && episodes.length === 0 ? <Text c="dimmed">Nothing of the last 90 days.</Text> : null}
      {episodes.length > 0 ? (
        <ul className={classes.list}>
          {episodes.map((episode) => (
            <EpisodeRow key={episode.id} episode={episode} />
          ))}
        </ul>
      ) : null}
      <LoadMore list={list} />
    </section>
  );
}
