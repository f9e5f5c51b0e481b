// Computes a share of the draws, block by block, in a memory of its own. Runs in any thread and loads next to nothing.
import { BINS, type BreakRows, COUNT_BYTES, ROW_RECORD } from '../../compile/types.ts';
import type { Deviates, Prepare } from '../draws/types.ts';
import {
  clearRecords,
  deviationStride,
  layOut,
  type Memory,
  makeMemory,
  pointTable,
  recordAt,
  streamRows,
  tableAt,
  writeTable,
} from './memory.ts';
import { endsOf } from './ranges.ts';
import {
  type Ahead,
  type Counted,
  type Gathered,
  type Glance,
  GROUP,
  type Look,
  type Ranges,
  type Reply,
  type Request,
  type Setup,
} from './types.ts';

const DOUBLE = 8;
/** Draws whose deviations are there at once where draws are not kept. */
const CHUNK = 8192;

interface Share {
  readonly setup: Setup;
  readonly deviates: Deviates;
  /** For one case, or for all at once where draws are not kept. */
  readonly memory: Memory;
}

/**
 * @param prepare makes what draws the deviations of a plan
 * @returns answers requests in order; the first sets up what the others work on
 */
export function makeShare(prepare: Prepare): (request: Request) => Reply {
  let share: Share | undefined;
  let drawn: ReturnType<typeof drawAhead> | undefined;
  const ready = (): Share => {
    if (share === undefined) throw new Error('a share is set up before it is asked for anything');
    return share;
  };
  return (request) => {
    switch (request.kind) {
      case 'draw':
        drawn = drawAhead(request.ahead, prepare);
        return { kind: 'draw' };
      case 'set up': {
        const { setup } = request;
        const deviates = drawn?.deviates ?? prepare(setup.drawPlan, setup.random);
        const { layout, drawPlan, kept, tables } = setup;
        const chunk = kept > 0 ? Math.max(1, setup.to - setup.from) : CHUNK;
        const cases = kept > 0 ? kept : tables.length;
        const grouped = Math.max(
          ...byScenario(setup, [...tables.keys()], (index) => index).map(({ length }) => length),
        );
        const wanted = { chunk, kept, grouped, tables: cases, cases };
        const memory = makeMemory(setup, layOut(layout, drawPlan, wanted));
        share = { setup, deviates, memory };
        // Kept draws rest on one chunk of deviations, which serves all cases.
        if (kept > 0 && drawn !== undefined)
          memory.doubles.set(drawn.deviations, memory.layout.deviations / DOUBLE);
        else if (kept > 0) fillDeviations(share, setup.from, setup.to);
        drawn = undefined;
        return { kind: 'set up' };
      }
      case 'look':
        return { kind: 'look', looks: look(ready(), request.glances) };
      case 'values': {
        const [found] = sample(ready(), [request.case], request.from, request.to);
        return { kind: 'values', rows: found?.rows ?? [], failed: found?.failed ?? [] };
      }
      case 'count':
        return { kind: 'count', counted: count(ready(), request.cases, request.ranges) };
      case 'gather':
        return { kind: 'gather', gathered: gather(ready(), request) };
    }
  };
}

/** The deviations of a share as they will lie in its memory. */
function drawAhead({ random, drawPlan, from, to, block }: Ahead, prepare: Prepare) {
  const deviates = prepare(drawPlan, random);
  const stride = deviationStride(Math.max(1, to - from), block);
  const { rows, count } = streamRows(drawPlan.streams);
  const deviations = new Float64Array(count * stride);
  for (const [stream, row] of rows.entries())
    deviates(stream, from, to - from, deviations, row * stride, stride);
  return { deviates, deviations };
}

function fillDeviations({ setup, deviates, memory }: Share, from: number, to: number): void {
  const { layout, doubles } = memory;
  const stride = layout.deviationBytes / DOUBLE;
  setup.drawPlan.streams.forEach((_, stream) => {
    const row = layout.streamRows[stream] ?? 0;
    deviates(stream, from, to - from, doubles, layout.deviations / DOUBLE + row * stride, stride);
  });
}

/** A case of those that are computed at once. */
interface Placed {
  readonly index: number;
  /** Which of them it is, and whose table, records and tiles are its own. */
  readonly place: number;
}

/**
 * Computes a block of some cases, one after the other, and what they have in common once for those of a scenario.
 * @param draw the first of the block, of draws whose deviations begin with `start`
 * @param use what is done with the case once its block is there; told whether all its numbers are finite
 */
function runBlock<Case extends Placed>(
  { setup, memory }: Share,
  cases: readonly Case[],
  { start, draw, draws }: { readonly start: number; readonly draw: number; readonly draws: number },
  tileOf: (each: Case) => number,
  use: (each: Case, tile: number, finite: boolean) => void,
): void {
  const { drawPlan, scenarios, tables } = setup;
  const { breaks, rowBytes, common } = setup.layout;
  const clear = ({ address, rows }: (typeof breaks)['own']): void => {
    memory.doubles.fill(0, address / DOUBLE, (address + rows * rowBytes) / DOUBLE);
  };
  const bytes = draws * DOUBLE;
  let scenario: number | undefined;
  let commonFinite = true;
  for (const each of cases) {
    const table = tableAt(memory.layout, each.place);
    const tile = tileOf(each);
    pointTable(memory, drawPlan, each.place, tables[each.index]?.streams ?? [], draw - start);
    if (common && scenarios[each.index] !== scenario) {
      scenario = scenarios[each.index];
      clear(breaks.common);
      commonFinite = memory.common(table, tile, bytes) === 0;
    }
    clear(breaks.own);
    const finite = memory.run(table, tile, bytes) === 0;
    use(each, tile, commonFinite && finite);
  }
}

/** Draws of cases, for the ranges in which they lie; cases of the same draws go together, since they may have much in common. */
const look = (share: Share, glances: readonly Glance[]): readonly Look[] =>
  [...new Set(glances.map(({ from }) => from))].flatMap((start) => {
    const together = glances.filter(({ from }) => from === start);
    const cases = together.map(({ index }) => index);
    const { to = start } = together[0] ?? {};
    return sample(share, cases, start, to).map(({ rows, failed }) => ({ ends: endsOf(rows), failed }));
  });

/** Draws of cases as they are, in a memory that is gone afterwards. */
function sample(
  { setup, deviates }: Share,
  cases: readonly number[],
  from: number,
  to: number,
): readonly { readonly rows: readonly Float64Array[]; readonly failed: readonly number[] }[] {
  const { layout, drawPlan, tables } = setup;
  const draws = to - from;
  const wanted = { chunk: draws, kept: 0, tables: cases.length, cases: 0 };
  const memory = makeMemory(setup, layOut(layout, drawPlan, wanted));
  const share = { setup, deviates, memory };
  fillDeviations(share, from, to);
  const { block, rowBytes, tileRows } = layout;
  const found = cases.map((index, place) => {
    const table = tables[index];
    if (table === undefined) throw new Error(`no case ${index}`);
    writeTable(memory, place, table);
    const rows = Array.from({ length: tileRows }, () => new Float64Array(draws));
    const failed: number[] = [];
    return { index, place, rows, failed };
  });
  for (let draw = from; draw < to; draw += block) {
    const size = Math.min(block, to - draw);
    const at = { start: from, draw, draws: size };
    runBlock(
      share,
      found,
      at,
      () => memory.layout.tiles,
      ({ rows, failed }, tile, finite) => {
        if (!finite) failed.push(draw);
        rows.forEach((drawn, row) => {
          const first = (tile + row * rowBytes) / DOUBLE;
          drawn.set(memory.doubles.subarray(first, first + size), draw - from);
        });
      },
    );
  }
  return found;
}

function count(share: Share, cases: readonly number[], ranges: readonly Ranges[]): readonly Counted[] {
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
    const { sums, squares, broken, failed } = tally;
    return { counts, sums, squares, lowest, highest, broken, failed };
  });
}

interface Tally extends Placed {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly broken: (number | undefined)[];
  readonly failed: number[];
  readonly groups: number;
}

function emptyTally(conditions: readonly BreakRows[], rows: number, groups: number) {
  return {
    sums: new Float64Array(rows * groups),
    squares: new Float64Array(rows * groups),
    broken: conditions.map(({ common, own }) => (common === undefined && own === undefined ? undefined : 0)),
    failed: [],
    groups,
  };
}

/** Where a block of a case lies, counted from the first whose draws are there. */
const tileAt = ({ layout }: Memory, place: number, block: number): number =>
  layout.tiles + place * layout.caseBytes + block * layout.tileBytes;

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

/** Cases that follow each other, those of a scenario together. */
function byScenario<Case>(
  { scenarios }: Setup,
  cases: readonly Case[],
  indexOf: (each: Case) => number,
): readonly (readonly Case[])[] {
  const found: Case[][] = [];
  cases.forEach((each, turn) => {
    const before = cases[turn - 1];
    const isSame = before !== undefined && scenarios[indexOf(before)] === scenarios[indexOf(each)];
    if (isSame) found.at(-1)?.push(each);
    else found.push([each]);
  });
  return found;
}

/** Moves the sums of a group out of the records, which begin again at 0. */
function takeSums({ doubles, layout }: Memory, rows: number, tally: Tally, group: number): void {
  for (let row = 0; row < rows; row++) {
    const record = recordAt(layout, rows, tally.place, row) / DOUBLE;
    const take = (field: number, into: Float64Array): void => {
      const at = record + field / DOUBLE;
      into[row * tally.groups + group] = (doubles[at] ?? 0) + (doubles[at + 1] ?? 0);
      doubles.fill(0, at, at + 2);
    };
    take(ROW_RECORD.sums, tally.sums);
    take(ROW_RECORD.squares, tally.squares);
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

function gather({ setup, memory }: Share, request: Request & { readonly kind: 'gather' }): Gathered {
  const { layout, from, to, kept } = setup;
  const { block, rowBytes, tileRows: rows } = layout;
  const { doubles, bytes, layout: places } = memory;
  const place = request.case % kept;
  const groups = Math.ceil((to - from) / GROUP);
  const bins = BINS + 2;
  const sums = { below: new Float64Array(rows * groups), above: new Float64Array(rows * groups) };
  const lengths = new Uint32Array(rows);
  const found: Float64Array[] = [];
  const tails = places.tails / DOUBLE;
  for (let row = 0; row < rows; row++) {
    if (request.rows[row] === 0) continue;
    bytes.set(request.wanted.subarray(row * bins, (row + 1) * bins), places.wanted);
    doubles.fill(request.below[row] ?? 0, tails, tails + 2);
    doubles.fill(request.above[row] ?? 0, tails + 2, tails + 4);
    const record = recordAt(places, rows, place, row);
    let out = places.gathered;
    for (let draw = from; draw < to; draw += block) {
      const tile = tileAt(memory, place, (draw - from) / block);
      if ((draw - from) % GROUP === 0) doubles.fill(0, tails + 4, tails + 8);
      const size = Math.min(block, to - draw);
      out = memory.gather(tile + row * rowBytes, size, record, places.wanted, places.tails, out);
      const group = row * groups + Math.floor((draw - from) / GROUP);
      sums.below[group] = (doubles[tails + 4] ?? 0) + (doubles[tails + 5] ?? 0);
      sums.above[group] = (doubles[tails + 6] ?? 0) + (doubles[tails + 7] ?? 0);
    }
    lengths[row] = (out - places.gathered) / DOUBLE;
    found.push(doubles.slice(places.gathered / DOUBLE, out / DOUBLE));
  }
  const values = new Float64Array(found.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of found) {
    values.set(part, end);
    end += part.length;
  }
  return { values, lengths, ...sums };
}
