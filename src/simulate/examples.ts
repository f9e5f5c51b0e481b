// The examples of models, run: one unnamed element stands for each set, one year for all, and only what is expected is computed.
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import type { Model, Program, SetDefinition } from '../resolve/index.ts';
import { sameDimension, sideBySide } from '../units/index.ts';
import { interpret } from './interpreter.ts';

/** Relative difference up to which an example holds. */
const TOLERANCE = 1e-9;

type Example = Model['examples'][number];

export function checkExamples(program: Program): readonly Diagnostic[] {
  const names = new Set([
    ...program.sets.keys(),
    ...[...program.quantities.values()].flatMap(({ sets }) => sets),
  ]);
  const sets = new Map([...names].map((name) => [name, oneElement(name, names)]));
  return program.models.flatMap(({ examples }) =>
    examples.flatMap((example) => checkExample(example, { ...program, sets })),
  );
}

/** A set with one element whose every attribute points to the one element of its set. */
const oneElement = (name: string, names: ReadonlySet<string>): SetDefinition => {
  const span = { file: '', from: 0, to: 0 };
  const attributes = new Map([...names].map((attribute) => [attribute, `the ${attribute}`]));
  return {
    name,
    about: '',
    span,
    elements: [{ id: `the ${name}`, title: { en: name, zh: name }, attributes, span }],
  };
};

function checkExample({ name, inputs, expected }: Example, program: Program): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const numbers = new Map<string, number>();
  const read = (entries: Example['inputs'], into: Map<string, number>): void => {
    for (const [quantity, { value, span, key }] of entries) {
      const known = program.quantities.get(quantity);
      const { unit, fault } = program.units.parse(value.unit);
      if (known === undefined)
        diagnostics.push(
          error('name/unknown', `${quantity} is not a quantity`, key, {
            help: didYouMean(quantity, program.quantities.keys()),
          }),
        );
      else if (unit === undefined)
        diagnostics.push(error('unit/unknown', fault.message, span, { help: fault.help }));
      else if (!sameDimension(unit, known.unit))
        diagnostics.push(
          error('value/unit', `${quantity} is measured in ${known.unit.text}`, span, {
            notes: sideBySide(['declared', known.unit], ['here', unit]),
          }),
        );
      else into.set(quantity, value.number * unit.factor);
    }
  };
  const wanted = new Map<string, number>();
  read(inputs, numbers);
  read(expected, wanted);
  if (diagnostics.length > 0) return diagnostics;
  const lacking = new Set<string>();
  const input = (quantity: string): number => {
    const number = numbers.get(quantity);
    if (number === undefined) lacking.add(quantity);
    return number ?? Number.NaN;
  };
  // What the example gives is given, even where a formula would compute it.
  const quantities = new Map(
    [...program.quantities].map(([key, quantity]) => [
      key,
      numbers.has(key) ? { ...quantity, kind: 'given' as const } : quantity,
    ]),
  );
  const interpreter = interpret({ quantities, sets: program.sets }, { years: [0], baseIndex: 0, input });
  for (const [quantity, number] of wanted) {
    const known = program.quantities.get(quantity);
    const span = expected.get(quantity)?.span;
    if (known === undefined || span === undefined) continue;
    const got = interpreter.value(
      quantity,
      known.sets.map((set) => `the ${set}`),
      0,
    );
    if (lacking.size > 0)
      diagnostics.push(
        error('example/input', `the example ${name} does not say ${[...lacking].join(', ')}`, span, {
          help: `add ${[...lacking].map((each) => `${each}: ...`).join(', ')} to with`,
        }),
      );
    else if (
      !(Math.abs(got - number) <= TOLERANCE * Math.max(Math.abs(number), Math.abs(got), Number.MIN_VALUE))
    ) {
      const shown = (value: number): string =>
        `${Number((value / known.unit.factor).toPrecision(12))} ${known.unit.text === '1' ? '' : known.unit.text}`.trimEnd();
      diagnostics.push(
        error(
          'example/failed',
          `the example ${name} expects ${quantity} to be ${shown(number)}; it is ${shown(got)}`,
          span,
        ),
      );
    }
    lacking.clear();
  }
  return diagnostics;
}
