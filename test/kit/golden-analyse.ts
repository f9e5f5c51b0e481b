// Prints what the analyse stage hands on: targets, headlines, register, reconciliation, assumptions and what is to be drawn.

import type { Assumption, Closing, Findings, RegisterRow, Shares } from '../../src/analyse/types.ts';
import { cell, indent, number, page } from './golden.ts';

const rating = ({ likelihood, impact, derived, amount, scenario }: RegisterRow['inherent']): string => {
  const money = amount === undefined ? 'not quantified' : `${number(amount)} in ${scenario}`;
  const set = derived === undefined ? '' : ` set against ${derived.name}`;
  return `impact ${impact.name} (${impact.level})${set}, likelihood ${likelihood.name} (${likelihood.level}), ${money}`;
};

const closingLine = (one: Closing): string => {
  const answer = [one.outcome, one.needs, one.best, one.check].filter((part) => part !== undefined);
  const allowed = one.allowed.map(number).join(' to ');
  return `${one.setBy} ${one.quantity}${cell(one.item === '' ? [] : [one.item])} ${number(one.now)} of ${allowed} ${one.unit}: ${answer.map((part) => (typeof part === 'number' ? number(part) : part)).join(' ')}`;
};

const shares = (of: Shares | undefined): string =>
  of === undefined ? 'none' : [of.sourced, of.derived, of.assumed].map(number).join(' ');

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
        ...(row.current === undefined ? [] : [`current: ${rating(row.current)}`]),
        `residual: ${rating(row.residual)}${row.worseAfterResponse ? ', WORSE' : ''}`,
        ...(row.tolerance === undefined
          ? []
          : [`tolerance ${number(row.tolerance.amount)} ${unit}: ${row.tolerance.status}`]),
        `stands at ${row.watch.now.map(({ scenario, value }) => `${scenario} ${number(value)}`).join(', ')} ${row.watch.unit}`,
        `watch ${row.watch.quantity} ${row.watch.trigger}: ${row.watch.crossed.map(({ scenario, year }) => `${scenario} ${year ?? 'never'}`).join(', ')}`,
      ]),
    ]),
    ...register.issues.map((issue) => `ISSUE ${Object.values(issue).join(', ')}`),
    `uncovered above ${number(register.uncoveredAbove)}:`,
    ...indent(
      register.uncovered.map(
        (one) =>
          `${one.quantity}${cell(one.item === '' ? [] : [one.item])} moves ${one.headline} ${one.year} by ${number(one.change)} ${one.unit}, ${number(one.share)} of ${one.of} (${one.scenario} / ${one.strategy})`,
      ),
    ),
  ];
};

const assumptionLines = (one: Assumption): readonly string[] => {
  const { provenance, scenarios, strategies } = one;
  const where = [scenarios, strategies].flatMap((names) => names.join('; ') || []).join(' / ');
  const who =
    provenance.kind === 'source'
      ? `source ${provenance.key}, ${provenance.place}${provenance.derived === undefined ? '' : `, derived: ${provenance.derived}`}`
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
      ...findings.targets.flatMap((one) => [
        `${one.name}, ${one.scenario} / ${one.strategy}: ${one.quantity} ${one.year} ${number(one.value)} ${one.direction} ${number(one.goal)} ${one.unit}, gap ${number(one.gap)}, ${one.met ? 'met' : 'missed'}, first met ${one.firstYearMet ?? 'never'}${one.noActualReported ? ', no actual reported' : ''}`,
        ...indent(one.closings.map(closingLine)),
      ]),
      ...findings.unquantifiedTargets.map(
        ({ name, year, direction, goal, why }) =>
          `${name}: ${year} ${direction} ${goal}, not quantified: ${why}`,
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
      '== sensitivities: low, central, high',
      ...findings.sensitivities.map((one) => {
        const ends = [one.low, one.central, one.high].map((end) =>
          end === undefined ? 'broken' : number(end),
        );
        return `${one.scenario} / ${one.strategy}: ${one.headline} ${one.year} ${ends.join(' ')} ${one.unit} for ${one.quantity}${cell(one.item === '' ? [] : [one.item])} ${number(one.input.low)} ${number(one.input.central)} ${number(one.input.high)} ${one.input.unit} (${one.from})`;
      }),
    ],
    [
      '== evidence: sourced derived assumed',
      ...findings.evidence.flatMap((one) => [
        `${one.headline} ${one.year} with ${one.strategy}: ${one.values} values`,
        ...indent([
          `by count ${shares(one.byCount)}`,
          `by weight ${shares(one.byWeight)}`,
          `by spread ${shares(one.bySpread)}`,
          ...one.heaviest.map(
            ({ quantity, itemTitle, grade, weight }) =>
              `${quantity} ${itemTitle.en} ${number(weight)} ${grade}`,
          ),
        ]),
      ]),
    ],
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
