/** A table of rich text as a full grid: each place holds the cell that begins there, or nothing where one spans it. */
import { type BlockNode, isBlock } from '../../shared/documents/richtext.ts';

export interface Cell {
  node: BlockNode;
  colspan: number;
  rowspan: number;
}
export interface Grid {
  rows: (Cell | null)[][];
  columns: number;
}

/** More than this is no table to be read; further columns are left out. */
const MOST_COLUMNS = 40;

/** Spans end where the table ends, whatever they claim. */
export function gridOf(table: BlockNode): Grid {
  const source = table.content.filter(isBlock).filter(row => row.type === 'tableRow');
  const rows: (Cell | null | undefined)[][] = source.map(() => []);
  source.forEach((row, y) => {
    let x = 0;
    for (const node of row.content.filter(isBlock)) {
      while (rows[y]?.[x] !== undefined) x += 1;
      if (x >= MOST_COLUMNS) break;
      put(rows, x, y, { node, colspan: Math.min(node.colspan ?? 1, MOST_COLUMNS - x), rowspan: Math.min(node.rowspan ?? 1, source.length - y) });
    }
  });
  const columns = Math.max(0, ...rows.map(row => row.length));
  return { columns, rows: rows.map(row => Array.from({ length: columns }, (_, x) => row[x] ?? null)) };
}

function put(rows: (Cell | null | undefined)[][], x: number, y: number, cell: Cell): void {
  const free = (at: number): boolean => rows[y]?.[at] === undefined;
  let { colspan } = cell;
  while (colspan > 1 && !Array.from({ length: colspan }, (_, nth) => free(x + nth)).every(Boolean)) colspan -= 1;
  for (let down = 0; down < cell.rowspan; down += 1) {
    for (let right = 0; right < colspan; right += 1) {
      const row = rows[y + down];
      if (row) row[x + right] = down === 0 && right === 0 ? { ...cell, colspan } : null;
    }
  }
}
