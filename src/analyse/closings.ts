// What it would take to meet a target that is missed: the value of one input alone, levers first, within what it may be.
import type { Target } from '../resolve/index.ts';
import { brokenBy, numberAt, type PlanCell, towards, whatIf } from '../simulate/index.ts';
import type { Bench } from './bench.ts';
import { inUnit, itemTitle } from './series.ts';
import type { Closing } from './target-types.ts';
import { type InputCell, inputCells } from './variations.ts';

/** Values tried across what an input may be, to see whether the target moves one way, before the exact one is searched. */
const STEPS = 8;
/** Halvings of one step: closer than a reader looks. */
const HALVINGS = 30;

/**
 * @param cell the element of the target's quantity that misses it
 * @param values the numbers of the case
 * @param meets whether a number of the quantity, in base units, meets the target
 */
export function closingsOf(
  bench: Bench,
  { case: each, values }: Bench['cases'][number],
  target: Target,
  cell: PlanCell,
  meets: (value: number) => boolean,
): readonly Closing[] {
  const { program, plan, graph } = bench;
  const behind = graph.behind([cell]);
  return inputCells(program, plan, each)
    .filter((input) => behind.has(graph.id(input)))
    .filter(({ quantity: { setBy } }) => setBy === 'strategy' || setBy === 'scenario')
    .flatMap((input): readonly Closing[] => {
      const { quantity, resolved } = input;
      const allowed = allowedFor(input, bench);
      if (allowed === undefined) return [];
      const year = plan.years.indexOf(target.year);
      const answer = search(bench, values, input, year, cell, behind, allowed, target.direction, meets);
      if (answer === undefined) return [];
      const key = plan.slots[input.slot]?.cells[input.cell] ?? [];
      return [
        {
          quantity: quantity.name,
          title: quantity.title,
          item: key.join('; '),
          itemTitle: itemTitle(key, quantity.sets, program.sets),
          setBy: quantity.setBy === 'strategy' ? 'strategy' : 'scenario',
          unit: quantity.unit.text,
          now: inUnit(resolved.values[year] ?? Number.NaN, quantity),
          allowed: [inUnit(allowed[0], quantity), inUnit(allowed[1], quantity)],
          ...answer,
        },
      ];
    })
    .toSorted((left, right) => rank(left) - rank(right));
}

/** Levers before what the world does; in each, what closes the gap before what does not. */
const rank = ({ setBy, outcome }: Closing): number =>
  (setBy === 'strategy' ? 0 : 4) + ['meets', 'breaks', 'turns', 'misses'].indexOf(outcome);

/**
 * What an input may be: the bounds of its declaration; without them the widest that its range and the values of
 * the other scenarios and strategies span. Undefined if that is one value alone.
 */
function allowedFor(
  { quantity, cell, resolved }: InputCell,
  { study }: Bench,
): readonly [number, number] | undefined {
  const spans = study.cases.flatMap(({ inputs }) => {
    const other = inputs.get(quantity.name)?.[cell];
    return [...(other?.values ?? []), ...(other?.origin.range ?? [])];
  });
  const isLever = quantity.setBy === 'strategy';
  const ends = isLever && quantity.within !== undefined ? quantity.within : spans;
  const [low, high] = [Math.min(...ends), Math.max(...ends, ...resolved.values)];
  return Number.isFinite(low) && Number.isFinite(high) && low < high ? [low, high] : undefined;
}

type Search = Pick<Closing, 'outcome' | 'needs' | 'check' | 'best'>;

/**
 * The value nearest to the present one that meets the target when the input holds it from the target's year on.
 * Undefined if the input does not move the target in its year.
 */
function search(
  bench: Bench,
  values: Float64Array,
  input: InputCell,
  year: number,
  cell: PlanCell,
  behind: ReadonlySet<number>,
  [low, high]: readonly [number, number],
  direction: Target['direction'],
  meets: (value: number) => boolean,
): Search | undefined {
  const { plan, graph, program } = bench;
  const target = program.quantities.get(plan.slots[cell.slot]?.quantity ?? '');
  if (target === undefined) throw new Error('a target without a quantity');
  const follows = graph.after(input);
  const own = towards(follows, behind, plan, [year]);
  const holding = (value: number) => ({
    ...input,
    numbers: input.resolved.values.map((old, time) => (time < year ? old : value)),
  });
  const at = (value: number): number =>
    whatIf(graph, values, holding(value), own, (changed) => numberAt(graph, changed, cell, year));
  const tried = Array.from({ length: STEPS + 1 }, (_, step) => low + ((high - low) * step) / STEPS);
  const found = tried.map(at);
  const rises = found.every((value, step) => step === 0 || value >= (found[step - 1] ?? value));
  const falls = found.every((value, step) => step === 0 || value <= (found[step - 1] ?? value));
  if (rises && falls) return undefined;
  if (!rises && !falls) return { outcome: 'turns' };
  const isMet = found.map(meets);
  if (!isMet.includes(true)) {
    const best = direction === 'at_least' ? Math.max(...found) : Math.min(...found);
    return { outcome: 'misses', best: inUnit(best, target) };
  }
  // The target moves one way, so what meets it lies at one end, and the nearest value that does at the inner edge of it.
  const edge = isMet[0] === true ? isMet.lastIndexOf(true) : isMet.indexOf(true);
  let good = tried[edge] ?? low;
  let bad = tried[isMet[0] === true ? edge + 1 : edge - 1] ?? good;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (bad + good) / 2;
    if (meets(at(middle))) good = middle;
    else bad = middle;
  }
  const needs = inUnit(good, input.quantity);
  const check = whatIf(graph, values, holding(good), follows, (changed) => brokenBy(graph, changed, follows));
  return check === undefined ? { outcome: 'meets', needs } : { outcome: 'breaks', needs, check };
}
