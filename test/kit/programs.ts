// Random sound projects: inputs and formulas over two sets, with attributes, lags, fixed years, sums and quantities of the base year.

import fc from 'fast-check';

type Draw = fc.GeneratorValue;

interface Made {
  readonly name: string;
  readonly kind: 'input' | 'formula';
  readonly sets: readonly string[];
  readonly unit: string;
  readonly over: 'years' | 'base';
  readonly model: number;
}

/** What a formula may read of a quantity: all its years, this year's and earlier values, or earlier ones alone. */
type Access = 'all' | 'now' | 'lag';

interface Readable extends Made {
  readonly access: Access;
}

export const FIRST = 2023;
const LAST = 2027;
export const YEARS = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index);

/** Every good has a mill: `x[good.mill]` reads a quantity by mill for every good. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  good: ['rod', 'plate', '7601'],
  mill: ['north', 'south'],
};
const SHAPES = [[], [], ['good'], ['mill'], ['good', 'mill']] as const;
const UNITS = ['1', '1', '1', 't', 'kt', 'MWh', 'CNY_2023/t'] as const;

const from = <T>(draw: Draw, list: readonly T[]): T => {
  const found = list[draw(fc.nat, { max: list.length - 1 })];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};
const chance = (draw: Draw, percent: number): boolean => draw(fc.nat, { max: 99 }) < percent;

interface Wanted {
  readonly sets: readonly string[];
  readonly unit: string;
  readonly depth: number;
}

/** Writes one formula; every part has exactly the sets and the unit that are wanted of it. */
class Writer {
  readonly draw: Draw;
  readonly readable: readonly Readable[];
  readonly over: Made['over'];
  readonly lags: boolean;
  /** Inside a sum over years every year is read. */
  private allYears = false;

  constructor(draw: Draw, readable: readonly Readable[], over: Made['over'], lags: boolean) {
    this.draw = draw;
    this.readable = readable;
    this.over = over;
    this.lags = lags;
  }

  write({ sets, unit, depth }: Wanted): string {
    const { draw } = this;
    const below = { sets, unit, depth: depth - 1 };
    const pure = { ...below, unit: '1' };
    const rest = (dropped: string): readonly string[] => sets.filter((set) => set !== dropped);
    if (depth <= 0) return this.leaf(below);
    switch (draw(fc.nat, { max: 12 })) {
      case 0:
        return `(${this.write(below)} ${from(draw, ['+', '-'])} ${this.write(below)})`;
      case 1:
        return `(${this.write(below)} * ${this.write({ ...pure, sets: sets.slice(0, draw(fc.nat, { max: sets.length })) })})`;
      case 2:
        return `(${this.write(below)} / (1 + abs(${this.write(pure)})))`;
      case 3:
        return `${from(draw, ['min', 'max'])}(${this.write(below)}, ${this.write(below)}, 0)`;
      case 4:
        return `if(${this.condition(below)}, ${this.write(below)}, ${this.write(below)})`;
      case 5:
        return unit === '1' ? this.function(pure) : `abs(${this.write(below)})`;
      case 6:
        return `-${this.leaf(below)}`;
      case 7:
      case 8: {
        const set = from(draw, Object.keys(SETS));
        if (sets.includes(set)) return `each(${this.write({ ...below, sets: rest(set) })}, ${set})`;
        return `sum(${this.write({ ...below, sets: [...sets, set] })}, ${set})`;
      }
      case 9: {
        if (this.allYears) return this.leaf(below);
        this.allYears = true;
        const text = `sum(${this.write(below)}, year)`;
        this.allYears = false;
        return text;
      }
      default:
        return this.leaf(below);
    }
  }

  private condition(wanted: Wanted): string {
    const sides = { ...wanted, unit: from(this.draw, UNITS) };
    const text = `${this.write(sides)} ${from(this.draw, ['<', '<=', '>', '>=', '==', '!='])} ${this.write(sides)}`;
    return chance(this.draw, 30) ? `not (${text}) or ${this.write({ ...wanted, unit: '1' })}` : text;
  }

  private function(wanted: Wanted): string {
    const inner = this.write(wanted);
    return from(this.draw, [
      `abs(${inner})`,
      `exp(min(1, ${inner}))`,
      `log(1 + abs(${inner}))`,
      `sqrt(abs(${inner}))`,
      `${this.leaf(wanted)} ^ 2`,
      `(1 + abs(${this.leaf(wanted)})) ^ (0 - 1)`,
    ]);
  }

  private leaf({ sets, unit }: Pick<Wanted, 'sets' | 'unit'>): string {
    const { draw } = this;
    const plain = unit === '1' && sets.length === 0;
    if (plain && chance(draw, 20))
      return this.over === 'years' || this.allYears ? from(draw, ['0', '1', 'year']) : '1';
    const readings = this.readable.flatMap((quantity) =>
      quantity.unit === unit ? this.readings(quantity, sets) : [],
    );
    if (readings.length > 0) return from(draw, readings);
    // Nothing has these sets: one number, spread as the language wants it stated.
    const whole = this.readable.flatMap((quantity) =>
      quantity.unit === unit ? this.readings(quantity, []) : [],
    );
    return sets.reduce<string>((text, set) => `each(${text}, ${set})`, from(draw, whole));
  }

  /** The ways to read a quantity with exactly the wanted sets, here and now. */
  private readings(quantity: Readable, sets: readonly string[]): readonly string[] {
    return ways(quantity.sets, sets).flatMap((brackets) =>
      this.times(quantity).map((time) => {
        const inside = [...brackets, ...time];
        return inside.length === 0 ? quantity.name : `${quantity.name}[${inside.join(', ')}]`;
      }),
    );
  }

  private times({ over, access }: Readable): readonly (readonly string[])[] {
    if (over === 'base') return access === 'all' ? [[]] : [];
    const fixed = access === 'all' ? [['2024'], [String(LAST)], ['base']] : [];
    if (this.allYears) return access === 'all' ? [[], ...fixed] : [];
    if (this.over === 'base') return fixed;
    const lagged = this.lags ? [['year - 1'], ['year - 2']] : [];
    return access === 'lag' ? lagged : [[], ...fixed, ...lagged];
  }
}

/** What may stand in brackets so that a quantity with sets `has` is read with sets `wanted`. */
function ways(has: readonly string[], wanted: readonly string[]): readonly (readonly string[])[] {
  const same = has.length === wanted.length && has.every((set) => wanted.includes(set));
  const through =
    has.includes('mill') && !has.includes('good') && wanted.length === 1 && wanted[0] === 'good';
  const dropped = has.filter((set) => !wanted.includes(set));
  const picked = dropped.length === has.length - wanted.length && wanted.every((set) => has.includes(set));
  return [
    ...(same ? [[]] : []),
    ...(through ? [['good.mill']] : []),
    ...(picked && dropped.length > 0
      ? [0, 1].map((which) =>
          dropped.map((set) => SETS[set]?.at(-which) ?? '').map((id) => (/^\d/.test(id) ? `"${id}"` : id)),
        )
      : []),
  ];
}

const quoted = (formula: string): string => `'${formula}'`;
const bySets = (sets: readonly string[]): string => (sets.length === 0 ? '' : `, by: [${sets.join(', ')}]`);

/** Inputs in every unit, shape and time, so that a formula always finds something to read. */
function inputs(draw: Draw): readonly Made[] {
  const made: Made[] = [];
  const base = { kind: 'input' as const };
  for (const unit of new Set(UNITS))
    for (const [index, sets] of [[], from(draw, SHAPES)].entries())
      made.push({
        ...base,
        name: `input_${made.length}`,
        sets,
        unit,
        over: index === 0 ? 'base' : 'years',
        model: made.length % 2,
      });
  for (const unit of new Set(UNITS))
    made.push({ ...base, name: `input_${made.length}`, sets: [], unit, over: 'years', model: 0 });
  return made;
}

function valueText(draw: Draw, { sets, unit, over }: Made): string {
  const amount = (): string =>
    `${draw(fc.integer, { min: -40, max: 400 }) / 8} ${unit === '1' ? '' : unit}`.trim();
  const form = (): string =>
    over === 'base' || chance(draw, 50)
      ? amount()
      : `{ path: { ${FIRST}: ${amount()}, ${LAST}: ${amount()} } }`;
  const each = ([set, ...rest]: readonly string[]): string =>
    set === undefined
      ? form()
      : `{ each: { ${(SETS[set] ?? []).map((id) => `"${id}": ${each(rest)}`).join(', ')} } }`;
  return each(sets);
}

/** One formula, or one by element: some of the elements named, all others together. */
function formulaText(draw: Draw, writer: Writer, wanted: Wanted): string {
  const [set = '', ...others] = wanted.sets;
  const ids = SETS[set] ?? [];
  if (ids.length === 0 || others.length > 0 || chance(draw, 60)) return quoted(writer.write(wanted));
  const named = ids.filter(() => chance(draw, 60));
  const keys = named.length === ids.length ? named : [...named, 'all'];
  const branch = (key: string): string => `"${key}": ${quoted(writer.write({ ...wanted, sets: [] }))}`;
  return `{ ${keys.map(branch).join(', ')} }`;
}

/** A study of random formulas in two models that read each other. */
export function randomProject(draw: Draw): ReadonlyMap<string, string> {
  const made: Made[] = [...inputs(draw)];
  const values = made.map((input) => `  ${input.name}: ${valueText(draw, input)}`);
  const declared: [string[], string[]] = [[], []];
  for (const { name, sets, unit, over, model } of made)
    declared[model === 0 ? 0 : 1].push(
      `  ${name}: { about: Drawn, unit: ${unit}${bySets(sets)}, over: ${over}, set_by: company }`,
    );

  const formulas: [string[], string[]] = [[], []];
  const stages = 1 + draw(fc.nat, { max: 2 });
  for (let stage = 1; stage <= stages; stage++) {
    const members = Array.from(
      { length: 1 + draw(fc.nat, { max: 3 }) },
      (_, index): Made => ({
        name: `formula_${stage}_${index}`,
        kind: 'formula',
        sets: from(draw, SHAPES),
        unit: from(draw, UNITS),
        over: chance(draw, 20) ? 'base' : 'years',
        model: draw(fc.nat, { max: 1 }),
      }),
    );
    for (const [index, member] of members.entries()) {
      const { name, sets, unit, over, model } = member;
      // Members of a stage may form loops over years, so none of them may need all years of another.
      const readable = [
        ...made.map((each): Readable => ({ ...each, access: 'all' })),
        ...members.map((each, at): Readable => ({ ...each, access: at < index ? 'now' : 'lag' })),
      ];
      const writer = (lags: boolean): Writer => new Writer(draw, readable, over, lags);
      const lags = over === 'years' && chance(draw, 50);
      const text = formulaText(draw, writer(lags), { sets, unit, depth: 3 });
      const first = / - [12]\]/.test(text)
        ? `, first: ${formulaText(draw, writer(false), { sets, unit, depth: 1 })}`
        : '';
      formulas[model === 0 ? 0 : 1].push(
        `  ${name}: { about: Drawn, unit: ${unit}${bySets(sets)}, over: ${over}, is: ${text}${first} }`,
      );
    }
    made.push(...members);
  }
  return files(made, declared, formulas, values);
}

function files(
  made: readonly Made[],
  declared: readonly [string[], string[]],
  formulas: readonly [string[], string[]],
  values: readonly string[],
): ReadonlyMap<string, string> {
  const given = (model: number): readonly string[] =>
    made
      .filter((quantity) => quantity.model !== model)
      .map(({ name, unit, sets, over }) => `  ${name}: { unit: ${unit}${bySets(sets)}, over: ${over} }`);
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`${title}:`, ...lines];
  const model = (which: 0 | 1): string =>
    [
      `model: drawn_${which}`,
      'about: Drawn at random',
      ...section('given', given(which)),
      ...section('inputs', declared[which]),
      ...section('formulas', formulas[which]),
      '',
    ].join('\n');
  const elements = (set: string, attributes: string): readonly string[] => [
    `  ${set}:`,
    '    about: Drawn',
    `    elements: { ${(SETS[set] ?? []).map((id) => `"${id}": { ${attributes} }`).join(', ')} }`,
  ];
  return new Map([
    ['model_0.yaml', model(0)],
    ['model_1.yaml', model(1)],
    [
      'company.yaml',
      [
        'company: Drawn',
        'about: Drawn at random',
        'base_year: 2025',
        'models: [model_0.yaml, model_1.yaml]',
        'assumed: drawn',
        'confidence: low',
        'sets:',
        ...elements('good', 'mill: south'),
        ...elements('mill', ''),
        'values:',
        ...values,
        '',
      ].join('\n'),
    ],
    ['money.yaml', 'money: None\ndeflators: []\nrates: []\n'],
    [
      'scenario.yaml',
      'scenario: Only\ntitle: { en: Only, zh: 唯一 }\nnarrative: Drawn\nkind: transition\nbecause: Drawn\n',
    ],
    ['strategy.yaml', 'strategy: Only\ntitle: { en: Only, zh: 唯一 }\nabout: Drawn\n'],
    [
      'study.yaml',
      [
        'study: Drawn',
        'as_of: 2026-11-22',
        'company: company.yaml',
        'scenarios: [scenario.yaml]',
        'strategies: [strategy.yaml]',
        `years: ${FIRST} to ${LAST}`,
        'horizons: { short: 2023, medium: 2025, long: 2027 }',
        'money: { report_in: CNY_2023, table: money.yaml }',
        'headlines: []',
        '',
      ].join('\n'),
    ],
  ]);
}
