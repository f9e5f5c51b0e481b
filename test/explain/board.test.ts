// Every number of the board pack from the leaves of its explanation alone, by its formulas as the explanation shows them, to the last bit:
// here of two cases, and with `npm run explain:all` of all.

import { describe, expect, it } from 'vitest';
import { askOf, PERCENTILES, TAIL } from '../../src/analyse/asked.ts';
import { analyse } from '../../src/analyse/index.ts';
import { lines } from '../../src/checking.ts';
import { explain, type Question } from '../../src/explain/index.ts';
import { walk } from '../../src/explain/walk.ts';
import { compute } from '../../src/pipeline.ts';
import {
  deviates,
  planDraws,
  position,
  runCase,
  simulateDraws,
  workerHere,
} from '../../src/simulate/index.ts';
import { loadBoard } from '../kit/project.ts';
import { type Declared, naive } from './naive.ts';

const ALL = process.env.EXPLAIN === 'all';
const DRAWS = ALL ? 64 : 8;
/** Every so many numbers one is asked for by itself. */
const STEP = ALL ? 211 : 2003;

const sources = await loadBoard();
const computed = compute(sources, []).value;
const findings = computed && analyse(computed.run, computed.study, [], lines(sources, [])).value;
if (computed === undefined || findings?.register === undefined)
  throw new Error('the board study does not run');
const { run, study } = computed;
const { graph, horizons, baseYear, register } = findings;

const declared: Declared = {
  years: graph.years,
  baseYear,
  quantities: new Map(graph.quantities.map(({ name, sets, over }) => [name, { sets, over }])),
  sets: new Map(
    [...run.program.sets].map(([name, { elements }]) => [
      name,
      new Map(elements.map(({ id, attributes }) => [id, attributes])),
    ]),
  ),
};

/** Every number that there is in a case. */
const spots = graph.quantities.flatMap(({ items, over }, slot) =>
  items.flatMap((_, cell) =>
    (over === 'base' ? [0] : graph.years.map((_, time) => time)).map((time) => ({ slot, cell, time })),
  ),
);
const idOf = (quantity: string, item: string, year: number): string =>
  `${quantity}${item === '' ? '' : `[${item}]`} ${year}`;

/** An answer's root from the answer's own leaves, which is all that it may rest on. */
function expectRecomputed(question: Question, shown?: number): void {
  const { value: explanation } = explain(graph, horizons.medium, question);
  if (explanation === undefined) throw new Error(`no answer to ${JSON.stringify(question)}`);
  const { root, numbers } = explanation;
  const leaf = (id: string): number => {
    const number = numbers.get(id);
    if (number?.given === undefined) throw new Error(`${id} is no leaf`);
    return number.inBaseUnits;
  };
  const { inBaseUnits, value } = numbers.get(root) ?? {};
  expect([question, Object.is(naive(declared, numbers, leaf)(root), inBaseUnits)]).toEqual([question, true]);
  if (shown !== undefined) expect([question, value]).toEqual([question, shown]);
}

const cases = [...graph.cases.entries()].filter(
  ([index]) => ALL || index === 0 || index === graph.cases.length - 1,
);

describe.each(
  cases.map(([index, { scenario, strategy }]) => ({ index, scenario, strategy })),
)('$scenario, $strategy', ({ index, scenario, strategy }) => {
  const { numbers } = walk(graph, index, spots);

  it('every number comes out of its leaves', () => {
    const value = naive(declared, numbers, (id) => numbers.get(id)?.inBaseUnits ?? Number.NaN);
    const wrong = [...numbers].flatMap(([id, { inBaseUnits, computed: by }]) =>
      Object.is(value(id), inBaseUnits) ? [] : [`${id} is ${inBaseUnits}, ${by?.formula} gives ${value(id)}`],
    );
    expect(wrong).toEqual([]);
    expect(numbers.size).toBe(spots.length);
    // They are those that results.csv, charts, deck and workbook show.
    let shown = 0;
    for (const series of findings.series)
      if (series.scenario === scenario && series.strategy === strategy)
        for (const [time, year] of series.years.entries()) {
          const number = numbers.get(idOf(series.quantity, series.item, year));
          if (number?.value !== series.values[time]) wrong.push(`${series.quantity} ${series.item} ${year}`);
          shown++;
        }
    expect(wrong).toEqual([]);
    expect(shown).toBe(numbers.size);
  });

  it('so does what `tcfd explain` answers, with nothing but what it names', () => {
    const asked = [...numbers.values()].filter((_, at) => at % STEP === index % STEP);
    expect(asked.length).toBeGreaterThan(10);
    for (const { quantity, item, year, value } of asked)
      expectRecomputed({ quantity, item: item === '' ? undefined : item, year, scenario, strategy }, value);
  });

  it('so do the sums over all elements, and the rows of the register', () => {
    for (const { quantity, values } of findings.headlines.filter(
      (one) => one.scenario === scenario && one.strategy === strategy,
    ))
      for (const horizon of ['short', 'medium', 'long'] as const) {
        const item = declared.quantities.get(quantity)?.sets.length === 0 ? undefined : 'all';
        expectRecomputed({ quantity, item, year: horizons[horizon], scenario, strategy }, values[horizon]);
      }
    for (const { name, drivenBy } of register.rows)
      if (drivenBy.length > 0) expectRecomputed({ quantity: `register.${name}`, scenario, strategy });
  });

  it('percentiles are those of the draws, each computed from its own leaves', async () => {
    const settings = study.uncertainty;
    const each = run.cases[index]?.case;
    if (settings === undefined || each === undefined) throw new Error('the board study takes draws');
    const drawPlan = planDraws(run.plan, study.cases, { ...settings, draws: DRAWS });
    const { series, outputs } = askOf(run, study);
    const only = { ...run, cases: run.cases.slice(index, index + 1) };
    const { value: summaries } = await simulateDraws(only, {
      deviates,
      workers: [workerHere(deviates)],
      drawPlan: { ...drawPlan, cases: drawPlan.cases.slice(index, index + 1) },
      block: 128,
      outputs,
      percentiles: PERCENTILES,
      tail: TAIL,
      memory: 2 ** 28,
    });
    const frame = { ...run, draws: DRAWS };
    const { values } = runCase(frame, each, {
      plan: drawPlan,
      deviates: deviates(drawPlan),
      cells: drawPlan.cases[index] ?? [],
    });
    const places = new Map([...numbers.keys()].map((id, at) => [id, spots[at]]));
    const drawn = Array.from({ length: DRAWS }, (_, draw) =>
      naive(declared, numbers, (id) => {
        const { slot, cell, time } = places.get(id) ?? { slot: -1, cell: 0, time: 0 };
        return values[position(frame, slot, cell, time) + draw] ?? Number.NaN;
      }),
    );
    const time = graph.years.indexOf(horizons.medium);
    for (const { quantity, output } of series.filter(({ quantity: name }) =>
      study.headlines.includes(name),
    )) {
      const { items = [], over } = graph.quantities.find(({ name }) => name === quantity) ?? {};
      const year = over === 'base' ? baseYear : horizons.medium;
      const sorted = drawn
        .map((value) =>
          items.map((item) => value(idOf(quantity, item, year))).reduce((sum, one) => sum + one),
        )
        .toSorted((one, other) => one - other);
      // Between the two nearest draws by the share of the way.
      const expected = PERCENTILES.map((share) => {
        const at = share * (DRAWS - 1);
        const [below = 0, above = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
        return below + (at - Math.floor(at)) * (above - below);
      });
      const found = summaries?.cases[0]?.outputs[output]?.[over === 'base' ? 0 : time]?.percentiles;
      expect([quantity, found]).toEqual([quantity, expected]);
    }
  });
});
