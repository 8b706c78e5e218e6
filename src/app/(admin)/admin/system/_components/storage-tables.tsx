import type { RouterOutputs } from '@/trpc/root';
import { bytesWords } from './figure-words';
import classes from './system.module.css';

type StorageView = RouterOutputs['admin']['system']['storage'];

/** What takes the room: every table, and the months of facts. */
export function StorageTables({ tables, months }: Pick<StorageView, 'tables' | 'months'>) {
  return (
    <>
      <h2 className={classes.title}>Tables</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes.wide} aria-label="Tables, largest first" tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">On disk</th>
              <th scope="col">Indexes</th>
              <th scope="col">Long values, as pictures</th>
              <th scope="col">Rows, about</th>
              <th scope="col">In 7 days</th>
            </tr>
          </thead>
          <tbody>
            {tables.map(({ name, bytes, indexBytes, longBytes, rows, grewInWeek }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-name="On disk">{bytesWords(bytes)}</td>
                <td data-name="Indexes">{bytesWords(indexBytes)}</td>
                <td data-name="Long values, as pictures">{bytesWords(longBytes)}</td>
                <td data-name="Rows, about">{rows.toLocaleString('en')}</td>
                <td data-name="In 7 days">{grewWords(grewInWeek)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h2 className={classes.title}>Months of facts</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes.wide} aria-label="Months of facts, newest first" tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">On disk</th>
              <th scope="col">Rows, about</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ name, bytes, rows }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-name="On disk">{bytesWords(bytes)}</td>
                <td data-name="Rows, about">{rows.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function grewWords(bytes: number | null): string {
  if (bytes === null) return '–';
  return bytes > 0 ? `+${bytesWords(bytes)}` : bytesWords(bytes);
}
