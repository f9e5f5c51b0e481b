// The two axes of a panel whose x is the years: for lines and for fans.
import type { Json } from './chart.ts';
import { axisYears } from './numbers.ts';

/** One scale for all panels of a picture. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly years: readonly number[];
}

/** Which axes of a panel carry labels: the years below the last row, the values beside the first column. */
export interface Labelled {
  readonly years: boolean;
  readonly values: boolean;
  readonly decimals: number;
}

/** The encodings of Vega-Lite for x and y; `width` in pixels decides how many years are named. */
export function yearAxes(
  scale: Scale,
  width: number,
  labelled: Labelled,
  sign: string,
): { x: Json; y: Json } {
  const format = `,.${labelled.decimals}f`;
  const x: Json = {
    field: 'year',
    type: 'quantitative',
    scale: { domain: [scale.years[0] ?? 0, scale.years.at(-1) ?? 1], nice: false, zero: false },
    axis: { values: axisYears(scale.years, width), format: 'd', labels: labelled.years, labelFlush: true },
  };
  const y: Json = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [scale.low, scale.high], nice: false, zero: false },
    axis: {
      values: scale.ticks,
      labels: labelled.values,
      ...(sign === '' ? { format } : { labelExpr: `format(datum.value, '${format}') + '${sign}'` }),
    },
  };
  return { x, y };
}
