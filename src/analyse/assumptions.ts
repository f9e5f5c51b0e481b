// Every input as it was used: value, unit, who says so, file and line, what it replaced. One row where all cases agree.
import {
  type Case,
  cellsOf,
  type Origin,
  type Program,
  type Study,
  type UnquantifiedTarget,
} from '../resolve/index.ts';
import { inUnit } from './series.ts';
import type { Assumption, Provenance } from './types.ts';

export type LineOf = (origin: Pick<Origin, 'span'>) => { readonly file: string; readonly line: number };

export function listAssumptions(program: Program, study: Study, lineOf: LineOf): readonly Assumption[] {
  return [
    ...inputs(program, study, lineOf),
    ...attributeRows(program, lineOf),
    ...targetRows(program, study, lineOf),
    ...moneyRows(study, lineOf),
  ];
}

/** What holds in every case alike and replaces nothing. */
const plain = { scenarios: [], strategies: [], exceptions: [], replaces: [] } as const;

/** An attribute decides which row of a law table an element is read through, so it is an assumption like any other. */
function attributeRows(program: Program, lineOf: LineOf): readonly Assumption[] {
  return [...program.sets.values()].flatMap(({ name, elements }) =>
    elements.flatMap((element) =>
      [...element.attributes].map(
        ([attribute, value]): Assumption => ({
          ...plain,
          quantity: `${name}.${attribute}`,
          item: element.id,
          value,
          unit: '1',
          provenance: provenanceOf(element),
          layer: 'company',
          ...lineOf(element),
        }),
      ),
    ),
  );
}

/** Where the company file has it, since an input may have the name of a target. */
const targetKey = ({ name }: { readonly name: string }): string => `targets.${name}`;

const signOf = ({ direction }: Pick<UnquantifiedTarget, 'direction'>): string =>
  direction === 'at_least' ? '>=' : '<=';

function targetRows(program: Program, study: Study, lineOf: LineOf): readonly Assumption[] {
  const open = study.unquantifiedTargets.map(
    (target): Assumption => ({
      ...plain,
      quantity: targetKey(target),
      title: target.title,
      item: '',
      value: `${target.year}: ${signOf(target)} ${target.goal}`,
      unit: '1',
      provenance: provenanceOf(target),
      notQuantified: target.why,
      layer: 'company',
      ...lineOf(target),
    }),
  );
  const quantified = study.targets.flatMap((target): Assumption[] => {
    const quantity = program.quantities.get(target.quantity);
    if (quantity === undefined) return [];
    const unit = quantity.unit.text === '1' ? '' : ` ${quantity.unit.text}`;
    return [
      {
        ...plain,
        quantity: targetKey(target),
        title: target.title,
        item: '',
        // As `tcfd solve --goal` takes it.
        value: `${target.quantity}[${target.year}] ${signOf(target)} ${inUnit(target.goal, quantity)}${unit}`,
        unit: quantity.unit.text,
        provenance: provenanceOf(target),
        layer: 'company',
        ...lineOf(target),
      },
    ];
  });
  return [...quantified, ...open];
}

function inputs(program: Program, study: Study, lineOf: LineOf): readonly Assumption[] {
  return [...program.quantities.values()].flatMap((quantity) => {
    if (quantity.kind !== 'input') return [];
    return cellsOf(quantity.sets, program.sets).flatMap((key, cell) => {
      const found = study.cases.flatMap((each) => {
        const origin = each.inputs.get(quantity.name)?.[cell]?.origin;
        return origin === undefined
          ? []
          : [
              {
                each,
                origin,
                place: JSON.stringify(chain(origin).map(({ span }) => [span.file, span.from])),
              },
            ];
      });
      const places = [...new Set(found.map(({ place }) => place))];
      return places.flatMap((place) => {
        const alike = found.filter((candidate) => candidate.place === place);
        const [first] = alike;
        if (first === undefined) return [];
        return [
          row(
            quantity.name,
            key.join('; '),
            quantity.unit.text,
            first.origin,
            alike.map(({ each }) => each),
            study,
            lineOf,
          ),
        ];
      });
    });
  });
}

const chain = (origin: Origin): readonly Origin[] =>
  origin.replaces === undefined ? [origin] : [origin, ...chain(origin.replaces)];

function row(
  quantity: string,
  item: string,
  unit: string,
  origin: Origin,
  cases: readonly Case[],
  study: Study,
  lineOf: LineOf,
): Assumption {
  const scenarios = new Set(cases.map(({ scenario }) => scenario.name));
  const strategies = new Set(cases.map(({ strategy }) => strategy.name));
  return {
    quantity,
    item,
    scenarios: scenarios.size === study.scenarios.length ? [] : [...scenarios],
    strategies: strategies.size === study.strategies.length ? [] : [...strategies],
    value: origin.written,
    unit,
    provenance: provenanceOf(origin),
    exceptions: (origin.exceptions ?? []).map(({ year, provenance }) => ({
      year,
      provenance: provenanceOf({ provenance }),
    })),
    later: origin.later === undefined ? undefined : provenanceOf({ provenance: origin.later }),
    note: origin.note,
    range: origin.rangeWritten,
    spread: origin.spread && {
      written: origin.spread.written,
      provenance: origin.spread.provenance && provenanceOf(origin.spread),
    },
    proxy: origin.proxy,
    layer: origin.layer,
    ...lineOf(origin),
    replaces: chain(origin)
      .slice(1)
      .map((earlier) => ({ value: earlier.written, ...lineOf(earlier) })),
  };
}

export const provenanceOf = ({ provenance }: Pick<Origin, 'provenance'>): Provenance => {
  if (provenance === undefined) throw new Error('a value without provenance passed the check');
  const { span: _, ...rest } = provenance;
  return rest;
};

function moneyRows(study: Study, lineOf: LineOf): readonly Assumption[] {
  return study.money.map((each) => ({
    ...plain,
    quantity: each.name,
    item: '',
    value: String(each.value),
    unit: each.unit,
    provenance: provenanceOf(each),
    note: each.note,
    range: each.range,
    layer: 'reference',
    ...lineOf(each),
  }));
}
