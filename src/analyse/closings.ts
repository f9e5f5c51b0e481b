// What it would take to meet a target that is missed: the value of one input alone, levers first, within what it may be.
import type { Target } from '../resolve/index.ts';
import { numberAt, type PlanCell, wantedFor } from '../simulate/index.ts';
import type { Bench } from './bench.ts';
import { allowedFor, movedBy, reachOf } from './reach.ts';
import { inUnit, itemTitle } from './series.ts';
import type { Closing } from './target-types.ts';
import { inputCells } from './variations.ts';

/** @param cell the element of the target's quantity that misses it */
export function closingsOf(
  bench: Bench,
  { case: each, values }: Bench['cases'][number],
  target: Target,
  cell: PlanCell,
): readonly Closing[] {
  const { program, plan, graph } = bench;
  const behind = graph.behind([cell]);
  const year = plan.years.indexOf(target.year);
  const bound = { direction: target.direction, bound: target.goal };
  const read = (numbers: Float64Array): number => numberAt(graph, numbers, cell, year);
  const probe = { values, read, wanted: wantedFor(graph, [{ ...cell, time: year }]) };
  return inputCells(program, plan, each)
    .filter((input) => behind.has(graph.id(input)))
    .filter(({ quantity: { setBy } }) => setBy === 'strategy' || setBy === 'scenario')
    .flatMap((input): readonly Closing[] => {
      const { quantity, resolved } = input;
      const allowed = allowedFor(input, bench);
      if (allowed === undefined) return [];
      const now = resolved.values[resolved.values.length === 1 ? 0 : year] ?? Number.NaN;
      const moved = movedBy(bench, probe, input, (time) => time >= year);
      const reach = reachOf(moved, input, bound, allowed, now);
      if (reach.kind === 'still') return [];
      const key = plan.slots[input.slot]?.cells[input.cell] ?? [];
      return [
        {
          quantity: quantity.name,
          title: quantity.title,
          item: key.join('; '),
          itemTitle: itemTitle(key, quantity.sets, program.sets),
          setBy: quantity.setBy === 'strategy' ? 'strategy' : 'scenario',
          unit: quantity.unit.text,
          now: inUnit(now, quantity),
          allowed: [inUnit(allowed[0], quantity), inUnit(allowed[1], quantity)],
          turns: reach.turns,
          ...answerOf(reach, bench, target, inUnit(now, quantity)),
        },
      ];
    })
    .toSorted((left, right) => rank(left) - rank(right));
}

function answerOf(
  reach: Exclude<ReturnType<typeof reachOf>, { readonly kind: 'still' }>,
  { program }: Bench,
  { quantity }: Target,
  now: number,
): Pick<Closing, 'outcome' | 'needs' | 'check' | 'best'> {
  const target = program.quantities.get(quantity);
  if (target === undefined) throw new Error('a target without a quantity');
  if (reach.kind === 'never') return { outcome: 'misses', best: inUnit(reach.best, target) };
  // The path that misses the target meets it where it is held.
  if (reach.kind === 'always') return { outcome: 'meets', needs: now };
  const { at: needs, check } = reach;
  return check === undefined ? { outcome: 'meets', needs } : { outcome: 'breaks', needs, check };
}

/** Levers before what the world does; in each, what closes the gap before what does not. */
const rank = ({ setBy, outcome }: Closing): number =>
  (setBy === 'strategy' ? 0 : 4) + ['meets', 'breaks', 'misses'].indexOf(outcome);
