// Plan -> kernels: a WebAssembly module that computes a block of draws, and where it reads and writes.
import type { Plan } from '../types.ts';
import { type Address, functionOf, TABLE, TILE, YEAR } from './body.ts';
import { type DraftPhase, draftKernels, numbersFrom, type Stretch } from './build.ts';
import { makeLocals } from './locals.ts';
import { raiseWholeFunction } from './power.ts';
import { type Alike, makeSchedule, type Schedule, type Task } from './schedule.ts';
import type { Kernels, Output, Pointer, UncertainCell } from './types.ts';
import { type Code, type WasmFunction, wasm, wasmModule } from './wasm.ts';
import { LEFT_BYTES, VECTOR } from './writer.ts';

export { randomModule } from './random.ts';
export type { Alike } from './schedule.ts';
export { summaryModule } from './summary.ts';

const DOUBLE = 8;
/** A line of the processor's cache, as the gap behind a row: rows at a power of two from each other would share few lines. */
const GAP = 64;

/** Years that are a smaller share than one in so many of all are few. */
const FEW = 8;
/** Place of the function in the module that raises to whole powers. */
const RAISE_WHOLE = 0;

/**
 * Compiles what differs from draw to draw, as far as an output or a condition of the plan rests on it.
 * @param uncertain the input cells that differ in any case
 * @param outputs the series that are wanted of every draw
 * @param block draws that are computed together, a multiple of eight
 * @param alike what cases have in common that are computed one after the other; nothing where it is left out
 */
export function compileKernels(
  plan: Plan,
  uncertain: readonly UncertainCell[],
  outputs: readonly Output[],
  block: number,
  alike: Alike = () => false,
): Kernels {
  const rowBytes = block * DOUBLE + GAP;
  const years = plan.years.length;
  const schedule = makeSchedule(plan, uncertain, outputs, alike);
  let tileRows = 0;
  const outputRows = outputs.map((_, index) => {
    const rows = rowsOf(index, schedule, years);
    tileRows += rows;
    return { row: tileRows - rows, rows };
  });
  const drafts = draftKernels({ plan, schedule, uncertain, outputs: outputRows, rowBytes });

  const { steadyRows, breakRows, steadyValues, yearlyValues } = drafts;
  const { homes, period } = schedule;
  const steadyAt = LEFT_BYTES;
  const commonBreaks = { address: steadyAt + steadyRows * rowBytes, rows: breakRows.common };
  const ownBreaks = { address: commonBreaks.address + breakRows.common * rowBytes, rows: breakRows.own };
  const breaks = { common: commonBreaks, own: ownBreaks };
  const ringAt = ownBreaks.address + breakRows.own * rowBytes;
  const keptAt = ringAt + homes.ring * period * rowBytes;
  const ownBytes = keptAt + homes.kept * years * rowBytes;
  const numbersAt = numbersFrom(uncertain.length);
  const yearlyAt = numbersAt + steadyValues.length * VECTOR;
  const yearlyBytes = yearlyValues.length * VECTOR;

  const year = wasm.get(YEAR);
  const times = (code: Code, bytes: number): Code => [...code, ...wasm.i32(bytes), ...wasm.multiplyI32];
  const plus = (...codes: readonly Code[]): Code =>
    codes.flatMap((code, index) => (index === 0 ? code : [...code, ...wasm.addI32]));
  const back = (lag: number): Code => (lag === 0 ? year : [...year, ...wasm.i32(lag), ...wasm.subtractI32]);
  const address: Address = (pointer: Pointer): Code => {
    switch (pointer.from) {
      case 'table':
        return wasm.get(TABLE);
      case 'yearly':
        return plus(wasm.get(TABLE), wasm.i32(yearlyAt), times(year, yearlyBytes));
      case 'steady':
        return wasm.i32(steadyAt);
      case 'breaks':
        return wasm.i32(breaks[pointer.of].address);
      case 'ring': {
        const turn: Code = [...back(pointer.lag), ...wasm.i32(period), ...wasm.remainderI32];
        return plus(wasm.i32(ringAt), times(turn, homes.ring * rowBytes));
      }
      case 'kept': {
        const start = wasm.i32(keptAt);
        return pointer.lag === undefined
          ? start
          : plus(start, times(back(pointer.lag), homes.kept * rowBytes));
      }
      case 'tile':
        return pointer.lag === undefined
          ? wasm.get(TILE)
          : plus(wasm.get(TILE), times(back(pointer.lag), rowBytes));
      case 'deviations': {
        const part = (offset: number): Code => [
          ...wasm.get(TABLE),
          ...wasm.loadI32(pointer.uncertain * DOUBLE + offset),
        ];
        const { time } = pointer;
        const moment = time.kind === 'fixed' ? wasm.i32(time.index) : back(time.lag);
        return plus(part(0), [...moment, ...part(4), ...wasm.multiplyI32]);
      }
    }
  };

  const functions: WasmFunction[] = [raiseWholeFunction()];
  const add = (draft: DraftPhase['steady'], often: boolean): number =>
    functions.push(functionOf(draft, address, RAISE_WHOLE, often)) - 1;
  const phases = drafts.phases.map(({ steady, chunks }) => ({
    steady: isEmpty(steady) ? undefined : add(steady, false),
    chunks: chunks.map((stretches) =>
      stretches.map(({ until, draft }, index) => ({
        until,
        // What is computed for few years is not worth more code.
        index: add(draft, until - (stretches[index - 1]?.until ?? 0) > years / FEW),
      })),
    ),
  }));
  const { commonPhases } = schedule;
  functions.push(
    runFunction('common', phases.slice(0, commonPhases), years),
    runFunction('run', phases.slice(commonPhases), years),
  );
  return {
    module: wasmModule(functions),
    layout: {
      block,
      common: commonPhases > 0,
      rowBytes,
      ownBytes,
      breaks,
      conditions: drafts.conditions,
      table: {
        bytes: yearlyAt + years * yearlyBytes,
        numbersAt,
        uncertain,
        steady: steadyValues,
        yearly: yearlyValues,
      },
      outputs: outputRows,
      tileRows,
    },
  };
}

const isEmpty = ({ stores, witness }: DraftPhase['steady']): boolean =>
  stores.length === 0 && witness === undefined;

/** Rows that an output needs in a tile: one a year, one alone, or none where it is the same in all draws. */
function rowsOf(output: number, { phases }: Schedule, years: number): number {
  const gives = ({ gives }: Task): boolean => gives.kind === 'output' && gives.index === output;
  if (phases.some(({ chunks }) => chunks.some((tasks) => tasks.some(gives)))) return years;
  return phases.some(({ steady }) => steady.some(gives)) ? 1 : 0;
}

interface Called {
  readonly steady: number | undefined;
  readonly chunks: readonly (readonly (Pick<Stretch, 'until'> & { readonly index: number })[])[];
}

/** A function that computes a block: phase by phase, its steady part once and its chunks year by year. */
function runFunction(exported: string, phases: readonly Called[], years: number): WasmFunction {
  const [table, tile, bytes] = [0, 1, 2];
  const locals = makeLocals(3);
  const [year, failed] = [locals.add('i32'), locals.add('i32')];
  const call = (index: number): Code => [
    ...[...wasm.get(year), ...wasm.get(table), ...wasm.get(tile), ...wasm.get(bytes)],
    ...[...wasm.call(index), ...wasm.get(failed), ...wasm.orI32, ...wasm.set(failed)],
  ];
  const chunk = ([stretch, ...later]: Called['chunks'][number]): Code => {
    if (stretch === undefined) return [];
    if (later.length === 0) return call(stretch.index);
    const before: Code = [...wasm.get(year), ...wasm.i32(stretch.until), ...wasm.lessI32];
    return [...before, ...wasm.if, ...call(stretch.index), ...wasm.else, ...chunk(later), ...wasm.end];
  };
  const phase = ({ steady, chunks }: Called): Code => {
    const once: Code = steady === undefined ? [] : call(steady);
    if (chunks.length === 0) return once;
    const next: Code = [...wasm.get(year), ...wasm.i32(1), ...wasm.addI32, ...wasm.tee(year)];
    const again: Code = [...next, ...wasm.i32(years), ...wasm.lessI32, ...wasm.branchIf(0)];
    return [
      ...once,
      ...wasm.i32(0),
      ...wasm.set(year),
      ...wasm.loop,
      ...chunks.flatMap(chunk),
      ...again,
      ...wasm.end,
    ];
  };
  return {
    exported,
    parameters: ['i32', 'i32', 'i32'],
    results: ['i32'],
    locals: locals.types,
    body: [...phases.flatMap(phase), ...wasm.get(failed)],
  };
}
