import type { Span, VisibleNode } from '@/domain/snapshot';

/** What heads a cell of a table, as spans of the visible text. */
export interface Cell {
  /** Index of its node. */
  node: number;
  rowHeader: Span | null;
  columnHeader: Span | null;
}

interface Row {
  cells: number[];
  headers: number;
}

/** More columns than any table for people has. */
const MOST_COLUMNS = 200;

/** Every cell (td and th) of every table, by the index of its node; linear in the number of nodes. */
export function cellsOf(nodes: readonly VisibleNode[]): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  for (const rows of tablesOf(nodes)) placeCells(nodes, rows, cells);
  return cells;
}

/** The rows of each table, in order. */
function tablesOf(nodes: readonly VisibleNode[]): Iterable<Row[]> {
  const rows = new Map<number, Row>();
  const tables = new Map<number, Row[]>();
  nodes.forEach(({ tag }, index) => {
    if (tag !== 'td' && tag !== 'th') return;
    const at = ancestorNamed(nodes, index, 'tr');
    if (at < 0) return;
    const row = rows.get(at) ?? { cells: [], headers: 0 };
    if (!rows.has(at)) {
      rows.set(at, row);
      const table = ancestorNamed(nodes, at, 'table');
      const before = tables.get(table);
      if (before === undefined) tables.set(table, [row]);
      else before.push(row);
    }
    if (row.cells.length >= MOST_COLUMNS) return;
    row.cells.push(index);
    if (tag === 'th') row.headers += 1;
  });
  return tables.values();
}

function ancestorNamed(nodes: readonly VisibleNode[], index: number, tag: string): number {
  for (let at = nodes[index]?.parent ?? -1, steps = 0; at >= 0 && steps < 12; at = nodes[at]?.parent ?? -1, steps++) {
    if (nodes[at]?.tag === tag) return at;
  }
  return -1;
}

function placeCells(nodes: readonly VisibleNode[], rows: readonly Row[], cells: Map<number, Cell>): void {
  let headers: Map<number, Span> | null = null;
  rows.forEach((row, rowIndex) => {
    const columns = columnsOf(nodes, row);
    const isHeader = row.headers > 0 && row.headers >= row.cells.length - 1 && row.cells.length > 1;
    if (isHeader || (headers === null && rowIndex === 0 && rows.length > 2)) headers = headersOf(nodes, row, columns);
    const [first] = row.cells;
    row.cells.forEach((node, at) => {
      const column = columns[at] ?? at;
      const rowHeader = at > 0 && first !== undefined ? spanOf(nodes, first) : null;
      const own = spanOf(nodes, node);
      const columnHeader = headers?.get(column) ?? null;
      const itself = columnHeader !== null && own !== null && columnHeader.start === own.start;
      cells.set(node, { node, rowHeader, columnHeader: itself ? null : columnHeader });
    });
  });
}

function columnsOf(nodes: readonly VisibleNode[], row: Row): number[] {
  let column = 0;
  return row.cells.map((node) => {
    const at = column;
    const wide = Number(nodes[node]?.attributes.colspan ?? 1);
    column += Number.isInteger(wide) && wide > 0 ? Math.min(wide, MOST_COLUMNS) : 1;
    return at;
  });
}

function headersOf(nodes: readonly VisibleNode[], row: Row, columns: number[]): Map<number, Span> {
  const headers = new Map<number, Span>();
  row.cells.forEach((node, at) => {
    const span = spanOf(nodes, node);
    const from = columns[at] ?? at;
    const to = Math.max(columns[at + 1] ?? from + 1, from + 1);
    for (let column = from; span !== null && column < to; column++) headers.set(column, span);
  });
  return headers;
}

function spanOf(nodes: readonly VisibleNode[], index: number): Span | null {
  const node = nodes[index];
  return node && node.end > node.start ? { start: node.start, end: node.end } : null;
}
