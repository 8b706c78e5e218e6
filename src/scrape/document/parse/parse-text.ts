import Papa from 'papaparse';
import type { RawElement } from '../raw-tree';
import type { ReadDocument } from '../understood-document';

/** Plain text: its lines stay lines; the first one stands for the title. */
export function parseText(text: string): ReadDocument {
  const first =
    text
      .slice(0, 10_000)
      .split('\n')
      .find((line) => line.trim() !== '') ?? '';
  return {
    kind: 'text',
    root: element('body', [element('pre', [{ text }], { preformatted: true })]),
    title: first.trim().slice(0, 200),
    language: null,
    structured: [],
    isWhole: true,
    document: null,
  };
}

/** A block of the visible tree that a parser of non-HTML content makes. */
export function element(
  tag: string,
  children: RawElement['children'],
  more: Partial<Pick<RawElement, 'attributes' | 'flow' | 'preformatted'>> = {},
): RawElement {
  return { tag, attributes: {}, flow: 'block', ...more, children };
}

const MAX_ROWS = 10_000;
const MAX_COLUMNS = 200;
const SAMPLE_ROWS = 50;

/** CSV or TSV as tables; the delimiter is found from the rows. The first row of each table is taken as its header. */
export function parseCsv(text: string): ReadDocument {
  // Empty rows part tables, but two columns and an empty last row would look like no table at all.
  const { delimiter } = Papa.parse<string[]>(text, { preview: SAMPLE_ROWS, skipEmptyLines: true }).meta;
  // One more than is read tells that there are more.
  const { data } = Papa.parse<string[]>(text, { preview: MAX_ROWS + 1, delimiter });
  const blocks = blocksOf(data.slice(0, MAX_ROWS).map((row) => row.slice(0, MAX_COLUMNS)));
  const tables = blocks.map((block) => element('table', block.map(tableRow)));
  const items = blocks.map(([head = [], ...rows]) => records(head, rows));
  const header = blocks[0]?.[0] ?? [];
  return {
    kind: 'csv',
    root: element('body', tables),
    title: header.join(', ').slice(0, 200),
    language: null,
    structured: items.map((data, at) => ({ syntax: 'csv', path: at === 0 ? 'csv' : `csv[${at}]`, type: null, data })),
    isWhole: data.length <= MAX_ROWS && data.every((row) => row.length <= MAX_COLUMNS),
    document: null,
  };
}

/** An empty row and then another number of columns: services put several tables into one file so. */
function blocksOf(rows: string[][]): string[][][] {
  const blocks: string[][][] = [];
  let ended = true;
  for (const row of rows) {
    if (row.every((cell) => cell.trim() === '')) {
      ended = true;
      continue;
    }
    const block = blocks.at(-1);
    if (block === undefined || (ended && block[0]?.length !== row.length)) blocks.push([row]);
    else block.push(row);
    ended = false;
  }
  return blocks.length === 0 ? [[]] : blocks;
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
