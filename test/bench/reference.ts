// The reference model of the benchmark as a project of the product: its formulas in the language, every number of theirs an input.
import { type MathNode, parse } from 'mathjs';

/** As model.json writes it. */
export interface ReferenceModel {
  readonly axis: { readonly from: number; readonly to: number };
  readonly params: Readonly<Record<string, readonly [number, string]>>;
  readonly series: Readonly<Record<string, readonly (readonly (number | string)[])[]>>;
  readonly inputs: Readonly<Record<string, readonly [Distribution, readonly number[], string]>>;
  readonly outputs: readonly string[];
  /** Name, formula, and the value before the first year. */
  readonly formulas: readonly (readonly [string, string, string?])[];
}

type Distribution = 'normal' | 'lognormal' | 'triangular' | 'pert';

/** The shock of each year, standard normal. */
export const SHOCK = 'z_cp';

/** Writes one formula; `before` is what a lag reads in place of an earlier year. */
function writer(numbers: Set<number>, before?: ReadonlyMap<string, string>) {
  const number = (value: number): string => {
    if (value === 0 || value === 1) return String(value);
    numbers.add(value);
    return numberName(value);
  };
  const write = (node: MathNode): string => {
    switch (node.type) {
      case 'ParenthesisNode':
        return write((node as unknown as { readonly content: MathNode }).content);
      case 'ConstantNode':
        return number((node as unknown as { readonly value: number }).value);
      case 'SymbolNode':
        return (node as unknown as { readonly name: string }).name;
      case 'OperatorNode': {
        const { op, args } = node as unknown as { readonly op: string; readonly args: readonly MathNode[] };
        const [left, right] = args;
        if (left === undefined) throw new Error('an operator without operands');
        if (right === undefined) return `(-${write(left)})`;
        const whole = op === '^' && right.type === 'ConstantNode';
        return `(${write(left)} ${op} ${whole ? right.toString() : write(right)})`;
      }
      case 'ConditionalNode': {
        const { condition, trueExpr, falseExpr } = node as unknown as Record<string, MathNode>;
        if (!condition || !trueExpr || !falseExpr) throw new Error('half a condition');
        return `if(${write(condition)}, ${write(trueExpr)}, ${write(falseExpr)})`;
      }
      case 'FunctionNode': {
        const { fn, args } = node as unknown as {
          readonly fn: { readonly name: string };
          readonly args: readonly MathNode[];
        };
        const [a = '', b = '', c = ''] = args.map(write);
        if (fn.name === 'series') return a;
        if (fn.name === 'pow') return `(${a} ^ ${b})`;
        if (fn.name === 'clamp') return `min(max(${a}, ${b}), ${c})`;
        return `${fn.name}(${args.map(write).join(', ')})`;
      }
      case 'AccessorNode': {
        const { name } = (node as unknown as { readonly object: { readonly name: string } }).object;
        if (before === undefined) return `${name}[year - 1]`;
        return write(parse(before.get(name) ?? '0'));
      }
      default:
        throw new Error(`${node.type} stands in a formula of the reference model`);
    }
  };
  return write;
}

const numberName = (value: number): string => `number_${String(value).replace(/\W/g, '_')}`;

/** The project's files; `benchmark.yaml` is its study. */
export function referenceProject(model: ReferenceModel): ReadonlyMap<string, string> {
  const numbers = new Set<number>();
  const before = new Map(
    model.formulas.flatMap(([name, , init]) => (init === undefined ? [] : [[name, init]])),
  );
  const later = writer(numbers);
  const first = writer(numbers, before);
  const formulas = model.formulas.map(([name, text]) => {
    const is = later(parse(text));
    const start = text.includes('[t-1]') ? `, first: '${first(parse(text))}'` : '';
    return `  ${name}: { about: Of the reference model, unit: 1, is: '${is}'${start} }`;
  });
  const points = (list: readonly (readonly (number | string)[])[]): string =>
    `{ path: { ${list.map(([year, value]) => `${year}: ${value}`).join(', ')} }, after: hold }`;
  const inputs = [
    ...Object.entries(model.params).map(([name, [value]]) => ({ name, over: 'base', value: String(value) })),
    ...[...numbers].map((value) => ({ name: numberName(value), over: 'base', value: String(value) })),
    ...Object.entries(model.series).map(([name, list]) => ({ name, over: 'years', value: points(list) })),
    ...Object.entries(model.inputs).map(([name, [kind, parameters]]) => ({
      name,
      over: 'base',
      value: String(centre(kind, parameters)),
    })),
    { name: SHOCK, over: 'years', value: '0' },
  ];
  const declared = inputs.map(
    ({ name, over }) =>
      `  ${name}: { about: Of the reference model, unit: 1, over: ${over}, set_by: company }`,
  );
  const assumed = 'assumed: made up for the benchmark\nconfidence: low';
  return new Map([
    [
      'model.yaml',
      [
        'model: benchmark',
        'about: The reference model',
        'inputs:',
        ...declared,
        'formulas:',
        ...formulas,
        '',
      ].join('\n'),
    ],
    [
      'company.yaml',
      [
        'company: Benchmark',
        'about: Made up',
        `base_year: ${model.axis.from}`,
        'models: [model.yaml]',
        assumed,
        'values:',
        ...inputs.map(({ name, value }) => `  ${name}: ${value}`),
        '',
      ].join('\n'),
    ],
    ['money.yaml', 'money: None\ndeflators: []\nrates: []\n'],
    [
      'scenario.yaml',
      'scenario: Only\ntitle: { en: Only, zh: 唯一 }\nnarrative: Made up\nkind: transition\nbecause: Made up\n',
    ],
    ['strategy.yaml', 'strategy: Only\ntitle: { en: Only, zh: 唯一 }\nabout: Made up\n'],
    [
      'benchmark.yaml',
      [
        'study: Benchmark',
        'as_of: 2026-11-22',
        'company: company.yaml',
        'scenarios: [scenario.yaml]',
        'strategies: [strategy.yaml]',
        `years: ${model.axis.from} to ${model.axis.to}`,
        `horizons: { short: ${model.axis.from + 3}, medium: ${model.axis.from + 7}, long: ${model.axis.to} }`,
        'money: { report_in: CNY_2023, table: money.yaml }',
        'headlines: []',
        '',
      ].join('\n'),
    ],
  ]);
}

/** The value around which an input is drawn. */
export function centre(kind: Distribution, parameters: readonly number[]): number {
  const [a = 0, b = 0] = parameters;
  if (kind === 'normal') return a;
  return kind === 'lognormal' ? Math.exp(a) : b;
}
