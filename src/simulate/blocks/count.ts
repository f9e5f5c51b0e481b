// Counts the draws of a share: bins, sums and extremes of every row, and the draws that break a condition.
import { BINS, type BreakRows, COUNT_BYTES, ROW_RECORD } from '../../compile/types.ts';
import {
  byScenario,
  CHUNK,
  DOUBLE,
  fillDeviations,
  type Placed,
  runBlock,
  type Share,
  tileAt,
} from './block.ts';
import { clearRecords, type Memory, recordAt, writeTable } from './memory.ts';
import { type Counted, GROUP, type Ranges } from './types.ts';

export function count(share: Share, cases: readonly number[], ranges: readonly Ranges[]): readonly Counted[] {
  const { setup, memory } = share;
  const { layout, from, to, kept } = setup;
  const { tileRows: rows } = layout;
  const tallies = cases.map((index, turn) => {
    const range = ranges[turn];
    const table = setup.tables[index];
    const place = kept > 0 ? index % kept : turn;
    if (range === undefined || table === undefined) throw new Error(`no case ${index}`);
    clearRecords(memory, rows, place, range);
    writeTable(memory, place, table);
    return { index, place, ...emptyTally(layout.conditions, rows, Math.ceil((to - from) / GROUP)) };
  });
  const chunk = kept > 0 ? to - from : CHUNK;
  for (let start = from; start < to; start += chunk) {
    const end = Math.min(to, start + chunk);
    if (kept === 0) fillDeviations(share, start, end);
    countChunk(share, tallies, start, end);
  }
  return tallies.map((tally) => {
    const { counts, lowest, highest } = readRecords(memory, rows, tally.place);
    const { sums, squares, below, above, broken, failed } = tally;
    return { counts, sums, squares, below, above, lowest, highest, broken, failed };
  });
}

interface Tally extends Placed {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly below: Float64Array;
  readonly above: Float64Array;
  readonly broken: (number | undefined)[];
  readonly failed: number[];
  readonly groups: number;
}

function emptyTally(conditions: readonly BreakRows[], rows: number, groups: number) {
  return {
    sums: new Float64Array(rows * groups),
    squares: new Float64Array(rows * groups),
    below: new Float64Array(rows * groups),
    above: new Float64Array(rows * groups),
    broken: conditions.map(({ common, own }) => (common === undefined && own === undefined ? undefined : 0)),
    failed: [],
    groups,
  };
}

/** Counts group by group, since all draws of a row that are there are counted before the next row. */
function countChunk(share: Share, tallies: readonly Tally[], start: number, end: number): void {
  const { setup, memory } = share;
  const { layout, from, kept } = setup;
  const { block, rowBytes, tileRows: rows } = layout;
  for (let first = start; first < end; first += GROUP)
    for (const alike of byScenario(setup, tallies, ({ index }) => index)) {
      const draws = Math.min(GROUP, end - first);
      const firstTile = kept > 0 ? (first - start) / block : 0;
      const placed = alike.map((tally, turn) => ({ ...tally, tiles: kept > 0 ? tally.place : turn }));
      for (let done = 0; done < draws; done += block) {
        const size = Math.min(block, draws - done);
        const at = { start, draw: first + done, draws: size };
        const tileOf = ({ tiles }: (typeof placed)[number]): number =>
          tileAt(memory, tiles, firstTile + done / block);
        runBlock(share, placed, at, tileOf, ({ failed, broken }, _, finite) => {
          if (!finite) failed.push(first + done);
          countBroken(share, broken, size);
        });
      }
      for (const tally of placed) {
        const records = recordAt(memory.layout, rows, tally.place, 0);
        const counts = memory.layout.counts + tally.place * rows * COUNT_BYTES;
        const tile = tileAt(memory, tally.tiles, firstTile);
        memory.count(tile, memory.layout.tileBytes, block, rowBytes, rows, draws, records, counts);
        takeSums(memory, rows, tally, (first - from) / GROUP);
      }
    }
}

/** Takes the sums of a group out of the records, where even and odd draws stand apart. */
function takeSums({ doubles, layout }: Memory, rows: number, tally: Tally, group: number): void {
  const { sums, squares, below, above, groups } = tally;
  const at = (record: number, field: number): number =>
    (doubles[record + field / DOUBLE] ?? 0) + (doubles[record + field / DOUBLE + 1] ?? 0);
  for (let row = 0; row < rows; row++) {
    const record = recordAt(layout, rows, tally.place, row) / DOUBLE;
    const place = row * groups + group;
    sums[place] = at(record, ROW_RECORD.sums);
    squares[place] = at(record, ROW_RECORD.squares);
    below[place] = at(record, ROW_RECORD.below);
    above[place] = at(record, ROW_RECORD.above);
  }
}

function countBroken({ setup, memory }: Share, broken: (number | undefined)[], draws: number): void {
  const { conditions, breaks, rowBytes } = setup.layout;
  const { words } = memory;
  const startOf = ({ address }: (typeof breaks)['own'], row: number | undefined): number | undefined =>
    row === undefined ? undefined : (address + row * rowBytes) / 4;
  conditions.forEach(({ common, own }, condition) => {
    const starts = [startOf(breaks.common, common), startOf(breaks.own, own)];
    const [first, second = first] = starts.filter((start) => start !== undefined);
    if (first === undefined || second === undefined) return;
    let found = 0;
    for (let draw = 0; draw < draws; draw++)
      if (((words[first + 2 * draw] ?? 0) | (words[second + 2 * draw] ?? 0)) !== 0) found++;
    broken[condition] = (broken[condition] ?? 0) + found;
  });
}

function readRecords({ words, doubles, layout }: Memory, rows: number, place: number) {
  const bins = BINS + 2;
  const counts = new Uint32Array(rows * bins);
  const lowest = new Float64Array(rows);
  const highest = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const at = (layout.counts + (place * rows + row) * COUNT_BYTES) / 4;
    counts.set(words.subarray(at, at + bins), row * bins);
    const record = recordAt(layout, rows, place, row) / DOUBLE;
    const two = (field: number): readonly number[] => [
      ...doubles.subarray(record + field / DOUBLE, record + field / DOUBLE + 2),
    ];
    // Which of two zeros of unlike sign comes first depends on who computes what.
    lowest[row] = Math.min(...two(ROW_RECORD.lowest)) + 0;
    highest[row] = Math.max(...two(ROW_RECORD.highest)) + 0;
  }
  return { counts, lowest, highest };
}
