'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import { FigureTable } from './figure-table';
import { bytesWords, figureWords } from './figure-words';
import { LazyChart } from './lazy-chart';
import { StorageTables } from './storage-tables';
import { dayTicks, dayWords, growthWords, leftWords, storageRows } from './storage-words';
import classes from './system.module.css';

type StorageView = RouterOutputs['admin']['system']['storage'];

const LOOK_AGAIN_MS = 5 * 60_000;

/** How large the database is, how it grows, and what takes the room. */
export function Storage() {
  const trpc = useTRPC();
  const list = useQuery(trpc.admin.system.storage.queryOptions(undefined, { refetchInterval: LOOK_AGAIN_MS }));
  return (
    <>
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={400} radius="lg" /> : null}
      {list.data ? <Parts storage={list.data} /> : null}
    </>
  );
}

function Parts({ storage }: { storage: StorageView }) {
  const { bytes, pictureBytes, limitBytes } = storage;
  const counts = [
    { label: 'Database', words: bytesWords(bytes) },
    { label: 'of it pictures', words: bytesWords(pictureBytes) },
    { label: 'Growth', words: growthWords(storage.bytesPerDay) },
    {
      label: limitBytes === null ? 'Limit (STORAGE_LIMIT_GB)' : `Until the limit of ${bytesWords(limitBytes)}`,
      words: leftWords(storage),
    },
  ];
  return (
    <>
      <dl className={classes.counts}>
        {counts.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figures">{words}</dd>
          </div>
        ))}
      </dl>
      <Trend storage={storage} />
      <StorageTables tables={storage.tables} months={storage.months} />
    </>
  );
}

const LINES = [
  { name: 'bytes', label: 'Database' },
  { name: 'pictureBytes', label: 'Pictures' },
];

function Trend({ storage: { days, limitBytes, bytes } }: { storage: StorageView }) {
  const rows = storageRows(days);
  const measured = days.filter((day) => day.bytes !== null);
  // A limit that is far away would press the line to the ground.
  const bounds = limitBytes !== null && limitBytes < bytes * 4 ? [{ value: limitBytes, label: 'Limit' }] : [];
  return (
    <section aria-labelledby="trend">
      <h2 className={classes.title} id="trend">
        The last 90 days
      </h2>
      <div className={classes.chart}>
        <p className={classes.latest}>
          {measured.length === 0 ? 'Measured once a day: the first time within minutes.' : 'Measured once a UTC day.'}
        </p>
        {measured.length > 0 ? (
          <LazyChart
            rows={rows}
            lines={LINES}
            unit="bytes"
            ticks={dayTicks(rows)}
            momentWords={dayWords}
            tipWords={dayWords}
            bounds={bounds}
          />
        ) : null}
      </div>
      <FigureTable
        of="Day"
        columns={['Database', 'Pictures']}
        rows={() =>
          rows
            .toReversed()
            .map((row) => [dayWords(row.at), ...LINES.map(({ name }) => figureWords(row[name] ?? null, 'bytes'))])
        }
      >
        The days as a table
      </FigureTable>
    </section>
  );
}
