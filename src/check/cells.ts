// The cells of inputs, for rules that look at each of them.
import {
  type Case,
  cellsOf,
  type Program,
  type Quantity,
  type ResolvedCell,
  type ResolvedInput,
} from '../resolve/index.ts';

interface Place {
  readonly name: string;
  /** Which of the input's cells it is. */
  readonly index: number;
  readonly cell: ResolvedCell;
}

/** Every cell of every input; one that stands in several cases, as most do, once. */
export function eachCell(cases: readonly Case[]): readonly Place[] {
  const seen = new Set<ResolvedCell | ResolvedInput>();
  const places: Place[] = [];
  for (const { inputs } of cases)
    for (const [name, cells] of inputs) {
      if (seen.has(cells)) continue;
      seen.add(cells);
      for (const [index, cell] of cells.entries()) {
        if (seen.has(cell)) continue;
        seen.add(cell);
        places.push({ name, index, cell });
      }
    }
  return places;
}

/** How a message calls a cell of an input. */
export function cellName(
  { name, sets }: Pick<Quantity, 'name' | 'sets'>,
  index: number,
  program: Program,
): string {
  const elements = cellsOf(sets, program.sets)[index] ?? [];
  return elements.length === 0 ? name : `${name}[${elements.join('; ')}]`;
}
