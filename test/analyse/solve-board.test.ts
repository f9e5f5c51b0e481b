// Every answer for the board study, put back as overrides of its files: the goal is met, and a hair less does not meet it.

import { describe, expect, it } from 'vitest';
import type { SolveAnswer } from '../../src/analyse/index.ts';
import { check as checkProgram } from '../../src/check/index.ts';
import { compile } from '../../src/compile/index.ts';
import { parse } from '../../src/parse/parse.ts';
import { solve } from '../../src/questions.ts';
import { resolve } from '../../src/resolve/index.ts';
import { centralValues, graphOf, numberAt } from '../../src/simulate/index.ts';
import { loadBoard } from '../kit/project.ts';
import { means } from './solve-works.ts';

const board = await loadBoard();
const parsed = parse(board).value;
if (parsed === undefined) throw new Error('the board study does not parse');
const program = resolve(parsed, []).value;
const checked = program && checkProgram(program).value;
const study = program?.study;
if (checked === undefined || study === undefined) throw new Error('the board study has faults');
const plan = compile(checked, study.years, study.baseYear);
const graph = graphOf(plan);

type Numbers = (scenario: string, strategy: string, quantity: string, year?: number) => readonly number[];

/** All elements of a quantity in a year, or in every year, with overrides of the files, as a run computes them. */
function withOverrides(set: readonly string[]): Numbers {
  const own = resolve(parsed as NonNullable<typeof parsed>, set);
  const known = new Map<string, Float64Array>();
  return (scenario, strategy, quantity, year) => {
    const each = own.value?.study?.cases.find(
      (one) => one.scenario.name === scenario && one.strategy.name === strategy,
    );
    if (each === undefined) throw new Error(JSON.stringify(own.diagnostics));
    const key = `${scenario} ${strategy}`;
    const values = known.get(key) ?? centralValues(graph, each);
    known.set(key, values);
    const slot = plan.slotOf.get(quantity) ?? -1;
    const times = year === undefined ? [...plan.years.keys()] : [plan.years.indexOf(year)];
    const { cells = [], times: count = 1 } = plan.slots[slot] ?? {};
    const factor = checked?.program.quantities.get(quantity)?.unit.factor ?? Number.NaN;
    return cells.flatMap((_, cell) =>
      (count === 1 ? [0] : times).map((time) => numberAt(graph, values, { slot, cell }, time) / factor),
    );
  };
}

/** A hair nearer to the side that misses the goal. */
const hairLess = ({ set, at = 0, side }: SolveAnswer): readonly string[] => {
  const less = at * ((side === 'at_least') === at > 0 ? 1 - 1e-6 : 1 + 1e-6);
  return set.map((text) => text.replace(/=[^\s]+/, `=${less}`));
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

interface Asked {
  readonly goal: string;
  readonly by: string;
  /** Whether a case meets it: the goal again, in TypeScript. */
  readonly meets: (numbers: Numbers, scenario: string, strategy: string) => boolean;
}

const ASKED: readonly Asked[] = [
  {
    goal: 'ingot_footprint[2030] <= 5.2 kgCO2e/kg',
    by: 'line_secondary_share',
    meets: (numbers, ...of) => sum(numbers(...of, 'ingot_footprint', 2030)) <= 5.2,
  },
  {
    goal: 'sum(cbam_cost[2032], product) <= 20 MCNY_2023',
    by: 'eu_price',
    meets: (numbers, ...of) => sum(numbers(...of, 'cbam_cost', 2032)) <= 20,
  },
  {
    goal: 'min(liquidity_headroom, year) >= 1500 MCNY_2023',
    by: 'china_ets_price',
    meets: (numbers, ...of) => Math.min(...numbers(...of, 'liquidity_headroom')) >= 1500,
  },
  {
    goal: 'net_present_cost <= net_present_cost of No action',
    by: 'china_ets_price',
    meets: (numbers, scenario, strategy) =>
      sum(numbers(scenario, strategy, 'net_present_cost')) <=
      sum(numbers(scenario, 'No action', 'net_present_cost')),
  },
];

describe('an answer for the board study, put back', () => {
  it.each(ASKED)('meets $goal by $by in every case, and a hair less does not', async ({
    goal,
    by,
    meets,
  }) => {
    const { value, diagnostics } = await solve(board, [], { goal, by }, { ...means, draws: 1 });
    if (value === undefined) throw new Error(JSON.stringify(diagnostics));
    expect(value.answers.length).toBe(goal.includes(' of ') ? 9 : 12);
    const now = withOverrides([]);
    for (const { scenario, strategy, outcome } of value.answers)
      expect(meets(now, scenario, strategy), `${scenario} / ${strategy}`).toBe(outcome === 'met');
    const found = value.answers.filter(({ at }) => at !== undefined);
    expect(found.length).toBeGreaterThanOrEqual(3);
    for (const answer of found) {
      const { scenario, strategy } = answer;
      const held = [answer.set, hairLess(answer)].map((set) => meets(withOverrides(set), scenario, strategy));
      expect(held, `${scenario} / ${strategy}: ${answer.at}`).toEqual([true, false]);
    }
  });
});
