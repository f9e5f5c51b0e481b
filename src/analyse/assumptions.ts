// Every input as it was used: value, unit, who says so, file and line, what it replaced. One row where all cases agree.
import { type Case, cellsOf, type Origin, type Program, type Study } from '../resolve/index.ts';
import type { Assumption, Provenance } from './types.ts';

export type LineOf = (origin: Pick<Origin, 'span'>) => { readonly file: string; readonly line: number };

export function listAssumptions(program: Program, study: Study, lineOf: LineOf): readonly Assumption[] {
  return [...inputs(program, study, lineOf), ...moneyRows(study, lineOf)];
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
    scenario: scenarios.size === study.scenarios.length ? '' : [...scenarios].join(', '),
    strategy: strategies.size === study.strategies.length ? '' : [...strategies].join(', '),
    value: origin.written,
    unit,
    provenance: provenanceOf(origin),
    exceptions: (origin.exceptions ?? []).map(({ year, provenance }) => ({
      year,
      provenance: provenanceOf({ provenance }),
    })),
    later: origin.later === undefined ? undefined : provenanceOf({ provenance: origin.later }),
    note: origin.note,
    range: origin.range,
    proxy: origin.proxy,
    layer: origin.layer,
    ...lineOf(origin),
    replaces: chain(origin)
      .slice(1)
      .map((earlier) => ({ value: earlier.written, ...lineOf(earlier) })),
  };
}

const provenanceOf = ({ provenance }: Pick<Origin, 'provenance'>): Provenance => {
  if (provenance === undefined) throw new Error('a value without provenance passed the check');
  const { span: _, ...rest } = provenance;
  return rest;
};

function moneyRows(study: Study, lineOf: LineOf): readonly Assumption[] {
  return study.money.map((each) => ({
    quantity: each.name,
    item: '',
    scenario: '',
    strategy: '',
    value: String(each.value),
    unit: each.unit,
    provenance: provenanceOf(each),
    exceptions: [],
    note: each.note,
    range: each.range,
    layer: 'reference',
    ...lineOf(each),
    replaces: [],
  }));
}
