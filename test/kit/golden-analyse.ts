// Prints what the analyse stage hands on: targets, headlines, register, reconciliation, assumptions and what is to be drawn.

import type { Assumption, Findings, RegisterRow } from '../../src/analyse/types.ts';
import { cell, indent, number, page } from './golden.ts';

const rating = ({ likelihood, impact, amount, scenario }: RegisterRow['inherent']): string => {
  const money = amount === undefined ? 'not quantified' : `${number(amount)} in ${scenario}`;
  return `impact ${impact.name} (${impact.level}), likelihood ${likelihood.name} (${likelihood.level}), ${money}`;
};

const registerLines = (findings: Findings): readonly string[] => {
  const { register } = findings;
  if (register === undefined) return ['no register'];
  const { impactOf, unit } = register;
  return [
    `== register: ${register.title}, shares of ${impactOf.quantity} = ${number(impactOf.value)} ${impactOf.unit}`,
    ...register.rows.flatMap((row) => [
      `${row.name}: ${row.kind}, ${row.type}, ${row.horizon} (${row.year})`,
      ...indent([
        `driven by ${row.drivenBy.join(', ') || `nothing: ${row.notQuantified}`}`,
        ...row.impacts.map(
          ({ scenario, inherent, residual }) =>
            `${scenario}: ${number(inherent)} -> ${number(residual)} ${unit}`,
        ),
        `inherent: ${rating(row.inherent)}`,
        `residual: ${rating(row.residual)}${row.worseAfterResponse ? ', WORSE' : ''}`,
        `watch ${row.watch.quantity} ${row.watch.trigger}: ${row.watch.crossed.map(({ scenario, year }) => `${scenario} ${year ?? 'never'}`).join(', ')}`,
      ]),
    ]),
  ];
};

const assumptionLines = (one: Assumption): readonly string[] => {
  const { provenance, scenario, strategy } = one;
  const where = [scenario, strategy].filter((text) => text !== '').join(' / ');
  const who =
    provenance.kind === 'source'
      ? `source ${provenance.key}, ${provenance.place}`
      : `assumed: ${provenance.why}`;
  return [
    `${one.quantity}${cell(one.item === '' ? [] : [one.item])}${where === '' ? '' : ` in ${where}`} = ${one.value}  <${who}; ${provenance.confidence}>  ${one.layer} ${one.file}:${one.line}`,
    ...indent(one.replaces.map(({ value, file, line }) => `replaces ${value}  ${file}:${line}`)),
  ];
};

export function printFindings(findings: Findings): string {
  return page([
    [
      `${findings.study} of ${findings.company} as of ${findings.asOf}, ${findings.years.join(' ')}, base year ${findings.baseYear}, ${findings.reportingMoney}`,
      `${findings.quantities.size} quantities, ${findings.series.length} series`,
    ],
    [
      '== targets',
      ...findings.targets.map(
        (one) =>
          `${one.name}, ${one.scenario} / ${one.strategy}: ${one.quantity} ${one.year} ${number(one.value)} ${one.direction} ${number(one.goal)} ${one.unit}, gap ${number(one.gap)}, ${one.met ? 'met' : 'missed'}, first met ${one.firstYearMet ?? 'never'}${one.noActualReported ? ', no actual reported' : ''}`,
      ),
    ],
    [
      '== headlines at the short, medium and long horizon',
      ...findings.headlines.map(({ scenario, strategy, quantity, unit, values }) => {
        const at = [values.short, values.medium, values.long].map(number);
        return `${scenario} / ${strategy}: ${quantity} ${at.join(' ')} ${unit}`;
      }),
    ],
    registerLines(findings),
    [
      '== reconciliation',
      ...findings.reconciliation.flatMap(({ name, left, right, unit, ...line }) => [
        `${name}: ${number(left.value)} and ${number(right.value)} ${unit}, ${number(line.relative)} off, ${number(line.within)} allowed: ${line.agrees ? 'agrees' : 'CONTRADICTS'}`,
        ...indent(
          [left, right].map(
            ({ quantity, formula }) => quantity + (formula === undefined ? '' : ` = ${formula}`),
          ),
        ),
      ]),
    ],
    ['== assumptions', ...findings.assumptions.flatMap(assumptionLines)],
    [
      '== charts',
      ...findings.charts.map(({ name, kind, quantities, years, unit, scale }) => {
        const scales = [...scale].map(([quantity, factor]) => `${quantity} x ${number(factor)}`);
        return `${name}: ${kind} of ${quantities.join(', ')}, ${years.join(' ')}, ${unit}, ${scales.join(', ')}`;
      }),
    ],
  ]);
}
