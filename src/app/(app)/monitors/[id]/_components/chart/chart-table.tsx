'use client';

import { useState } from 'react';
import { formatNumber } from '@/domain/value/value-format';
import { useLocale } from '@/ui/locale';
import { LocalTime } from '@/ui/time/clock';
import classes from './chart.module.css';
import type { ChartPoint } from './chart-lines';

/** The points in words, newest first, for whoever reads rather than looks. */
export function ChartTable({ points, unit }: { points: readonly ChartPoint[]; unit: string | null }) {
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  return (
    <details className={classes.asTable} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {open ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className={classes.scroll} aria-label="The points of the chart" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Time</th>
                <th scope="col">Value</th>
                <th scope="col">Alert</th>
              </tr>
            </thead>
            <tbody>
              {[...points].reverse().map(({ at, decimal, alerts }) => (
                <tr key={at}>
                  <td>
                    <LocalTime at={new Date(at)} />
                  </td>
                  <td className="figures">{formatNumber(decimal, unit, { locale })}</td>
                  <td>{alerts > 0 ? 'Alert' : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </details>
  );
}
