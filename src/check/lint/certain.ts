// lint/certain: a headline or target that is computed and the same in every draw, since nothing that it rests on is uncertain.
import { type Diagnostic, type Span, warning } from '../../diagnostics/index.ts';
import { spanAt } from '../../parse/index.ts';
import type { Program, Study } from '../../resolve/index.ts';
import { dependencies, formulasOf } from '../dependencies.ts';
import type { LintRule } from './rule.ts';
import { some } from './words.ts';

export const lintCertain: LintRule = ({ program, study, file }) => {
  if (study.uncertainty === undefined) return [];
  const uncertain = uncertainInputs(study);
  const list = typeof file.content.headlines === 'string' ? [] : study.headlines;
  const outputs: readonly { readonly name: string; readonly what: string; readonly span: Span }[] = [
    ...study.headlines.map((name) => ({
      name,
      what: 'headline',
      span:
        list.length === 0
          ? spanAt(file.spans, 'headlines')
          : spanAt(file.spans, 'headlines', list.indexOf(name)),
    })),
    ...study.targets.map(({ name, quantity, span }) => ({ name: quantity, what: `target ${name}`, span })),
  ];
  return outputs.flatMap(({ name, what, span }): readonly Diagnostic[] => {
    // An input is decided by whoever sets it; it need not be uncertain.
    if (program.quantities.get(name)?.kind === 'input') return [];
    const inputs = inputsBehind(name, program);
    if (inputs.some((input) => uncertain.has(input))) return [];
    return [
      warning(
        'lint/certain',
        `${name} is the same in every draw: nothing behind this ${what} is uncertain`,
        span,
        {
          notes: [inputs.length === 0 ? 'it rests on no input' : `it rests on ${some(inputs)}`],
          help: inputs.length === 0 ? undefined : 'give one of them a range: or a spread:',
        },
      ),
    ];
  });
};

/** Inputs that differ from draw to draw, in any case, year and element. */
function uncertainInputs({ cases }: Study): ReadonlySet<string> {
  return new Set(
    cases.flatMap(({ inputs }) =>
      [...inputs].flatMap(([name, cells]) =>
        cells.some(({ spread }) => spread?.weights.some((weight) => weight !== 0)) ? [name] : [],
      ),
    ),
  );
}

/** The inputs that a quantity rests on, through whatever formulas; itself where it is one. */
function inputsBehind(name: string, program: Program): readonly string[] {
  const formulas = new Map(formulasOf(program).map((formula) => [formula.name, formula]));
  const found = new Set([name]);
  for (const next of found) {
    const formula = formulas.get(next);
    for (const read of formula === undefined ? [] : dependencies(formula)) found.add(read.name);
  }
  return [...found].filter((each) => program.quantities.get(each)?.kind === 'input');
}
