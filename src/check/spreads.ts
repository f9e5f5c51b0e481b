// Rule: no draw of an input leaves the bounds that its declaration states; bounds cut nothing by themselves.
import { type Diagnostic, error } from '../diagnostics/index.ts';
import type { InputQuantity, Program, ResolvedCell, Shape, Spread } from '../resolve/index.ts';
import { showAmount } from '../units/index.ts';
import { cellName, eachCell } from './cells.ts';

/** The last digits of a value on its bound. */
const SLACK = 1e-12;

export function checkSpreads(program: Program): readonly Diagnostic[] {
  const { study } = program;
  if (study === undefined) return [];
  return eachCell(study.cases).flatMap(({ name, cell, index }) => {
    const quantity = program.quantities.get(name);
    if (quantity?.kind !== 'input') return [];
    return leaves(quantity, cell, study.years, () => cellName(quantity, index, program));
  });
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
  { within, unit, over, span }: InputQuantity,
  { values, spread }: ResolvedCell,
  years: readonly number[],
  called: () => string,
): readonly Diagnostic[] {
  if (spread === undefined || within === undefined) return [];
  const [low, high] = within;
  const slack = SLACK * Math.max(Math.abs(low), Math.abs(high));
  const deviations = endsOf(spread.shape);
  const outsideIn = (value: number, time: number): number | undefined => {
    const weight = spread.weights[time] ?? 0;
    if (weight === 0) return undefined;
    return deviations
      .map((deviation) => value + weight * deviation)
      .find((number) => number < low - slack || number > high + slack);
  };
  const time = values.findIndex((value, at) => outsideIn(value, at) !== undefined);
  const outside = outsideIn(values[time] ?? Number.NaN, time);
  if (outside === undefined) return [];
  const amount = (number: number): string => showAmount(number, unit);
  const when = over === 'base' ? '' : ` in ${years[time]}`;
  const endless = !Number.isFinite(outside);
  const far = endless ? `can ${outside > 0 ? 'rise' : 'fall'} without end` : `can lie at ${amount(outside)}`;
  return [
    error(
      'spread/bounds',
      `draws of ${called()} ${far}${when}, outside ${amount(low)} to ${amount(high)}`,
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
