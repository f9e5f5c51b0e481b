// Rule: every formula knows which year it reads: lags have a first value, fixed years lie in the study, base formulas read fixed years.
import { type Diagnostic, error } from '../diagnostics/index.ts';
import { children, type Expression, references } from '../language/index.ts';
import type { Program } from '../resolve/index.ts';
import { type Subject, subjects } from './formulas.ts';

export function checkTime(program: Program): readonly Diagnostic[] {
  return subjects(program).flatMap((subject) => [
    ...lags(subject),
    ...reads(subject.expression, subject, program, false),
  ]);
}

function lags({ expression, role, quantity }: Subject): readonly Diagnostic[] {
  const lagged = references(expression).filter(({ when }) => when.kind === 'lag');
  const [first] = lagged;
  if (first === undefined)
    return role === 'formula' && quantity?.first !== undefined
      ? [
          error('time/first', `${quantity.name} has a first: but no lag`, quantity.first.span, {
            help: 'drop first, or read an earlier year with x[year - 1]',
          }),
        ]
      : [];
  if (role === 'first') return [error('time/first', 'the first year has no year before it', first.span)];
  if (role === 'check')
    return [error('time/first', 'a check looks at one year; make the lag a formula of its own', first.span)];
  if (quantity?.first === undefined)
    return [
      error('time/first', `${first.name} is not known before the first year of the study`, first.span, {
        help: `add first: with the formula that stands in for ${quantity?.name ?? 'it'} in the first year`,
      }),
    ];
  return [];
}

function reads(
  node: Expression,
  subject: Subject,
  program: Program,
  overYears: boolean,
): readonly Diagnostic[] {
  if (node.kind === 'reference') {
    const quantity = program.quantities.get(node.name);
    if (quantity === undefined) return [];
    const { when } = node;
    if (quantity.over === 'base')
      return when.kind === 'now' || (when.kind === 'fixed' && when.year === 'base')
        ? []
        : [
            error('time/base', `${node.name} is known for the base year alone`, node.span, {
              help: `write ${node.name}`,
            }),
          ];
    const years = program.study?.years;
    if (when.kind === 'fixed' && when.year !== 'base' && years !== undefined && !years.includes(when.year))
      return [
        error(
          'time/year',
          `${when.year} is not a year of the study, ${years[0]} to ${years.at(-1)}`,
          node.span,
        ),
      ];
    if (overYears && when.kind === 'lag')
      return [
        error(
          'time/lag',
          'a sum over years reads every year itself: a lag has no meaning inside it',
          node.span,
          {
            help: `make ${node.name}[year - ${when.years}] a formula of its own, with first:`,
          },
        ),
      ];
    if (subject.over === 'base' && !overYears && when.kind !== 'fixed')
      return [
        error(
          'time/base',
          `${subject.quantity?.name ?? 'this'} is over: base and cannot follow ${node.name} through the years`,
          node.span,
          { help: `write ${node.name}[base], ${node.name}[2030] or sum(..., year)` },
        ),
      ];
    return [];
  }
  if (node.kind === 'year' && subject.over === 'base' && !overYears)
    return [error('time/base', 'a formula over: base has no year', node.span)];
  const inside = overYears || (node.kind === 'over' && node.set === 'year');
  return children(node).flatMap((child) => reads(child, subject, program, inside));
}
