// lint/alike: two scenarios, or two strategies, that give every input the same numbers; one of them says nothing.
import { type Diagnostic, warning } from '../../diagnostics/index.ts';
import { type Spans, spanAt } from '../../parse/index.ts';
import type { Case, ResolvedInput } from '../../resolve/index.ts';
import type { LintRule } from './rule.ts';

export const lintAlike: LintRule = ({ study: { cases }, file }) => [
  ...alike(
    'scenarios',
    cases,
    ({ scenario }) => scenario.name,
    ({ strategy }) => strategy.name,
    file.spans,
  ),
  ...alike(
    'strategies',
    cases,
    ({ strategy }) => strategy.name,
    ({ scenario }) => scenario.name,
    file.spans,
  ),
];

/** Two of a kind are alike if they are in every case of the other kind. */
function alike(
  kind: 'scenarios' | 'strategies',
  cases: readonly Case[],
  nameOf: (one: Case) => string,
  besideOf: (one: Case) => string,
  spans: Spans,
): readonly Diagnostic[] {
  const names = [...new Set(cases.map(nameOf))];
  const of = (name: string): readonly Case[] => cases.filter((one) => nameOf(one) === name);
  return names.flatMap((name, index) => {
    const twin = names
      .slice(0, index)
      .find((earlier) =>
        of(name).every((one) =>
          of(earlier).some((other) => besideOf(other) === besideOf(one) && same(one, other)),
        ),
      );
    if (twin === undefined) return [];
    return [
      warning('lint/alike', `${name} differs from ${twin} in nothing`, spanAt(spans, kind, index), {
        also: [{ span: spanAt(spans, kind, names.indexOf(twin)), text: 'the same numbers' }],
        help: 'take one of them out, or write what makes it another',
      }),
    ];
  });
}

const same = ({ inputs: left }: Case, { inputs: right }: Case): boolean =>
  [...left].every(([name, cells]) => {
    const other = right.get(name);
    return other === cells || (other !== undefined && sameCells(cells, other));
  });

const sameCells = (left: ResolvedInput, right: ResolvedInput): boolean =>
  left.every(({ values, spread }, cell) => {
    const other = right[cell];
    return (
      other !== undefined &&
      values.every((value, time) => value === other.values[time]) &&
      JSON.stringify([spread?.shape, spread?.weights]) ===
        JSON.stringify([other.spread?.shape, other.spread?.weights])
    );
  });
