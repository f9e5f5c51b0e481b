// The kernels of summaries: they sort the draws of every row into bins and add them up, and pick out those of the bins that are asked for.
import { makeLocals } from './locals.ts';
import { BINS, COUNT_BYTES, ROW_RECORD } from './types.ts';
import { type Code, type WasmFunction, wasm, wasmModule } from './wasm.ts';

const VECTOR = 16;

interface Bins {
  /** Reads low and scale from a record. */
  readonly prepare: Code;
  /** Leaves the bins of the two draws as whole numbers in two locals, from the draws in a local. */
  readonly find: Code;
  readonly first: number;
  readonly second: number;
  /** The bins as doubles, for comparisons. */
  readonly position: number;
  /** How far the draws lie below all bins but the outermost, 0 or less, and above them, 0 or more: in bins. */
  readonly below: Code;
  readonly above: Code;
}

type Locals = ReturnType<typeof makeLocals>;

function binsOf(draws: number, record: number, locals: Locals): Bins {
  const [low, scale, position, whole] = [0, 0, 0, 0].map(() => locals.add('v128'));
  const [place, raised] = [locals.add('v128'), locals.add('v128')];
  const [one, least, most] = [1, 0, BINS + 1].map((value) => ({ value, local: locals.add('v128') }));
  const [first, second] = [locals.add('i32'), locals.add('i32')];
  if (low === undefined || scale === undefined || position === undefined || whole === undefined)
    throw new Error('no locals');
  if (one === undefined || least === undefined || most === undefined) throw new Error('no locals');
  const held = (field: number, local: number): Code => [
    ...[...wasm.get(record), ...wasm.loadSplat(field), ...wasm.set(local)],
  ];
  return {
    first,
    second,
    position,
    below: [...wasm.get(place), ...wasm.get(least.local), ...wasm.lower],
    above: [...wasm.get(raised), ...wasm.get(position), ...wasm.subtract],
    prepare: [
      ...[...held(ROW_RECORD.low, low), ...held(ROW_RECORD.scale, scale)],
      ...[one, least, most].flatMap(({ value, local }) => [...wasm.constant(value), ...wasm.set(local)]),
    ],
    find: [
      ...[...wasm.get(draws), ...wasm.get(low), ...wasm.subtract, ...wasm.get(scale), ...wasm.multiply],
      ...wasm.tee(place),
      ...[...wasm.get(one.local), ...wasm.add, ...wasm.get(least.local), ...wasm.higher],
      ...[
        ...wasm.tee(raised),
        ...wasm.get(most.local),
        ...wasm.lower,
        ...wasm.tee(position),
        ...wasm.truncate,
        ...wasm.tee(whole),
      ],
      ...[...wasm.lane(0), ...wasm.set(first), ...wasm.get(whole), ...wasm.lane(1), ...wasm.set(second)],
    ],
  };
}

const advance = (local: number, by: Code): Code => [
  ...wasm.get(local),
  ...by,
  ...wasm.addI32,
  ...wasm.set(local),
];

/** Runs `body` as long as `local` is below `end`, not at all if it is not. */
const whileBelow = (local: number, end: Code, body: Code): Code => {
  const below: Code = [...wasm.get(local), ...end, ...wasm.lessI32];
  return [
    ...below,
    ...wasm.if,
    ...wasm.loop,
    ...body,
    ...below,
    ...wasm.branchIf(0),
    ...wasm.end,
    ...wasm.end,
  ];
};

/** All bits of the first of two draws. */
const FIRST_ONLY: Code = [...wasm.constantLanes(-1n, 0n)];

/**
 * count(tile, tileBytes, block, rowBytes, rows, draws, records, counts): adds the first `draws` draws of each row of tiles to its record
 * and counts. A tile has `block` draws, and the next lies `tileBytes` further. All draws of a row are counted before the next row:
 * counts lie scattered over more memory than a processor has close at hand. Sums are of these draws alone.
 */
function countFunction(): WasmFunction {
  const [tile, tileBytes, block, rowBytes, rows, draws, record, counts] = [0, 1, 2, 3, 4, 5, 6, 7];
  const locals = makeLocals(8);
  const [at, end, part, left] = [locals.add('i32'), locals.add('i32'), locals.add('i32'), locals.add('i32')];
  const [x, off] = [locals.add('v128'), locals.add('v128')];
  const fields = (['sums', 'squares', 'lowest', 'highest', 'below', 'above'] as const).map((name) => ({
    field: ROW_RECORD[name],
    local: locals.add('v128'),
  }));
  const [sums = 0, squares = 0, lowest = 0, highest = 0, below = 0, above = 0] = fields.map(
    ({ local }) => local,
  );
  const centre = locals.add('v128');
  const bins = binsOf(x, record, locals);
  const increment = (bin: number): Code => {
    const address: Code = [
      ...wasm.get(bin),
      ...wasm.i32(2),
      ...wasm.shiftLeftI32,
      ...wasm.get(counts),
      ...wasm.addI32,
    ];
    return [
      ...address,
      ...wasm.tee(bin),
      ...wasm.get(bin),
      ...wasm.loadI32(0),
      ...wasm.i32(1),
      ...wasm.addI32,
      ...wasm.storeI32(0),
    ];
  };
  const add = (sum: number, addend: Code): Code => [
    ...wasm.get(sum),
    ...addend,
    ...wasm.add,
    ...wasm.set(sum),
  ];
  const offCentre: Code = [...wasm.get(x), ...wasm.get(centre), ...wasm.subtract];
  const extreme = (local: number, step: Code): Code => [
    ...[...wasm.get(local), ...wasm.get(x), ...step, ...wasm.set(local)],
  ];
  const rest = (only: Code): Code => [
    ...add(sums, wasm.get(off)),
    ...add(squares, [...wasm.get(off), ...wasm.get(off), ...wasm.multiply]),
    ...[...extreme(lowest, wasm.lower), ...extreme(highest, wasm.higher), ...bins.find],
    ...add(below, [...bins.below, ...only]),
    ...add(above, [...bins.above, ...only]),
    ...increment(bins.first),
  ];
  const pair: Code = [
    ...[...wasm.get(at), ...wasm.load(0), ...wasm.set(x), ...offCentre, ...wasm.set(off), ...rest([])],
    ...[...increment(bins.second), ...advance(at, wasm.i32(VECTOR))],
  ];
  // The last of an odd number of draws stands for both, and counts once.
  const single: Code = [
    ...[...wasm.get(at), ...wasm.loadSplat(0), ...wasm.set(x), ...offCentre, ...FIRST_ONLY, ...wasm.and],
    ...[...wasm.set(off), ...rest([...FIRST_ONLY, ...wasm.and])],
  ];
  /** Extremes go on from call to call, sums begin anew. */
  const readRecord = fields.flatMap(({ field, local }) => [
    ...(local === lowest || local === highest
      ? [...wasm.get(record), ...wasm.load(field)]
      : wasm.constant(0)),
    ...wasm.set(local),
  ]);
  const writeRecord = fields.flatMap(({ field, local }) => [
    ...wasm.get(record),
    ...wasm.get(local),
    ...wasm.store(field),
  ]);
  /** The draws of a row in one tile but for the last of an odd number, at which it ends. */
  const size: Code = [
    ...wasm.get(end),
    ...wasm.i32(-2),
    ...wasm.andI32,
    ...wasm.i32(3),
    ...wasm.shiftLeftI32,
  ];
  const inTile: Code = [
    ...[...wasm.get(block), ...wasm.get(left), ...wasm.get(block), ...wasm.get(left), ...wasm.lessI32],
    ...[
      ...wasm.chooseI32,
      ...wasm.set(end),
      ...advance(left, [...wasm.i32(0), ...wasm.get(end), ...wasm.subtractI32]),
    ],
    ...[...wasm.get(part), ...wasm.tee(at), ...size, ...wasm.addI32, ...wasm.set(end)],
    ...[...whileBelow(at, wasm.get(end), pair), ...advance(part, wasm.get(tileBytes))],
  ];
  const row: Code = [
    ...[
      ...bins.prepare,
      ...wasm.get(record),
      ...wasm.loadSplat(ROW_RECORD.centre),
      ...wasm.set(centre),
      ...readRecord,
    ],
    ...[...wasm.get(tile), ...wasm.set(part), ...wasm.get(draws), ...wasm.set(left)],
    ...[...wasm.loop, ...inTile, ...wasm.get(left), ...wasm.branchIf(0), ...wasm.end],
    ...[
      ...wasm.get(draws),
      ...wasm.i32(1),
      ...wasm.andI32,
      ...wasm.if,
      ...single,
      ...wasm.end,
      ...writeRecord,
    ],
    ...[...advance(tile, wasm.get(rowBytes)), ...advance(record, wasm.i32(ROW_RECORD.bytes))],
    ...[...advance(counts, wasm.i32(COUNT_BYTES)), ...advance(rows, wasm.i32(-1))],
  ];
  const some: Code = wasm.get(rows);
  return {
    exported: 'count',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
    results: [],
    locals: locals.types,
    body: [...some, ...wasm.if, ...wasm.loop, ...row, ...some, ...wasm.branchIf(0), ...wasm.end, ...wasm.end],
  };
}

/**
 * gather(row, draws, record, wanted, tails, out): writes those of the draws whose bin has a 1 in the bytes at `wanted` to `out`, and
 * gives where the next would go. At `tails`: two bins, as pairs of equal doubles, and two pairs of sums, to which the draws below
 * the first bin and above the second are added.
 */
function gatherFunction(): WasmFunction {
  const [row, draws, record, wanted, tails, out] = [0, 1, 2, 3, 4, 5];
  const locals = makeLocals(6);
  const end = locals.add('i32');
  const x = locals.add('v128');
  const bins = binsOf(x, record, locals);
  const fields = [0, 16, 32, 48].map((field) => ({ field, local: locals.add('v128') }));
  const [below = 0, above = 0, lower = 0, upper = 0] = fields.map(({ local }) => local);
  const keep = (lane: 0 | 1, bin: number): Code => [
    ...[
      ...wasm.get(out),
      ...wasm.get(x),
      ...wasm.storeLane(lane),
      ...wasm.get(out),
      ...wasm.get(bin),
      ...wasm.get(wanted),
    ],
    ...[
      ...wasm.addI32,
      ...wasm.loadByte,
      ...wasm.i32(3),
      ...wasm.shiftLeftI32,
      ...wasm.addI32,
      ...wasm.set(out),
    ],
  ];
  const tail = (sum: number, holds: Code, only: Code): Code => [
    ...[...wasm.get(sum), ...wasm.get(x), ...holds, ...wasm.and, ...only, ...wasm.add, ...wasm.set(sum)],
  ];
  const both = (only: Code): Code => [
    ...tail(lower, [...wasm.get(bins.position), ...wasm.get(below), ...wasm.less], only),
    ...tail(upper, [...wasm.get(above), ...wasm.get(bins.position), ...wasm.atMost], only),
  ];
  const pair: Code = [
    ...[...wasm.get(row), ...wasm.load(0), ...wasm.set(x), ...bins.find, ...both([])],
    ...[...keep(0, bins.first), ...keep(1, bins.second), ...advance(row, wasm.i32(VECTOR))],
  ];
  const single: Code = [
    ...[...wasm.get(row), ...wasm.loadSplat(0), ...wasm.set(x), ...bins.find],
    ...[...both([...FIRST_ONLY, ...wasm.and]), ...keep(0, bins.first)],
  ];
  return {
    exported: 'gather',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
    results: ['i32'],
    locals: locals.types,
    body: [
      ...[
        ...bins.prepare,
        ...fields.flatMap(({ field, local }) => [
          ...wasm.get(tails),
          ...wasm.load(field),
          ...wasm.set(local),
        ]),
      ],
      ...[
        ...wasm.get(row),
        ...wasm.get(draws),
        ...wasm.i32(-2),
        ...wasm.andI32,
        ...wasm.i32(3),
        ...wasm.shiftLeftI32,
      ],
      ...[...wasm.addI32, ...wasm.set(end), ...whileBelow(row, wasm.get(end), pair)],
      ...[...wasm.get(draws), ...wasm.i32(1), ...wasm.andI32, ...wasm.if, ...single, ...wasm.end],
      ...fields
        .slice(2)
        .flatMap(({ field, local }) => [...wasm.get(tails), ...wasm.get(local), ...wasm.store(field)]),
      ...wasm.get(out),
    ],
  };
}

/** A module over `env.memory` that exports `count` and `gather`; the same for every plan. */
export const summaryModule = (): Uint8Array<ArrayBuffer> => wasmModule([countFunction(), gatherFunction()]);
