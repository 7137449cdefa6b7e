/**
 * Holes: how deep the empty space at a block's foot is, in lines.
 *
 * Lines left empty are shared by the block's columns, for they end level; where a row of lines or more is missing and a
 * column has none at all, the hole is as deep as that column.
 */
export interface Emptiness {
  readonly lines: number;
  readonly available: number;
  /** Text columns of the block, and those that have a line. */
  readonly columns: number;
  readonly across: number;
}

export function holeDepth({ lines, available, columns, across }: Emptiness): number {
  const blank = Math.max(0, available - lines);
  const bare = across < columns && blank > columns;
  return (bare ? available : blank) / Math.max(1, columns);
}
