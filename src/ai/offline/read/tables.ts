import type { Span } from '@/domain/snapshot';
import { BOUNDS } from './bounds';
import type { PageIndex } from './page-index';

export interface Cell extends Span {
  node: number;
  row: Row;
  /** First column that it covers, counted with colspans and with rowspans from above. */
  column: number;
  width: number;
  header: boolean;
}

interface Row {
  node: number;
  table: Table;
  index: number;
  /** Also those that reach down from rows above. */
  cells: Cell[];
}

interface Table {
  node: number;
  rows: Row[];
  /** How many rows at the top are headers. */
  headerRows: number;
}

const ROW_ROLES = new Set(['row']);
const CELL_ROLES = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);

/** All tables as grids, by the node of each cell. */
export function tablesOf(page: PageIndex): Map<number, Cell> {
  const tables = new Map<number, Table>();
  const rows = new Map<number, Row>();
  const cells = new Map<number, Cell>();
  const tableAbove = new Int32Array(page.nodes.length).fill(-1);
  const rowAbove = new Int32Array(page.nodes.length).fill(-1);
  const reach = new Map<number, { cell: Cell; left: number }[]>();
  for (const [index, node] of page.nodes.entries()) {
    const role = node.attributes.role ?? '';
    const isTable = node.tag === 'table' || role === 'table' || role === 'grid';
    tableAbove[index] = isTable ? index : (tableAbove[node.parent] ?? -1);
    rowAbove[index] = isTable ? -1 : (rowAbove[node.parent] ?? -1);
    if (isTable) tables.set(index, { node: index, rows: [], headerRows: 0 });
    const table = tables.get(tableAbove[index] ?? -1);
    if (table !== undefined && (node.tag === 'tr' || ROW_ROLES.has(role))) {
      rowAbove[index] = index;
      const row: Row = { node: index, table, index: table.rows.length, cells: [] };
      table.rows.push(row);
      rows.set(index, row);
      reachDown(reach, row);
    }
    const row = rows.get(rowAbove[index] ?? -1);
    if (row === undefined || !(node.tag === 'td' || node.tag === 'th' || CELL_ROLES.has(role))) continue;
    if (rowAbove[node.parent] !== -1 && cells.has(node.parent)) continue;
    // What stands beyond keeps its text, but no place in the grid.
    if (row.cells.length < BOUNDS.cells) cells.set(index, placeCell(page, row, index, reach));
  }
  for (const table of tables.values()) table.headerRows = headerRowsOf(page, table);
  return cells;
}

/** Cells with a rowspan stand in the following rows too. */
function reachDown(reach: Map<number, { cell: Cell; left: number }[]>, row: Row): void {
  const open = (reach.get(row.table.node) ?? []).filter((span) => span.left > 0).slice(0, BOUNDS.reaching);
  for (const span of open) {
    row.cells.push(span.cell);
    span.left--;
  }
  reach.set(row.table.node, open);
}

function placeCell(page: PageIndex, row: Row, index: number, reach: Map<number, { cell: Cell; left: number }[]>): Cell {
  const node = page.nodes[index] as { start: number; end: number; tag: string; attributes: Record<string, string> };
  const own = row.cells.filter((cell) => cell.row === row);
  const before = own.at(-1);
  // Empty cells are no nodes, but compose leaves their tab: the tabs between two cells count them.
  const gap = tabsBetween(page.text, before?.end ?? rowStart(page, row), node.start);
  let column = before === undefined ? gap : before.column + before.width + Math.max(0, gap - 1);
  const covering = (): Cell | undefined =>
    row.cells.find((cell) => cell.row !== row && cell.column <= column && column < cell.column + cell.width);
  for (let above = covering(); above !== undefined; above = covering()) column = above.column + above.width;
  const role = node.attributes.role ?? '';
  const cell: Cell = {
    node: index,
    start: node.start,
    end: node.end,
    row,
    column,
    width: spanOf(node.attributes.colspan),
    header: node.tag === 'th' || role === 'columnheader' || role === 'rowheader',
  };
  row.cells.push(cell);
  const down = spanOf(node.attributes.rowspan) - 1;
  const open = reach.get(row.table.node) ?? [];
  if (down > 0 && open.length < BOUNDS.reaching) reach.set(row.table.node, [...open, { cell, left: down }]);
  return cell;
}

function spanOf(attribute: string | undefined): number {
  const span = Number(attribute ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, 200) : 1;
}

function rowStart(page: PageIndex, row: Row): number {
  let start = page.nodes[row.node]?.start ?? 0;
  // A table within a cell: the tabs before it are those of the outer row.
  const outer = page.nodes[page.nodes[row.table.node]?.parent ?? -1];
  const floor = outer !== undefined && row.index === 0 && /^t[dh]$/.test(outer.tag) ? outer.start : 0;
  while (start > floor && page.text[start - 1] === '\t') start--;
  return start;
}

function tabsBetween(text: string, start: number, end: number): number {
  let tabs = 0;
  for (let at = start; at < end; at++) if (text[at] === '\t') tabs++;
  return tabs;
}

function headerRowsOf(page: PageIndex, table: Table): number {
  let count = 0;
  for (const row of table.rows) {
    const own = row.cells.filter((cell) => cell.row === row);
    const inHead = page.nodes[page.nodes[row.node]?.parent ?? -1]?.tag === 'thead';
    if (!inHead && !(own.length > 1 && own.every((cell) => cell.header))) break;
    count++;
  }
  const first = table.rows[0];
  if (count > 0 || first === undefined || table.rows.length < 3 || first.cells.length < 3) return count;
  // Tables without th: a first row of names (none begins with a digit) over rows with digits is the header.
  const plain = first.cells.every((cell) => !/^[^\p{L}]*\d/u.test(page.text.slice(cell.start, cell.end)));
  const below = table.rows.slice(1).filter((row) => /\d/.test(page.text.slice(rowStart(page, row), rowEnd(page, row))));
  return plain && below.length * 2 > table.rows.length - 1 ? 1 : 0;
}

function rowEnd(page: PageIndex, row: Row): number {
  return page.nodes[row.node]?.end ?? 0;
}

/** The cells that head this one's column: header rows of the table, or a header row further up inside its body. */
export function columnHeaders(cell: Cell): Cell[] {
  const { table } = cell.row;
  return table.rows
    .slice(0, Math.min(table.headerRows, cell.row.index))
    .flatMap((row) => row.cells)
    .filter((head) => head.column < cell.column + cell.width && cell.column < head.column + head.width);
}

/** What names the row: its header cells, else its first cell; never the cell itself. */
export function rowHeaders(cell: Cell): Cell[] {
  const others = cell.row.cells.filter((other) => other !== cell);
  const headers = others.filter((other) => other.header && other.column < cell.column);
  if (headers.length > 0) return headers;
  const first = others.reduce<Cell | null>(
    (best, other) => (best === null || other.column < best.column ? other : best),
    null,
  );
  return first !== null && first.column < cell.column ? [first] : [];
}

/** A row that spans the table with one cell ("Economy class") heads the rows below it. */
export function groupHeader(cell: Cell): Cell | null {
  const { rows } = cell.row.table;
  for (let index = cell.row.index - 1; index >= 0; index--) {
    const row = rows[index];
    const only = row?.cells.length === 1 ? row.cells[0] : undefined;
    if (only !== undefined && (only.width > 1 || only.header)) return only;
  }
  return null;
}
