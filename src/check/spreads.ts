// Rule: no draw of an input leaves the bounds that its declaration states; bounds cut nothing by themselves.
import { type Diagnostic, error } from '../diagnostics/index.ts';
import {
  cellsOf,
  type InputQuantity,
  type Program,
  type ResolvedCell,
  type Shape,
  type Spread,
} from '../resolve/index.ts';
import { showAmount } from '../units/index.ts';

/** The last digits of a value on its bound. */
const SLACK = 1e-12;

export function checkSpreads(program: Program): readonly Diagnostic[] {
  const { study } = program;
  if (study === undefined) return [];
  return study.cases.flatMap(({ inputs }) =>
    [...inputs].flatMap(([name, cells]) => {
      const quantity = program.quantities.get(name);
      if (quantity?.kind !== 'input' || quantity.within === undefined) return [];
      const keys = cellsOf(quantity.sets, program.sets);
      return cells.flatMap((cell, index) => leaves(quantity, cell, keys[index] ?? [], study.years));
    }),
  );
}

/** The lowest and the highest deviation that can be drawn. */
function endsOf(shape: Shape): readonly [number, number] {
  switch (shape.kind) {
    case 'discrete': {
      const deviations = shape.points.map(({ deviation }) => deviation);
      return [Math.min(...deviations), Math.max(...deviations)];
    }
    case 'mean_reverting':
      return [-1, Number.POSITIVE_INFINITY];
    case 'lognormal':
      return [shape.low ?? -1, shape.high ?? Number.POSITIVE_INFINITY];
    default:
      return [shape.low ?? Number.NEGATIVE_INFINITY, shape.high ?? Number.POSITIVE_INFINITY];
  }
}

/** The lowest and the highest number that can be drawn in a year. */
export const reachOf = (
  value: number,
  { shape, weights }: Spread,
  time: number,
): readonly [number, number] => {
  const weight = weights[time] ?? 0;
  const [low, high] = endsOf(shape);
  return weight === 0 ? [value, value] : [value + weight * low, value + weight * high];
};

function leaves(
  { name, within, unit, over, span }: InputQuantity,
  { values, spread }: ResolvedCell,
  key: readonly string[],
  years: readonly number[],
): readonly Diagnostic[] {
  if (spread === undefined || within === undefined) return [];
  const [low, high] = within;
  const slack = SLACK * Math.max(Math.abs(low), Math.abs(high));
  const found = values.flatMap((value, time) => {
    if ((spread.weights[time] ?? 0) === 0) return [];
    const outside = reachOf(value, spread, time).find(
      (number) => number < low - slack || number > high + slack,
    );
    return outside === undefined ? [] : [{ time, outside }];
  });
  const [first] = found;
  if (first === undefined) return [];
  const amount = (number: number): string => showAmount(number, unit);
  const place = `${name}${key.length === 0 ? '' : `[${key.join('; ')}]`}`;
  const when = over === 'base' ? '' : ` in ${years[first.time]}`;
  const endless = !Number.isFinite(first.outside);
  const reach = endless
    ? `can ${first.outside > 0 ? 'rise' : 'fall'} without end`
    : `can lie at ${amount(first.outside)}`;
  return [
    error(
      'spread/bounds',
      `draws of ${place} ${reach}${when}, outside ${amount(low)} to ${amount(high)}`,
      spread.span,
      {
        also: [{ span, text: 'its bounds' }],
        help: endless ? endlessHelp(spread.shape) : 'narrow the spread',
      },
    ),
  ];
}

const endlessHelp = ({ kind }: Shape): string =>
  kind === 'mean_reverting'
    ? 'shocks have no end: write a spread that has one, such as pert'
    : 'cut the spread with low and high, or write one that has ends, such as pert';
