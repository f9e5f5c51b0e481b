// What must hold of the border cost whatever the goods, prices and years: through the real model and the real table, with inputs at random.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, type Plan } from '../../src/compile/index.ts';
import { check } from '../../src/pipeline.ts';
import type { Case, Program, ResolvedInput } from '../../src/resolve/index.ts';
import { position, type Run, simulate } from '../../src/simulate/index.ts';
import { loadFiles } from '../kit/project.ts';
import { ENTRY, filesOf } from './trial.ts';

const GOODS = ['rods', 'wire', 'profile'] as const;
type Item = (typeof GOODS)[number];

let program: Program;
let plan: Plan;
let cases: readonly Case[] = [];

beforeAll(async () => {
  const files = filesOf({
    goods: {
      rods: { cnCode: '7601', own: 1, metal: 0 },
      wire: { cnCode: '7605', own: 1, metal: 1.1 },
      profile: { cnCode: '7604 21 00', own: 1, metal: 1.2 },
    },
    // What the importer buys elsewhere brings it above 50 t.
    importers: { one: { share: 1, count: 1, other: 51 } },
    worlds: { World: { metalEmissions: 2, price: 75 } },
  });
  const { value } = await loadFiles(files, ENTRY);
  const [checked] = (value === undefined ? undefined : check(value, []).value) ?? [];
  const study = checked?.program.study;
  if (checked === undefined || study === undefined) throw new Error('the trial cannot be checked');
  plan = compile(checked, study.years, study.baseYear);
  program = checked.program;
  cases = study.cases;
});

/** Inputs of one run in their units: one number for all years, by good where the input is by good. */
interface Inputs {
  readonly production: Readonly<Record<Item, number>>;
  readonly own_process_emissions: Readonly<Record<Item, number>>;
  readonly metal_entering: Readonly<Record<Item, number>>;
  readonly price_paid_abroad: Readonly<Record<Item, number>>;
  readonly smelter_direct_emissions: number;
  readonly eu_price: number;
}

/** Goods of 2026 cost what the year costs, so that every year has one price. */
const pricesOf = (inputs: Inputs) => ({ ...inputs, quarterly_certificate_price: inputs.eu_price });

type Strategy = 'verified' | 'default metal' | 'default values';

/** Runs one strategy of the trial with other numbers in its inputs. */
function ran(inputs: Inputs, strategy: Strategy): Run {
  const base = cases.find((each) => each.strategy.name === strategy);
  if (base === undefined) throw new Error(`no strategy ${strategy}`);
  const changed = new Map(base.inputs);
  for (const [name, numbers] of Object.entries(pricesOf(inputs))) {
    const factor = program.quantities.get(name)?.unit.factor ?? Number.NaN;
    const cells = base.inputs.get(name) ?? [];
    const list = cells.map((_, index) =>
      typeof numbers === 'number' ? numbers : Number(numbers[GOODS[index] ?? 'rods']),
    );
    const filled: ResolvedInput = cells.map((cell, index) => ({
      ...cell,
      values: cell.values.map(() => (list[index] ?? Number.NaN) * factor),
    }));
    changed.set(name, filled);
  }
  const { value, diagnostics } = simulate(program, plan, [{ ...base, inputs: changed }], 1);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** A quantity over the years in its unit, of one good or of no good. */
function yearsOf(run: Run, quantity: string, good?: Item): readonly number[] {
  const [each] = run.cases;
  const slot = plan.slotOf.get(quantity) ?? -1;
  const at = good === undefined ? 0 : (plan.slots[slot]?.cells.findIndex(([id]) => id === good) ?? -1);
  const factor = program.quantities.get(quantity)?.unit.factor ?? Number.NaN;
  return plan.years.map((_, time) => (each?.values[position(run, slot, at, time)] ?? Number.NaN) / factor);
}

const near = (value: number, expected: number): boolean =>
  Math.abs(value - expected) <= 1e-9 * Math.max(Math.abs(value), Math.abs(expected), 1e-9);

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
const byGood = (one: fc.Arbitrary<number>) => fc.record({ rods: one, wire: one, profile: one });
const world = fc.record({
  production: byGood(number(0, 300_000)),
  own_process_emissions: byGood(number(0, 8)),
  metal_entering: byGood(number(0, 2)),
  price_paid_abroad: byGood(number(0, 200)),
  smelter_direct_emissions: number(0, 10),
  eu_price: number(1, 500),
});
const untaxed = (inputs: Inputs): Inputs => ({
  ...inputs,
  price_paid_abroad: { rods: 0, wire: 0, profile: 0 },
});
const strategy = fc.constantFrom<Strategy>('verified', 'default metal', 'default values');
const good = fc.constantFrom(...GOODS);

describe('the border cost', () => {
  it('is never negative', () => {
    fc.assert(
      fc.property(world, strategy, (inputs, how) => {
        const run = ran(inputs, how);
        for (const item of GOODS)
          for (const quantity of ['certificates_default', 'certificates_actual', 'cbam_cost'])
            for (const value of yearsOf(run, quantity, item)) expect(value).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is nothing for emissions at or below the free allocation', () => {
    fc.assert(
      fc.property(
        world,
        good,
        fc.constantFrom(2026, 2028, 2030, 2033),
        number(0, 1),
        (inputs, item, year, share) => {
          const time = plan.years.indexOf(year);
          const free = yearsOf(ran(inputs, 'verified'), 'free_allocation_actual', item)[time] ?? 0;
          const clean: Inputs = {
            ...untaxed(inputs),
            own_process_emissions: { ...inputs.own_process_emissions, [item]: free * share },
            smelter_direct_emissions: 0,
          };
          // With emissions exactly at the free allocation the last bit may fall on either side.
          expect(yearsOf(ran(clean, 'verified'), 'certificates_actual', item)[time]).toBeLessThan(1e-12);
          const above: Inputs = {
            ...clean,
            own_process_emissions: { ...clean.own_process_emissions, [item]: free + 0.001 },
          };
          const owed = yearsOf(ran(above, 'verified'), 'certificates_actual', item)[time] ?? 0;
          expect(Math.abs(owed - 0.001)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('never falls as emissions rise, be it of the own process or of the metal', () => {
    fc.assert(
      fc.property(world, good, number(0, 3), number(0, 3), (inputs, item, own, metal) => {
        const dirtier: Inputs = {
          ...inputs,
          own_process_emissions: {
            ...inputs.own_process_emissions,
            [item]: inputs.own_process_emissions[item] + own,
          },
          smelter_direct_emissions: inputs.smelter_direct_emissions + metal,
        };
        const before = yearsOf(ran(inputs, 'verified'), 'cbam_cost', item);
        const after = yearsOf(ran(dirtier, 'verified'), 'cbam_cost', item);
        for (const [time, cost] of after.entries())
          expect(cost - (before[time] ?? 0)).toBeGreaterThanOrEqual(-1e-9 * cost);
      }),
    );
  });

  it('never falls from one year to the next while goods and price stay, once certificates are owed', () => {
    fc.assert(
      fc.property(world, strategy, good, (inputs, how, item) => {
        const costs = yearsOf(ran(inputs, how), 'cbam_cost', item);
        for (const [time, cost] of costs.entries())
          if (time > 0) expect(cost - (costs[time - 1] ?? 0)).toBeGreaterThanOrEqual(-1e-9 * cost);
      }),
    );
  });

  it('is linear in the price of a certificate where no price was paid abroad', () => {
    fc.assert(
      fc.property(world, strategy, number(0.1, 10), (inputs, how, times) => {
        const plain = untaxed(inputs);
        const once = yearsOf(ran(plain, how), 'transition_cost');
        const more = yearsOf(ran({ ...plain, eu_price: plain.eu_price * times }, how), 'transition_cost');
        expect(more.every((cost, time) => near(cost, (once[time] ?? 0) * times))).toBe(true);
      }),
    );
  });

  it('is additive over goods: all together cost what each costs alone', () => {
    fc.assert(
      fc.property(world, strategy, (inputs, how) => {
        const alone = GOODS.map((item) => {
          const production = { rods: 0, wire: 0, profile: 0, [item]: inputs.production[item] };
          return yearsOf(ran({ ...inputs, production }, how), 'transition_cost');
        });
        const together = yearsOf(ran(inputs, how), 'transition_cost');
        for (const [time, cost] of together.entries()) {
          const sum = alone.reduce((total, costs) => total + (costs[time] ?? 0), 0);
          expect(near(cost, sum)).toBe(true);
        }
      }),
    );
  });

  it('is not offset between goods: what one good is below its benchmark lowers no other', () => {
    fc.assert(
      fc.property(world, good, (inputs, clean) => {
        const none = { ...inputs.own_process_emissions, [clean]: 0 };
        // The cleanest good of all: its metal carries nothing, and a great carbon price was paid on it.
        const changed: Inputs = {
          ...inputs,
          own_process_emissions: none,
          metal_entering: { ...inputs.metal_entering, [clean]: 0 },
          price_paid_abroad: { ...inputs.price_paid_abroad, [clean]: 1_000_000 },
        };
        const before = ran(inputs, 'verified');
        const after = ran(changed, 'verified');
        expect(yearsOf(after, 'cbam_cost', clean).every((cost) => cost === 0)).toBe(true);
        for (const item of GOODS)
          if (item !== clean)
            expect(yearsOf(after, 'cbam_cost', item)).toEqual(yearsOf(before, 'cbam_cost', item));
        const others = GOODS.filter((item) => item !== clean).map((item) =>
          yearsOf(after, 'cbam_cost', item),
        );
        for (const [time, cost] of yearsOf(after, 'transition_cost').entries())
          expect(
            near(
              cost,
              others.reduce((sum, costs) => sum + (costs[time] ?? 0), 0),
            ),
          ).toBe(true);
      }),
    );
  });

  it('is nothing before 2026, whatever is emitted', () => {
    fc.assert(
      fc.property(world, strategy, (inputs, how) => {
        const run = ran(inputs, how);
        for (const item of GOODS)
          for (const [time, year] of plan.years.entries())
            if (year < 2026) expect(yearsOf(run, 'cbam_cost', item)[time]).toBe(0);
      }),
    );
    const dirty = ran(
      {
        production: { rods: 1000, wire: 1000, profile: 1000 },
        own_process_emissions: { rods: 8, wire: 8, profile: 8 },
        metal_entering: { rods: 0, wire: 0, profile: 0 },
        price_paid_abroad: { rods: 0, wire: 0, profile: 0 },
        smelter_direct_emissions: 0,
        eu_price: 80,
      },
      'verified',
    );
    expect(yearsOf(dirty, 'cbam_cost', 'rods')[plan.years.indexOf(2026)]).toBeGreaterThan(0);
  });

  it('takes off the price paid abroad, down to nothing and not beyond', () => {
    fc.assert(
      fc.property(world, good, (inputs, item) => {
        const full = yearsOf(ran(untaxed(inputs), 'verified'), 'certificates_actual', item);
        const left = yearsOf(ran(inputs, 'verified'), 'certificates_actual', item);
        for (const [time, year] of plan.years.entries()) {
          const owed = full[time] ?? Number.NaN;
          const rest = Math.max(0, owed - inputs.price_paid_abroad[item] / inputs.eu_price);
          if (year < 2026) expect(left[time]).toBe(0);
          else if (owed > 0) expect(Math.abs((left[time] ?? Number.NaN) - rest)).toBeLessThan(1e-9);
          else expect(left[time]).toBe(0);
        }
      }),
    );
  });

  it('takes nothing off for goods at default values', () => {
    fc.assert(
      fc.property(world, (inputs) => {
        const paid = yearsOf(ran(inputs, 'default values'), 'transition_cost');
        expect(paid).toEqual(yearsOf(ran(untaxed(inputs), 'default values'), 'transition_cost'));
      }),
    );
  });
});
