// Numbers of a run in their declared units, quantity by quantity and element by element.
import type { Plan } from '../compile/index.ts';
import { print } from '../language/index.ts';
import type { Quantity, SetDefinition } from '../resolve/index.ts';
import { type CaseRun, position, type Run } from '../simulate/index.ts';
import { significant } from '../units/index.ts';
import type { QuantityInfo, Series, Title } from './types.ts';

/** The value of one cell in one year in base units; the mean over the draws once there are several. */
export function baseValue(run: Run, each: CaseRun, name: string, cell: number, time: number): number {
  const slot = run.plan.slotOf.get(name);
  if (slot === undefined) throw new Error(`no slot for ${name}`);
  return meanAt(run, each, position(run, slot, cell, time));
}

function meanAt({ draws }: Run, { values }: CaseRun, from: number): number {
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) sum += values[from + draw] ?? Number.NaN;
  return sum / draws;
}

/** The value in the declared unit; a whole multiple of a power of ten is divided out without a trailing digit of noise. */
export const inUnit = (value: number, { unit }: Pick<Quantity, 'unit'>): number =>
  significant(value / unit.factor, 14);

export const cellCount = (plan: Plan, name: string): number =>
  plan.slots[plan.slotOf.get(name) ?? -1]?.cells.length ?? 0;

/** Summed over the elements of the quantity's sets, in its declared unit. */
export function totalOf(run: Run, each: CaseRun, name: string, time: number): number {
  const quantity = run.program.quantities.get(name);
  if (quantity === undefined) throw new Error(`no quantity ${name}`);
  let sum = 0;
  for (let cell = 0; cell < cellCount(run.plan, name); cell++) sum += baseValue(run, each, name, cell, time);
  return inUnit(sum, quantity);
}

/** The elements of one cell, as outputs name them. */
export const itemOf = (plan: Plan, slot: number, cell: number): string =>
  plan.slots[slot]?.cells[cell]?.join('; ') ?? '';

/** Titles of the elements of one cell, joined as its ids are. */
export function itemTitle(
  key: readonly string[],
  sets: readonly string[],
  definitions: ReadonlyMap<string, SetDefinition>,
): Title {
  const titles = key.map(
    (id, index) =>
      definitions.get(sets[index] ?? '')?.elements.find((element) => element.id === id)?.title ?? {
        en: id,
        zh: id,
      },
  );
  return { en: titles.map(({ en }) => en).join('; '), zh: titles.map(({ zh }) => zh).join('；') };
}

export function seriesOf(run: Run): readonly Series[] {
  const { plan, cases } = run;
  const { quantities, sets } = run.program;
  // What is the same in every case is made once.
  const shared = plan.slots.flatMap(({ quantity: name, cells, times }, slot) => {
    const quantity = quantities.get(name);
    if (quantity === undefined) return [];
    const atBase = times === 1 && quantity.over === 'base';
    return cells.map((key, cell) => ({
      quantity,
      slot,
      cell,
      item: key.join('; '),
      itemTitle: itemTitle(key, quantity.sets, sets),
      years: atBase ? [plan.years[plan.baseIndex] ?? 0] : plan.years,
    }));
  });
  return cases.flatMap((each) =>
    shared.map(({ quantity, slot, cell, item, itemTitle, years }): Series => {
      const resolved = each.case.inputs.get(quantity.name)?.[cell];
      return {
        scenario: each.case.scenario.name,
        strategy: each.case.strategy.name,
        quantity: quantity.name,
        item,
        itemTitle,
        unit: quantity.unit.text,
        years,
        values: pathOf(run, each, slot, cell, quantity),
        published:
          resolved?.published === undefined
            ? undefined
            : {
                years: resolved.published.years,
                values: resolved.published.values.map((value) => inUnit(value, quantity)),
              },
        proxy: resolved?.origin.proxy?.en,
        assumed: resolved === undefined ? undefined : resolved.origin.provenance?.kind === 'assumed',
        observedUntil: resolved?.observedUntil,
      };
    }),
  );
}

/** One number a year, or one alone, in the declared unit. */
function pathOf(run: Run, each: CaseRun, slot: number, cell: number, quantity: Quantity): readonly number[] {
  const values = new Array<number>(run.plan.slots[slot]?.times ?? 1);
  for (let time = 0; time < values.length; time++)
    values[time] = inUnit(meanAt(run, each, position(run, slot, cell, time)), quantity);
  return values;
}

export function quantityInfos(run: Run): ReadonlyMap<string, QuantityInfo> {
  return new Map(
    [...run.program.quantities.values()].map((quantity): [string, QuantityInfo] => {
      const { name, about, title, unit, sets, over } = quantity;
      const kind = quantity.kind === 'formula' ? (quantity.total ? 'total' : 'formula') : 'input';
      return [
        name,
        {
          name,
          kind,
          about,
          title,
          unit: unit.text,
          sets,
          over,
          formula: quantity.kind === 'formula' ? print(quantity.is) : undefined,
        },
      ];
    }),
  );
}
