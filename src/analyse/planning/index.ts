// The cheapest plan of a study, scenario by scenario: what is done when, what it costs and avoids, what each target is worth, and,
// where a target cannot be met, by how much it is missed and what stands in the way.
import type { AskedPlan, Program, Quantity, Study } from '../../resolve/index.ts';
import { graphOf, type Run } from '../../simulate/index.ts';
import { inUnit } from '../series.ts';
import { MOST_TRIED } from './every.ts';
import { nearest, pricesAt, relaxedPrices } from './programme.ts';
import { type Found, kept, search } from './search.ts';
import { type Choice, type Demand, demandsOf, type Ground, tryChoice } from './try.ts';
import type { PlanFinding, PlanFindings, PlannedMeasure, Requirement, Solve } from './types.ts';

export type * from './types.ts';

/** A gap that shrinks by less than this is the same gap. */
const SMALL = 1e-6;

type Case = Run['cases'][number]['case'];

/**
 * @param run a run without draws
 * @param most plans that are computed one by one where there are no more
 */
export function findPlans(
  run: Run,
  study: Study,
  { planning, budget, written }: AskedPlan,
  solve: Solve,
  most: number = MOST_TRIED,
): PlanFindings {
  const { program, plan } = run;
  const ground: Ground = { program, plan, graph: run.graph ?? graphOf(plan), planning };
  const demands = demandsOf(ground, budget);
  const named = (name: string) => {
    const { title, unit } = quantityOf(program, name);
    return { name, title, unit: unit.text };
  };
  return {
    study: study.name,
    plan: planning.title,
    from: study.strategies.find(({ name }) => name === planning.from)?.title ?? { en: '', zh: '' },
    budget: written,
    starts: planning.starts,
    costQuantity: named(planning.cost),
    abatedQuantity: planning.abated === undefined ? undefined : named(planning.abated),
    scenarios: run.cases
      .filter((each) => each.case.strategy.name === planning.from)
      .map((each) => ({
        title: each.case.scenario.title,
        ...findPlan(ground, each.case, demands, solve, most),
      })),
  };
}

const quantityOf = ({ quantities }: Program, name: string): Quantity => {
  const found = quantities.get(name);
  if (found === undefined) throw new Error(`no quantity ${name}`);
  return found;
};

function findPlan(
  ground: Ground,
  each: Case,
  demands: readonly Demand[],
  solve: Solve,
  most: number,
): PlanFinding {
  const { program, planning } = ground;
  const found = search(ground, each, demands, solve, most);
  const { choice, together, without, met, additive, rounds, tried } = found;
  const alone = planning.measures.map((_, index) =>
    choice[index] === undefined ? without : tryChoice(ground, each, demands, only(choice, index)),
  );
  const added = (pick: (reading: Found['without']) => number): number =>
    alone.reduce((sum, reading) => sum + pick(reading) - pick(without), pick(without));
  const totalIn = (name: string, pick: (reading: Found['without']) => number) => {
    const quantity = quantityOf(program, name);
    const [before, sum, after] = [pick(without), added(pick), pick(together)];
    return {
      without: inUnit(before, quantity),
      added: inUnit(sum, quantity),
      together: inUnit(after, quantity),
    };
  };
  const { cost, abated } = planning;
  return {
    scenario: each.scenario.name,
    met,
    proof: tried > 0 ? 'all' : additive ? 'least' : 'found',
    tried,
    rounds,
    measures: planning.measures.map(({ name, title, extent }, index): PlannedMeasure => {
      const done = choice[index];
      const own = alone[index] ?? without;
      const credited =
        abated === undefined ? undefined : inUnit(own.abated - without.abated, quantityOf(program, abated));
      return {
        name,
        title,
        extent,
        start: done?.start,
        share: done?.share ?? 0,
        cost: inUnit(own.cost - without.cost, quantityOf(program, cost)),
        abated: credited,
        barred: found.barred[index] ?? [],
      };
    }),
    cost: totalIn(cost, (reading) => reading.cost),
    abated: abated === undefined ? undefined : totalIn(abated, (reading) => reading.abated),
    requirements: requirementsOf(ground, demands, found, added, solve),
    binding: met ? [] : bindingOf(found, demands, solve),
    broken: together.broken,
  };
}

const only = (choice: Choice, index: number): Choice =>
  choice.map((done, at) => (at === index ? done : undefined));

function requirementsOf(
  { program, planning }: Ground,
  demands: readonly Demand[],
  { together, without, linear, met, choice }: Found,
  added: (pick: (reading: Found['without']) => number) => number,
  solve: Solve,
): readonly Requirement[] {
  const standing = linear.options.map(({ measure, start }) =>
    choice[measure]?.start === start ? (choice[measure]?.share ?? 0) : 0,
  );
  const prices = met ? pricesAt(linear, demands, standing, solve) : [];
  const relaxed = met ? relaxedPrices(linear, demands, solve) : [];
  const isMet = kept(demands, together, without);
  const money = quantityOf(program, planning.cost).unit.factor;
  return demands.map((demand, place): Requirement => {
    const quantity = quantityOf(program, demand.quantity);
    const shown = (value: number): number => inUnit(value, quantity);
    const { at: _, bound, ...own } = demand;
    const priceIn = (price = 0): number => (price * quantity.unit.factor) / money;
    return {
      ...own,
      unit: quantity.unit.text,
      bound: shown(bound),
      without: shown(without.demands[place] ?? Number.NaN),
      added: shown(added((reading) => reading.demands[place] ?? Number.NaN)),
      together: shown(together.demands[place] ?? Number.NaN),
      met: isMet[place] ?? false,
      price: priceIn(prices[place]),
      relaxedPrice: priceIn(relaxed[place]),
    };
  });
}

/** Budget and limits, each taken away in turn: those without which the targets would be missed by less. */
function bindingOf({ linear }: Found, demands: readonly Demand[], solve: Solve): PlanFinding['binding'] {
  const isTarget = ({ kind }: Demand): boolean => kind === 'target';
  const gapOf = (kept: readonly Demand[]): number => {
    const places = kept.map((demand) => demands.indexOf(demand));
    const part = {
      ...linear,
      demands: places.map((place) => linear.demands[place] ?? 0),
      options: linear.options.map((option) => ({
        ...option,
        demands: places.map((place) => option.demands[place] ?? 0),
      })),
    };
    return (
      (nearest(part, kept, isTarget, solve) ?? nearest(part, kept, () => true, solve))?.gap ?? Number.NaN
    );
  };
  const gap = gapOf(demands);
  const hard = new Map(demands.filter((demand) => !isTarget(demand)).map(({ name, title }) => [name, title]));
  return [...hard].flatMap(([name, title]) => {
    const gapWithout = gapOf(demands.filter((demand) => isTarget(demand) || demand.name !== name));
    return gapWithout < gap - SMALL ? [{ name, title, gap, gapWithout }] : [];
  });
}
