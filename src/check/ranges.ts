// Rule: every input lies within the bounds that its declaration states, in every year and element.
import { type Diagnostic, error } from '../diagnostics/index.ts';
import { cellsOf, type Program } from '../resolve/index.ts';
import { showAmount } from '../units/index.ts';

export function checkRanges(program: Program): readonly Diagnostic[] {
  const { study } = program;
  if (study === undefined) return [];
  return study.cases.flatMap(({ inputs }) =>
    [...inputs].flatMap(([name, cells]): Diagnostic[] => {
      const quantity = program.quantities.get(name);
      if (quantity?.within === undefined) return [];
      const { within, unit, over, sets } = quantity;
      const [low, high] = within;
      const keys = cellsOf(sets, program.sets);
      return cells.flatMap(({ values, origin }, cell) => {
        const index = values.findIndex((value) => value < low || value > high || Number.isNaN(value));
        if (index < 0) return [];
        const element = keys[cell]?.join('; ') ?? '';
        const when = over === 'base' ? '' : ` in ${study.years[index]}`;
        const amount = (value: number): string => showAmount(value, unit);
        return [
          error(
            'value/bounds',
            `${name}${element === '' ? '' : `[${element}]`} is ${amount(values[index] ?? Number.NaN)}${when}, outside ${amount(low)} to ${amount(high)}`,
            origin.span,
            {
              also: [{ span: quantity.span, text: 'its bounds' }],
            },
          ),
        ];
      });
    }),
  );
}
