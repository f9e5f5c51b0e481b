// The values that are kept, by path: one value a year, one unit a path.
import type { Span } from '../diagnostics/index.ts';
import { numberOf } from './cells.ts';
import type { Fault } from './faults.ts';
import type { Names } from './recognise.ts';
import { shown } from './spelling.ts';
import type { Cell } from './types.ts';

/** The values of a model, scenario, region and variable. */
export interface Series {
  readonly names: Names;
  /** Year -> value. */
  readonly values: ReadonlyMap<number, number>;
}

interface Growing extends Series {
  readonly values: Map<number, number>;
  /** The line where it begins. */
  readonly line: number;
}

export interface SeriesBook {
  /** The path that a row belongs to; undefined for a row in another unit than the path's, which is told. */
  readonly pathOf: (names: Names, span: () => Span) => Growing | undefined;
  readonly keep: (path: Growing | undefined, year: number, cell: Cell, span: () => Span) => void;
  readonly all: () => readonly Series[];
}

/** @param tell takes what is wrong with a value */
export function keepSeries(tell: (fault: Fault) => void): SeriesBook {
  const paths = new Map<string, Growing>();
  return {
    pathOf: (names, span) => {
      const key = [names.model, names.scenario, names.region, names.variable].join('\n');
      const found = paths.get(key) ?? { names, values: new Map(), line: span().cell?.line ?? 0 };
      paths.set(key, found);
      if (found.names.unit === names.unit) return found;
      tell({
        code: 'import/unit',
        message: `a path in two units, ${found.names.unit} and ${names.unit}`,
        span: span(),
        notes: [`the path begins in line ${found.line}`],
      });
      return undefined;
    },
    keep: (path, year, cell, span) => {
      const number = numberOf(cell);
      if (number === undefined)
        tell({
          code: 'import/number',
          message: `${shown(cell)} is not a number`,
          span: span(),
          help: 'a value is digits with a decimal point; a value that is not there is an empty cell',
        });
      else if (path?.values.has(year)) {
        const { model, scenario, region, variable } = path.names;
        tell({
          code: 'import/twice',
          message: `${year} stands twice for ${[model, scenario, region, variable].join(', ')}`,
          span: span(),
          help: 'keep one; of two versions of a scenario, ask for one: --scenario "Net Zero 2050 (version: 2)"',
          notes: [`the path begins in line ${path.line}`],
        });
      } else path?.values.set(year, number);
    },
    all: () => [...paths.values()],
  };
}
