'use client';

import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AlertRuleName } from '@/domain/alerts/rule';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import type { EpisodeView } from './alert-words';
import classes from './alerts.module.css';
import { EpisodeRow } from './episode-row';
import { SilenceModal } from './silence-modal';

const LOOK_AGAIN_MS = 30_000;

/** What is wrong now, the newest first. */
export function OpenEpisodes() {
  const trpc = useTRPC();
  const list = useQuery(
    trpc.admin.alerts.episodes.queryOptions({ open: true, limit: 100 }, { refetchInterval: LOOK_AGAIN_MS }),
  );
  const episodes = list.data?.episodes ?? [];
  return (
    <section className={classes.section} aria-labelledby="open">
      <h2 className={classes.title} id="open">
        Now
      </h2>
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={120} radius="lg" /> : null}
      {list.data && episodes.length === 0 ? <Text c="dimmed">No rule fires.</Text> : null}
      {episodes.length > 0 ? (
        <ul className={classes.list}>
          {episodes.map((episode) => (
            <EpisodeRow key={episode.id} episode={episode}>
              <SilenceButton episode={episode} />
            </EpisodeRow>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Silences this subject alone; what an older version judged ends by itself. */
function SilenceButton({ episode: { rule, subject, title } }: { episode: EpisodeView }) {
  const [asking, setAsking] = useState(false);
  const name = AlertRuleName.safeParse(rule).data;
  if (name === undefined) return null;
  const of = subject ? `${title}, ${subject}` : title;
  return (
    <>
      <Button size="xs" variant="default" aria-label={`Silence the episode: ${of}`} onClick={() => setAsking(true)}>
        Silence
      </Button>
      <SilenceModal
        what={{ rule: name, subject: subject || null, title }}
        opened={asking}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
