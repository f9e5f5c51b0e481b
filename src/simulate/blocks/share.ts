// Answers for a share of the draws, in a memory of its own. Runs in any thread and loads next to nothing.
import type { Deviates, Prepare } from '../draws/types.ts';
import { byScenario, CHUNK, DOUBLE, fillDeviations, type Share } from './block.ts';
import { count } from './count.ts';
import { gather } from './gather.ts';
import { deviationStride, layOut, makeMemory, streamRows } from './memory.ts';
import { look, sample } from './sample.ts';
import type { Ahead, Reply, Request, Setup } from './types.ts';

/**
 * @param prepare makes what draws the deviations of a plan
 * @returns answers requests in order; the first sets up what the others work on
 */
export function makeShare(prepare: Prepare): (request: Request) => Reply {
  let share: Share | undefined;
  let drawn: Drawn | undefined;
  const ready = (): Share => {
    if (share === undefined) throw new Error('a share is set up before it is asked for anything');
    return share;
  };
  return (request) => {
    switch (request.kind) {
      case 'draw':
        drawn = drawAhead(request.ahead, prepare);
        return { kind: 'draw' };
      case 'set up':
        share = setUp(request.setup, prepare, drawn);
        drawn = undefined;
        return { kind: 'set up' };
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
interface Drawn {
  readonly deviates: Deviates;
  readonly deviations: Float64Array;
}

function drawAhead({ random, drawPlan, from, to, block }: Ahead, prepare: Prepare): Drawn {
  const deviates = prepare(drawPlan, random);
  const stride = deviationStride(Math.max(1, to - from), block);
  const { rows, count } = streamRows(drawPlan.streams);
  const deviations = new Float64Array(count * stride);
  for (const [stream, row] of rows.entries())
    deviates(stream, from, to - from, deviations, row * stride, stride);
  return { deviates, deviations };
}

function setUp(setup: Setup, prepare: Prepare, drawn: Drawn | undefined): Share {
  const { layout, drawPlan, random, kept, tables, from, to } = setup;
  const deviates = drawn?.deviates ?? prepare(drawPlan, random);
  const chunk = kept > 0 ? Math.max(1, to - from) : CHUNK;
  const cases = kept > 0 ? kept : tables.length;
  const grouped = Math.max(
    ...byScenario(setup, [...tables.keys()], (index) => index).map(({ length }) => length),
  );
  const wanted = { chunk, kept, grouped, tables: cases, cases };
  const memory = makeMemory(setup, layOut(layout, drawPlan, wanted));
  const share = { setup, deviates, memory };
  // Kept draws rest on one chunk of deviations, which serves all cases.
  if (kept > 0 && drawn !== undefined)
    memory.doubles.set(drawn.deviations, memory.layout.deviations / DOUBLE);
  else if (kept > 0) fillDeviations(share, from, to);
  return share;
}
