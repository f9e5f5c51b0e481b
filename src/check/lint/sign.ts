// lint/sign: draws of an input that is positive fall below zero; one that its declaration bounds is a matter of the check itself.
import { type Diagnostic, warning } from '../../diagnostics/index.ts';
import { cellsOf, type ResolvedCell, type Spread } from '../../resolve/index.ts';
import { reachOf } from '../spreads.ts';
import type { LintRule } from './rule.ts';

export const lintSign: LintRule = ({ program, study }) => {
  const seen = new Set<string>();
  return study.cases.flatMap(({ inputs }) =>
    [...inputs].flatMap(([name, cells]): readonly Diagnostic[] => {
      const quantity = program.quantities.get(name);
      if (quantity?.kind !== 'input' || quantity.within !== undefined) return [];
      const keys = cellsOf(quantity.sets, program.sets);
      return cells.flatMap((cell, index) => {
        const { values, spread } = cell;
        if (spread === undefined || !crosses(values, spread)) return [];
        const place = `${spread.span.file} ${spread.span.from}`;
        if (seen.has(place)) return [];
        seen.add(place);
        const key = keys[index] ?? [];
        return [
          warning(
            'lint/sign',
            `draws of ${name}${key.length === 0 ? '' : `[${key.join('; ')}]`} fall below zero, which its value never does`,
            spread.span,
            { help: 'cut the spread with low, or say within: where the input is declared' },
          ),
        ];
      });
    }),
  );
};

/** Whether a draw lies below zero in a year in which the value is above it. */
const crosses = (values: ResolvedCell['values'], spread: Spread): boolean =>
  values.every((value) => value >= 0) &&
  values.some((value, time) => value > 0 && reachOf(value, spread, time)[0] < 0);
