// Prints what the resolve stage hands on: sets, quantities with units, every input with its numbers and the chain of their origins.

import {
  type Case,
  cellsOf,
  type Origin,
  type Program,
  type Quantity,
  type Study,
} from '../../src/resolve/index.ts';
import { cell, indent, number, numbers, page, place, type Texts } from './golden.ts';

const unitOf = ({ unit }: Quantity): string => {
  const dimension = Object.entries(unit.dimension).map(([name, exponent]) => `${name}^${exponent}`);
  return `[${unit.text}] = ${number(unit.factor)} of ${dimension.join(' ') || 'a pure number'}`;
};

const quantityLines = (quantity: Quantity): readonly string[] => {
  const { kind, name, sets, over, within } = quantity;
  const role =
    quantity.kind === 'input'
      ? `input of the ${quantity.setBy}`
      : quantity.kind === 'formula' && quantity.total
        ? 'total'
        : kind;
  const by = sets.length === 0 ? '' : ` by ${sets.join(', ')}`;
  const bounds = within === undefined ? '' : `, within ${numbers(within)}`;
  return [`${name}: ${role}${by} over ${over}${bounds}`, ...indent([unitOf(quantity)])];
};

const chain = (origin: Origin, texts: Texts): readonly string[] => {
  const { provenance } = origin;
  const who = provenance?.kind === 'source' ? `${provenance.key}, ${provenance.place}` : provenance?.why;
  const extra = [
    origin.later === undefined ? '' : 'then another source',
    origin.rangeWritten,
    origin.proxy?.en,
  ];
  const line = `${origin.layer} ${place(origin.span, texts)}: ${origin.written} <${who}>`;
  const more = extra.filter((text) => text !== undefined && text !== '');
  return [
    more.length === 0 ? line : `${line} (${more.join('; ')})`,
    ...(origin.replaces === undefined ? [] : chain(origin.replaces, texts)),
  ];
};

const caseLines = ({ scenario, strategy, inputs }: Case, program: Program, texts: Texts) => [
  `== inputs of ${scenario.name} / ${strategy.name}, in their units`,
  ...[...inputs].flatMap(([name, cells]) => {
    const quantity = program.quantities.get(name);
    const factor = quantity?.unit.factor ?? 1;
    const keys = cellsOf(quantity?.sets ?? [], program.sets);
    return cells.flatMap(({ values, origin, published, observedUntil }, index) => [
      `${name}${cell(keys[index] ?? [])}: ${numbers(values.map((value) => value / factor))}`,
      ...(published === undefined
        ? []
        : [
            `  published ${published.years[0]} to ${published.years.at(-1)}: ${numbers(published.values.map((value) => value / factor))}; observed until ${observedUntil}`,
          ]),
      ...chain(origin, texts).map((line, nth) => (nth === 0 ? `  ${line}` : `  replaces ${line}`)),
    ]);
  }),
];

function studyLines(study: Study): readonly (readonly string[])[] {
  return [
    [
      `== study ${study.name}`,
      `as of ${study.asOf}, ${study.years[0]} to ${study.years.at(-1)}, base year ${study.baseYear}`,
      `horizons ${study.horizons.short} ${study.horizons.medium} ${study.horizons.long}`,
      `reports in ${study.reportIn.currency}_${study.reportIn.year}`,
      ...study.money.map(({ name, value, unit }) => `${name}: ${number(value)} ${unit}`),
    ],
    [
      '== targets, in base units',
      ...study.targets.map(
        ({ name, quantity, year, direction, goal }) =>
          `${name}: ${quantity} ${year} ${direction} ${number(goal)}`,
      ),
    ],
    [
      '== reconciliation',
      ...study.reconciliation.map(
        ({ name, left, right, within }) => `${name}: ${left} and ${right} within ${number(within)}`,
      ),
    ],
    [
      `== register: ${study.register?.title}, shares of ${study.register?.impactOf}`,
      ...(study.register?.rows ?? []).map(
        ({ name, drivenBy, notQuantified, watch }) =>
          `${name}: ${notQuantified ?? drivenBy.join(', ')}; watch ${watch.quantity} ${watch.sign} ${number(watch.threshold)}`,
      ),
    ],
    [
      '== charts',
      ...study.charts.map(
        ({ name, kind, quantities, years, unit }) =>
          `${name}: ${kind} of ${quantities.join(', ')}, ${years[0]} to ${years.at(-1)}, ${unit?.text ?? 'own unit'}`,
      ),
    ],
  ];
}

export function printProgram(program: Program, texts: Texts): string {
  const sets = [...program.sets.values()].map(({ name, elements }) => [
    `== set ${name}`,
    ...elements.map(({ id, attributes }) =>
      [id, ...[...attributes].map(([attribute, to]) => `${attribute} = ${to}`)].join(', '),
    ),
  ]);
  const totals = [...program.totals].map(([name, parts]) => {
    return `${name}: ${parts.map(({ quantity, sign }) => `${sign === 1 ? '+' : '-'} ${quantity}`).join(' ')}`;
  });
  const cases = (program.study?.cases ?? []).map((each) => caseLines(each, program, texts));
  return page([
    ...sets,
    ['== quantities', ...[...program.quantities.values()].flatMap(quantityLines)],
    ['== totals', ...totals],
    ...(program.study === undefined ? [] : studyLines(program.study)),
    ...cases,
  ]);
}
