'use client';

import { Button, Skeleton, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { type Period, PeriodFields } from '../../../_components/period-fields';
import classes from './spend.module.css';
import { SpendTables } from './spend-tables';
import { budgetWords, isPeriod, knownWords, type SpendView, unknownPriceWords, usdWords } from './spend-words';

const CHART_HEIGHT = 220;
/** Charts are heavy and only of this page: they come after it. */
const SpendChart = dynamic(() => import('./spend-chart').then((module) => module.SpendChart), {
  ssr: false,
  loading: () => <Skeleton height={CHART_HEIGHT} radius="md" />,
});

/** What models cost in some days; `month` are those of this month so far. */
export function Spend({ month }: { month: Period }) {
  const trpc = useTRPC();
  const [chosen, setChosen] = useState(month);
  // While a day is typed, what was shown before stays.
  const [shown, setShown] = useState(month);
  const choose = (change: Partial<Period>) => {
    const next = { ...chosen, ...change };
    setChosen(next);
    if (isPeriod(next)) setShown(next);
  };
  const spend = useQuery(trpc.admin.spend.between.queryOptions(shown, { placeholderData: keepPreviousData }));
  return (
    <>
      <search className={classes.filters}>
        <PeriodFields period={chosen} onChange={choose} />
        <Button variant="default" onClick={() => choose(month)}>
          This month
        </Button>
      </search>
      {isPeriod(chosen) ? null : (
        <Text size="sm" c="dimmed" mb="md" role="status">
          Choose two days, at most a year apart.
        </Text>
      )}
      <FormAlert message={spend.isError ? readFailure(spend.error).message : null} />
      {spend.isPending ? <Skeleton height={420} radius="lg" /> : null}
      {spend.data ? (
        <div aria-busy={spend.isPlaceholderData}>
          <Figures spend={spend.data} />
          <Days spend={spend.data} />
          <SpendTables spend={spend.data} />
        </div>
      ) : null}
    </>
  );
}

function Figures({ spend }: { spend: SpendView }) {
  const unknown = unknownPriceWords(spend.models);
  const figures = [
    { label: 'Spent in these days', figure: usdWords(spend.usd) },
    { label: budgetWords(spend.month), figure: usdWords(spend.month.usd), isOver: spend.month.share >= 0.8 },
    { label: 'Calls to models', figure: spend.calls.toLocaleString('en') },
    { label: knownWords(spend.answers).label, figure: knownWords(spend.answers).figure },
  ];
  return (
    <>
      <dl className={classes.counts}>
        {figures.map(({ label, figure, isOver }) => (
          <div key={label} data-over={isOver || undefined}>
            <dt>{label}</dt>
            <dd className="figures">{figure}</dd>
          </div>
        ))}
      </dl>
      {unknown ? (
        <Text size="sm" mb="lg" className={classes.unknown}>
          {unknown}
        </Text>
      ) : null}
    </>
  );
}

function Days({ spend }: { spend: SpendView }) {
  if (spend.calls === 0) return <Text c="dimmed">No model was asked in these days.</Text>;
  return (
    <section aria-labelledby="days" className={classes.days}>
      <h2 className={classes.title} id="days">
        By day
      </h2>
      <SpendChart days={spend.days} height={CHART_HEIGHT} />
    </section>
  );
}
