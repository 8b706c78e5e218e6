import Papa from 'papaparse';
import { type HistoryLine, listHistoryLines } from '@/db/history-lines';
import { findMonitor } from '@/db/monitors';
import { type SeriesWindow, spanOf } from '@/domain/series';
import type { FactValue } from '@/domain/value/value';
import type { Deps } from '../deps';

/** More than a year of all the checks that a person has. */
const MOST_LINES = 20_000;

const COLUMNS = ['time', 'outcome', 'value', 'unit', 'alert', 'quote', 'decision', 'source'] as const;

/** The history of one of the person's monitors as CSV with its name; null where there is no such monitor. */
export async function exportHistory(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { userId, monitorId, window }: { userId: string; monitorId: string; window: SeriesWindow },
): Promise<{ name: string; csv: string } | null> {
  const monitor = await findMonitor(db, userId, monitorId);
  if (monitor === null) return null;
  const lines = await listHistoryLines(db, monitorId, spanOf(window, now()), MOST_LINES);
  // Pages write the cells: what a spreadsheet would take for a formula is told it is a text.
  const csv = Papa.unparse({ fields: [...COLUMNS], data: lines.map(cellsOf) }, { escapeFormulae: FORMULA });
  return { name: monitor.name, csv };
}

/** A number with a minus is none. */
const FORMULA = /^[=+@\t\r\n]|^-(?!\d+(?:\.\d+)?$)/;

function cellsOf({ at, outcome, value, alert, quote, sentence, source }: HistoryLine): string[] {
  const unit = value !== null && 'unit' in value ? (value.unit ?? '') : '';
  return [at.toISOString(), outcome, plain(value), unit, alert ? 'yes' : 'no', quote, sentence, source];
}

/** As it is stored, for programs: no signs of currencies, no thousands. */
function plain(value: FactValue | null): string {
  if (value === null) return '';
  if (value.type === 'number') return value.number;
  if (value.type === 'boolean') return value.boolean ? 'yes' : 'no';
  return value.type === 'string' ? value.text : value.items.join('\n');
}
