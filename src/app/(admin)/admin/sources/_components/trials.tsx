'use client';

import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SourceTrial } from '@/domain/source-trials';
import { useTRPC } from '@/trpc/client';
import { TimeAgo } from '@/ui/time/clock';
import classes from './trials.module.css';

/** Whether the browser, proxies and open data worked when they were last tried, once a day. */
export function Trials() {
  const { data } = useQuery(useTRPC().sources.trials.queryOptions());
  // Nothing was tried yet, or ever: a developer's machine tries nothing.
  if (!data) return null;
  const faults = data.trials.filter(({ fault }) => fault !== null);
  return (
    <section className={classes.trials} aria-label="Tried once a day">
      <Text>
        Tried <TimeAgo at={data.at} />: {triedWords(data.trials)}.{' '}
        {faults.length === 0 ? 'All of it worked.' : `${faults.length} of ${data.trials.length} did not work:`}
      </Text>
      {faults.length > 0 ? (
        <List mt="xs">
          {faults.map((trial) => (
            <List.Item key={`${trial.part} ${trial.name}`}>
              <strong>{nameOf(trial)}</strong>: {trial.fault}
            </List.Item>
          ))}
        </List>
      ) : null}
    </section>
  );
}

function nameOf({ part, name }: SourceTrial): string {
  if (part === 'browser') return 'The browser';
  return part === 'proxy' ? `Proxy ${name}` : name;
}

/** "the browser, 1 proxy and 5 services of open data". */
function triedWords(trials: readonly SourceTrial[]): string {
  const count = (part: SourceTrial['part']) => trials.filter((trial) => trial.part === part).length;
  const [proxies, services] = [count('proxy'), count('open_data')];
  const parts = [
    ...(count('browser') > 0 ? ['the browser'] : []),
    ...(proxies > 0 ? [`${proxies} ${proxies === 1 ? 'proxy' : 'proxies'}`] : []),
    ...(services > 0 ? [`${services} ${services === 1 ? 'service' : 'services'} of open data`] : []),
  ];
  return new Intl.ListFormat('en').format(parts);
}
