// Measures of the fixture: what each avoids and what the tonne costs, one of them thin, one that avoids nothing, prices on both sides of zero.
import type { Series, Title } from '../../src/analyse/index.ts';

/** Item, title, cost in the first year, thousands of tonnes. */
const MEASURES: readonly (readonly [string, Title, number, number])[] = [
  ['solar', { en: 'Rooftop solar', zh: '屋顶光伏' }, -320, 14],
  ['heat', { en: 'Waste heat power', zh: '余热发电' }, 45, 22],
  ['furnaces', { en: 'Regenerative furnaces', zh: '蓄热式熔炼炉' }, -1450, 3.7],
  ['drives', { en: 'Better drives of fans and pumps in all parks', zh: '风机与水泵变频改造' }, 210, 6],
  ['lamps', { en: 'Lamps', zh: '照明' }, 640, 0.02],
  ['burners', { en: 'Low-nitrogen burners', zh: '低氮燃烧器' }, 0, 0],
];

/** The grid gets cleaner with the price of carbon, and each tonne avoided dearer. */
export function measureSeries(
  one: (name: string, values: readonly number[], more: Partial<Series>) => Series,
  grid: readonly number[],
): Series[] {
  return MEASURES.flatMap(([item, itemTitle, cost, thousand]) => [
    one(
      'measure_cost_per_tonne',
      grid.map((factor) => cost * (0.62 / factor)),
      { item, itemTitle },
    ),
    one(
      'measure_avoided',
      grid.map((factor) => thousand * 1000 * (factor / 0.62)),
      { item, itemTitle },
    ),
  ]);
}
