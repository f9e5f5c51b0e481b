// Where a share of the draws lies in the memory of its kernels, and the kernels over it.
import { COUNT_BYTES, type KernelLayout, ROW_RECORD } from '../../compile/types.ts';
import type { DrawPlan } from '../draws/types.ts';
import type { CaseTable } from './table.ts';
import { GROUP, type Ranges, type Setup } from './types.ts';

const DOUBLE = 8;
const LINE = 64;
const PAGE = 65536;

/** Places in bytes, one after the other. */
export interface Layout {
  /** A table for each case that is computed at once. */
  readonly tables: number;
  readonly tableBytes: number;
  /** From the start of a table to its numbers. */
  readonly numbersAt: number;
  /** A row a moment of each stream, `deviationBytes` long, one number a draw of a chunk. */
  readonly deviations: number;
  readonly deviationBytes: number;
  /** First row of each stream. */
  readonly streamRows: readonly number[];
  /** A record a row of the tile, and its counts, for each case that is counted at once. */
  readonly records: number;
  readonly counts: number;
  readonly wanted: number;
  readonly tails: number;
  readonly gathered: number;
  readonly tiles: number;
  readonly tileBytes: number;
  /** From the tiles of one case to those of the next. */
  readonly caseBytes: number;
  readonly bytes: number;
}

export interface Memory {
  readonly layout: Layout;
  readonly doubles: Float64Array;
  readonly words: Int32Array;
  readonly bytes: Uint8Array;
  /** Computes of a block what cases that are alike have in common; not 0 if some number may not be finite. */
  readonly common: Kernel;
  /** Computes a block of one of them. */
  readonly run: Kernel;
  readonly count: (
    tile: number,
    tileBytes: number,
    block: number,
    rowBytes: number,
    rows: number,
    draws: number,
    records: number,
    counts: number,
  ) => void;
  readonly gather: (
    row: number,
    draws: number,
    record: number,
    wanted: number,
    tails: number,
    out: number,
  ) => number;
}

type Kernel = (table: number, tile: number, bytes: number) => number;

/** What a memory is to hold at once. */
interface Wanted {
  /** Draws whose deviations are there. */
  readonly chunk: number;
  /** Cases whose draws are kept. */
  readonly kept: number;
  /** Where none are kept, cases of which a group of draws is there; where there are none either, there is one tile. */
  readonly grouped?: number;
  /** Cases whose tables are there. */
  readonly tables: number;
  /** Cases that are counted. */
  readonly cases: number;
}

/** Draws from one row of deviations to the next: a block may reach a few beyond the last, and rows should not fall upon each other in the cache. */
export const deviationStride = (chunk: number, block: number): number =>
  Math.ceil(chunk / block) * block + LINE / DOUBLE;

/** The first row of each stream, and how many rows there are. */
export function streamRows(streams: DrawPlan['streams']): {
  readonly rows: readonly number[];
  readonly count: number;
} {
  const rows: number[] = [];
  let count = 0;
  for (const { moments } of streams) {
    rows.push(count);
    count += moments.length;
  }
  return { rows, count };
}

export function layOut(
  kernels: KernelLayout,
  { streams }: DrawPlan,
  { chunk, kept, grouped = 0, tables, cases }: Wanted,
): Layout {
  let end = kernels.ownBytes;
  const place = (bytes: number): number => {
    const start = Math.ceil(end / LINE) * LINE;
    end = start + bytes;
    return start;
  };
  const { tileRows, rowBytes, block, table } = kernels;
  const { rows, count } = streamRows(streams);
  const deviationBytes = deviationStride(chunk, block) * DOUBLE;
  const tileBytes = tileRows * rowBytes;
  const tableBytes = Math.ceil(table.bytes / LINE) * LINE;
  const caseTiles = Math.ceil((kept > 0 ? chunk : grouped > 0 ? GROUP : block) / block);
  return {
    tables: place(tables * tableBytes),
    tableBytes,
    numbersAt: table.numbersAt,
    deviations: place(count * deviationBytes),
    deviationBytes,
    streamRows: rows,
    records: place(cases * tileRows * ROW_RECORD.bytes),
    counts: place(cases * tileRows * COUNT_BYTES),
    wanted: place(COUNT_BYTES),
    tails: place(LINE),
    gathered: place(kept > 0 ? chunk * DOUBLE + LINE : 0),
    tiles: place(Math.max(1, kept, grouped) * caseTiles * tileBytes),
    tileBytes,
    caseBytes: caseTiles * tileBytes,
    bytes: end,
  };
}

export function makeMemory(
  { kernels, summaries }: Pick<Setup, 'kernels' | 'summaries'>,
  layout: Layout,
): Memory {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(layout.bytes / PAGE) });
  const imports = { env: { memory } };
  const { common, run } = new WebAssembly.Instance(kernels, imports).exports as unknown as Pick<
    Memory,
    'common' | 'run'
  >;
  const { count, gather } = new WebAssembly.Instance(summaries, imports).exports as unknown as Pick<
    Memory,
    'count' | 'gather'
  >;
  const { buffer } = memory;
  return {
    layout,
    doubles: new Float64Array(buffer),
    words: new Int32Array(buffer),
    bytes: new Uint8Array(buffer),
    common,
    run,
    count,
    gather,
  };
}

/** Where the table of the `place`th case lies that is computed at once. */
export const tableAt = ({ tables, tableBytes }: Layout, place: number): number => tables + place * tableBytes;

/** Writes the numbers of a case into its table, each twice; where its deviations lie stands in front of them. */
export function writeTable({ doubles, layout }: Memory, place: number, { numbers }: CaseTable): void {
  let at = (tableAt(layout, place) + layout.numbersAt) / DOUBLE;
  for (const number of numbers) {
    doubles[at++] = number;
    doubles[at++] = number;
  }
}

/** Turns a table to the block that begins `draw` draws into the chunk. */
export function pointTable(
  { words, layout }: Memory,
  plan: DrawPlan,
  place: number,
  streams: CaseTable['streams'],
  draw: number,
): void {
  const { deviations, deviationBytes, streamRows } = layout;
  const table = tableAt(layout, place) / 4;
  for (let index = 0; index < streams.length; index++) {
    const stream = streams[index] ?? 0;
    const row = streamRows[stream] ?? 0;
    const yearly = (plan.streams[stream]?.moments.length ?? 1) > 1;
    words[table + 2 * index] = deviations + row * deviationBytes + draw * DOUBLE;
    words[table + 2 * index + 1] = yearly ? deviationBytes : 0;
  }
}

/** Empties the records and counts of the `index`th case that is counted at once. */
export function clearRecords(
  { doubles, words, layout }: Memory,
  rows: number,
  index: number,
  ranges: Ranges,
): void {
  const counts = (layout.counts + index * rows * COUNT_BYTES) / 4;
  words.fill(0, counts, counts + (rows * COUNT_BYTES) / 4);
  for (let row = 0; row < rows; row++) {
    const at = recordAt(layout, rows, index, row) / DOUBLE;
    doubles.fill(0, at, at + ROW_RECORD.bytes / DOUBLE);
    doubles[at + ROW_RECORD.low / DOUBLE] = ranges.low[row] ?? 0;
    doubles[at + ROW_RECORD.scale / DOUBLE] = ranges.scale[row] ?? 0;
    doubles[at + ROW_RECORD.centre / DOUBLE] = ranges.centre[row] ?? 0;
    const [lowest, highest] = [at + ROW_RECORD.lowest / DOUBLE, at + ROW_RECORD.highest / DOUBLE];
    doubles.fill(Number.POSITIVE_INFINITY, lowest, lowest + 2);
    doubles.fill(Number.NEGATIVE_INFINITY, highest, highest + 2);
  }
}

export const recordAt = ({ records }: Layout, rows: number, index: number, row: number): number =>
  records + (index * rows + row) * ROW_RECORD.bytes;
