// Rule: every input lies within the bounds that its declaration states, in every year and element, and so does what measures make of it.
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import type { Program, ResolvedCell } from '../resolve/index.ts';
import { showAmount } from '../units/index.ts';
import { cellName, eachCell } from './cells.ts';

/** A year that the command line replaced stands there, whatever file gives the others. */
const placeOf = ({ span, exceptions = [] }: ResolvedCell['origin'], of: number | undefined): Span =>
  exceptions.find(({ year, provenance }) => year === of && provenance.span.file !== span.file)?.provenance
    .span ?? span;

export function checkRanges(program: Program): readonly Diagnostic[] {
  const { study } = program;
  if (study === undefined) return [];
  const ranges = (
    name: string,
    cell: number,
    { values, origin }: Pick<ResolvedCell, 'values' | 'origin'>,
  ) => {
    const quantity = program.quantities.get(name);
    if (quantity?.within === undefined) return [];
    const { within, unit, over } = quantity;
    const [low, high] = within;
    const index = values.findIndex((value) => value < low || value > high || Number.isNaN(value));
    if (index < 0) return [];
    const year = study.years[index];
    const when = over === 'base' ? '' : ` in ${year}`;
    const amount = (value: number): string => showAmount(value, unit);
    return [
      error(
        'value/bounds',
        `${cellName(quantity, cell, program)} is ${amount(values[index] ?? Number.NaN)}${when}, outside ${amount(low)} to ${amount(high)}`,
        placeOf(origin, year),
        {
          also: [{ span: quantity.span, text: 'its bounds' }],
        },
      ),
    ];
  };
  const levers = (study.planning?.measures ?? []).flatMap((measure) => [...measure.levers.values()].flat());
  return [
    ...eachCell(study.cases).flatMap(({ name, index, cell }) => ranges(name, index, cell)),
    ...levers.flatMap(({ quantity, cell, complete, origin }) =>
      ranges(quantity, cell, { values: complete, origin }),
    ),
  ];
}
