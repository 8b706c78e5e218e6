'use client';

import { type ReactNode, useState } from 'react';
import classes from './system.module.css';

interface FigureTableProps {
  /** What the first column holds. */
  of: string;
  columns: readonly string[];
  /** Each begins with what it is of. */
  rows: () => readonly (readonly [string, ...string[]])[];
  children?: ReactNode;
}

/** What charts show as a table: for screen readers, and for whoever wants the number. Made when it is opened. */
export function FigureTable({ of, columns, rows, children = 'As a table' }: FigureTableProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className={classes.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{children}</summary>
      {open ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className={classes.figures} aria-label="Figures" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{of}</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows().map(([name, ...cells]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, index) => (
                    <td key={columns[index]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </details>
  );
}
