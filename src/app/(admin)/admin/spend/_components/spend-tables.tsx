'use client';

import type { ReactNode } from 'react';
import { formatDay } from '@/ui/time/time-words';
import classes from './spend.module.css';
import { purposeWords, type SpendView, shareWords, usdWords } from './spend-words';

const NAMES: Record<string, string> = { claude: 'Claude', openai: 'OpenAI' };
const count = (number: number) => number.toLocaleString('en');

interface Row {
  key: string;
  name: ReactNode;
  /** In the order of the columns. */
  cells: string[];
}

/** Spend by model, purpose, person and day. */
export function SpendTables({ spend }: { spend: SpendView }) {
  if (spend.calls === 0) return null;
  return (
    <>
      <Table
        title="By model"
        columns={['Spent', 'Calls', 'Failed', 'Tokens in', 'Tokens out', 'Counted lately']}
        rows={modelRows(spend)}
      />
      <Table title="By purpose" columns={['Spent', 'Calls']} rows={purposeRows(spend)} />
      <Table title="By person" columns={['Spent', 'Calls']} rows={personRows(spend)} />
      <details className={classes.details}>
        <summary>The days as a table</summary>
        <Table title="Days" columns={['Spent', 'Calls']} rows={dayRows(spend)} />
      </details>
    </>
  );
}

function modelRows({ models }: SpendView): Row[] {
  return models.map((one) => ({
    key: `${one.reader} ${one.model}`,
    name: (
      <>
        {one.model ?? NAMES[one.reader] ?? one.reader}
        {one.priceKnown ? null : <span className={classes.note}>price not known</span>}
      </>
    ),
    cells: [
      usdWords(one.usd),
      count(one.calls),
      one.failed === 0 ? 'none' : `${count(one.failed)} of ${count(one.questions)}`,
      `${count(one.inputTokens)} + ${count(one.cachedTokens)} cached`,
      count(one.outputTokens),
      one.countedLately === null ? 'not known' : shareWords(one.countedLately),
    ],
  }));
}

function purposeRows({ purposes }: SpendView): Row[] {
  return purposes.map(({ purpose, inCheck, usd, calls }) => ({
    key: `${purpose} ${inCheck}`,
    name: purposeWords(purpose, inCheck),
    cells: [usdWords(usd), count(calls)],
  }));
}

function personRows({ people, othersUsd }: SpendView): Row[] {
  const rows = people.map(({ userId, email, usd, calls }) => ({
    key: userId ?? 'left',
    name: email ?? 'People who have left',
    cells: [usdWords(usd), count(calls)],
  }));
  return Number(othersUsd) > 0
    ? [...rows, { key: 'others', name: 'All others', cells: [usdWords(othersUsd), '–'] }]
    : rows;
}

function dayRows({ days }: SpendView): Row[] {
  return days.toReversed().map(({ day, usd, calls }) => ({
    key: day,
    name: formatDay(new Date(`${day}T00:00:00Z`), 'UTC'),
    cells: [usdWords(usd), count(calls)],
  }));
}

interface TableProps {
  title: string;
  columns: string[];
  rows: Row[];
}

function Table({ title, columns, rows }: TableProps) {
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className={classes.wide} aria-label={title} tabIndex={0}>
        <table className={classes.table} data-wide={columns.length > 3 || undefined}>
          <thead>
            <tr>
              <th scope="col">{title.replace(/^By /, '').replace(/^./, (letter) => letter.toUpperCase())}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, cells }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {columns.map((column, index) => (
                  <td key={column} data-name={column}>
                    {cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
