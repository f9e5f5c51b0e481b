// The examples of models, run: one unnamed element stands for each set, one year for all, and only what is expected is computed.
import { dependencies, groups } from '../check/index.ts';
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import {
  inBaseUnits,
  type Model,
  type Program,
  type Quantity,
  type SetDefinition,
} from '../resolve/index.ts';
import { showAmount } from '../units/index.ts';
import { interpret } from './interpreter.ts';
import { needsOf } from './needs.ts';

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

/** Amounts in base units by quantity, and what is wrong with those that have none. */
function read(
  entries: Example['inputs'],
  program: Program,
): { readonly numbers: ReadonlyMap<string, number>; readonly diagnostics: readonly Diagnostic[] } {
  const numbers = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, amount] of entries) {
    const known = program.quantities.get(name);
    if (known === undefined) {
      const help = didYouMean(name, program.quantities.keys());
      diagnostics.push(error('name/unknown', `${name} is not a quantity`, amount.key, { help }));
      continue;
    }
    const number = inBaseUnits(amount, known, program.units, diagnostics);
    if (number !== undefined) numbers.set(name, number);
  }
  return { numbers, diagnostics };
}

function checkExample({ name, year, inputs, expected }: Example, program: Program): readonly Diagnostic[] {
  const given = read(inputs, program);
  const wanted = read(expected, program);
  const faults = [...given.diagnostics, ...wanted.diagnostics];
  if (faults.length > 0) return faults;
  // What the example gives is given, even where a formula would compute it.
  const get = (key: string): Quantity | undefined => {
    const quantity = program.quantities.get(key);
    return quantity !== undefined && given.numbers.has(key) ? { ...quantity, kind: 'given' } : quantity;
  };
  const interpreter = interpret(
    { quantities: { get }, sets: program.sets },
    {
      years: [year ?? Number.NaN],
      baseIndex: 0,
      input: (quantity) => given.numbers.get(quantity) ?? Number.NaN,
    },
  );
  const compute = ({ name: quantity, sets }: Quantity): number => {
    const cell = sets.map((set) => `the ${set}`);
    return interpreter.value(quantity, cell, 0);
  };
  return [...wanted.numbers].flatMap(([key, number]): readonly Diagnostic[] => {
    const quantity = program.quantities.get(key);
    const amount = expected.get(key);
    if (quantity === undefined || amount === undefined) return [];
    const { span } = amount;
    const said = inputs.get(key);
    if (said !== undefined)
      return [
        error('example/given', `the example ${name} gives ${key} itself: nothing computes it`, amount.key, {
          also: [{ span: said.key, text: 'given here' }],
        }),
      ];
    const { formulas, lacking, obstacles } = needsOf(key, program, { given: given.numbers, year });
    const [obstacle] = obstacles;
    if (obstacle !== undefined)
      return [
        error('example/obstacle', `the example ${name} cannot be computed: ${obstacle.message}`, span, {
          also: [{ span: obstacle.span, text: 'read here' }],
          help: obstacle.help,
        }),
      ];
    if (lacking.length > 0)
      return [
        error('example/input', `the example ${name} does not say ${lacking.join(', ')}`, span, {
          help: `add ${lacking.map((each) => `${each}: ...`).join(', ')} to with`,
        }),
      ];
    // What is read comes first, since a chain of formulas may be longer than calls can nest.
    for (const formula of groups(formulas, dependencies).flat()) compute(formula);
    const got = compute(quantity);
    if (Math.abs(got - number) <= TOLERANCE * Math.max(Math.abs(number), Math.abs(got), Number.MIN_VALUE))
      return [];
    const shown = (value: number): string => showAmount(value, quantity.unit, 12);
    const message = `the example ${name} expects ${key} to be ${shown(number)}; it is ${shown(got)}`;
    return [error('example/failed', message, span)];
  });
}
