import Papa from 'papaparse';
import { element } from './parse-text';
import type { RawElement } from './raw-tree';
import type { ReadDocument } from './understood-document';

const MAX_ROWS = 10_000;
const MAX_COLUMNS = 200;

/** CSV or TSV as a table; the delimiter is found from the rows. The first row is taken as the header. */
export function parseCsv(text: string): ReadDocument {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', preview: MAX_ROWS });
  const rows = data.map((row) => row.slice(0, MAX_COLUMNS));
  const [header = []] = rows;
  return {
    kind: 'csv',
    root: element('body', [element('table', rows.map(tableRow))]),
    title: header.join(', ').slice(0, 200),
    language: null,
    structured: [{ syntax: 'csv', path: 'csv', type: null, data: records(header, rows.slice(1)) }],
    document: null,
  };
}

function tableRow(row: string[], index: number): RawElement {
  const cells = row.map((text) => element(index === 0 ? 'th' : 'td', [{ text }], { flow: 'cell' }));
  return element('tr', cells, { flow: 'row' });
}

/** Without a prototype: a column may be called "__proto__". */
function records(header: string[], rows: string[][]): Record<string, string>[] {
  return rows.map((row) => {
    const record: Record<string, string> = Object.create(null);
    for (const [index, name] of header.entries()) record[name.trim()] = row[index]?.trim() ?? '';
    return record;
  });
}
