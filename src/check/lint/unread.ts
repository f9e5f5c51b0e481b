// lint/unread: an input that no formula, check, chart, target or register reads; whoever fills it in believes that it counts.
import { type Diagnostic, warning } from '../../diagnostics/index.ts';
import { references } from '../../language/index.ts';
import { listOf } from '../../parse/index.ts';
import { subjects } from '../formulas.ts';
import type { Linted } from './rule.ts';

/** Models are shared: an input is unread if no study among those asked for reads it. */
export function lintUnread(studies: readonly Linted[]): readonly Diagnostic[] {
  const read = new Set(studies.flatMap(readIn));
  const seen = new Set<string>();
  return studies.flatMap(({ program }) =>
    [...program.quantities.values()].flatMap((quantity) => {
      if (quantity.kind !== 'input' || read.has(quantity.name) || seen.has(quantity.name)) return [];
      seen.add(quantity.name);
      return [
        warning('lint/unread', `nothing reads the input ${quantity.name}`, quantity.span, {
          help: 'read it in a formula, show it in a chart, or take it and its values out',
        }),
      ];
    }),
  );
}

function readIn({ program, study }: Linted): readonly string[] {
  return [
    ...subjects(program).flatMap(({ expression }) => references(expression).map(({ name }) => name)),
    ...study.headlines,
    ...study.charts.flatMap(({ quantities, width }) => [...quantities, ...listOf(width)]),
    ...study.targets.map(({ quantity }) => quantity),
    ...study.backtest.map(({ quantity }) => quantity),
    ...study.reconciliation.flatMap(({ left, right }) => [left, right]),
    ...(study.register?.rows ?? []).flatMap(({ drivenBy, drivers, watch }) => [
      ...drivenBy,
      ...drivers,
      watch.quantity,
    ]),
    ...listOf(study.register?.impactOf),
  ];
}
