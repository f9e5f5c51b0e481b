// An explanation as lines of text, for a terminal: a tree, each number with its formula or its source below it.

import type { Explained, Explanation, Ground, Place } from './types.ts';
import { WORDS, type Words } from './words.ts';

/** What a line says, for whoever colours it. */
export interface Line {
  /** Branches of the tree. */
  readonly stem: string;
  readonly text: string;
  readonly tone: 'number' | 'assumed' | 'quiet';
}

const place = ({ file, line }: Place): string => `${file}:${line}`;

/** Six digits that count, with separators where there are thousands. */
export const shown = (value: number): string => {
  const rounded = Number(value.toPrecision(6));
  return Math.abs(rounded) >= 1e15 || (rounded !== 0 && Math.abs(rounded) < 1e-6)
    ? String(rounded)
    : rounded.toLocaleString('en', { maximumFractionDigits: 12 });
};

/** How a reader of another language than that of the files meets what stands in them. */
export interface Spelling {
  /** An amount in the declared unit -> in one that the language counts in, the same for the amount that stands beside it. */
  readonly amount: (
    value: number,
    unit: string,
    beside: number,
  ) => { readonly value: number; readonly unit: string };
  /** A value as a file writes it. */
  readonly written: (text: string) => string;
}

const AS_WRITTEN: Spelling = { amount: (value, unit) => ({ value, unit }), written: (text) => text };

function amount(
  { value, unit }: Pick<Explained, 'value' | 'unit'>,
  { spelling }: Pick<Printed, 'spelling'>,
  beside = value,
): string {
  const spelled = spelling.amount(value, unit, beside);
  const text = shown(spelled.value);
  return spelled.unit === '1' || spelled.unit === '' ? text : `${text} ${spelled.unit}`;
}

const named = ({ quantity, item }: Explained): string => (item === '' ? quantity : `${quantity}[${item}]`);

/** As files name it; in Chinese with its title before. */
const called = (node: Explained, words: Words): string =>
  words === WORDS.zh && node.title.zh !== '' ? `${node.title.zh} ${named(node)}` : named(node);

const who = (ground: Ground | undefined, words: Words): string => {
  if (ground === undefined) return '';
  return ground.kind === 'assumed'
    ? words.assumed(ground.confidence) + ground.why
    : `${words.at(ground.name, ground.place)}${ground.derived === undefined ? '' : words.derived + ground.derived}`;
};

/** The same quantity in so many years is one line. */
const MANY = 4;

type Group = readonly [Explained, ...Explained[]];

function grouped(operands: readonly Explained[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const operand of operands) {
    const found = groups.get(named(operand));
    groups.set(named(operand), found === undefined ? [operand] : [...found, operand]);
  }
  return [...groups.values()].flatMap((group): readonly Group[] =>
    group.length >= MANY ? [group] : group.map((one): Group => [one]),
  );
}

/** What was printed already and need not be printed again, and in which words. */
interface Printed {
  readonly words: Words;
  readonly spelling: Spelling;
  readonly numbers: Set<Explained>;
  readonly laws: Set<string>;
}

function below(node: Explained, printed: Printed): readonly Line[] {
  const lines: Line[] = [];
  const { words, spelling } = printed;
  const add = (text: string, tone: Line['tone'] = 'quiet'): void => {
    lines.push({ stem: '', text: text.replaceAll(/\s+/g, ' '), tone });
  };
  if (node.computed !== undefined) {
    const { formula, at, law } = node.computed;
    add(`= ${formula}  (${place(at)})`);
    const basis = law === undefined ? '' : words.at(law.name, law.place);
    if (basis !== '' && !printed.laws.has(basis)) add(words.follows + basis);
    printed.laws.add(basis);
  }
  if (node.given !== undefined) {
    const { ground, at, layer, proxy, replaces, spread, written } = node.given;
    add(who(ground, words) + words.by(layer, place(at)), ground?.kind === 'assumed' ? 'assumed' : 'quiet');
    // One point of a path says little without the others.
    if (written.includes(':')) add(words.from + spelling.written(written));
    if (node.central !== undefined && spread !== undefined) add(words.spread + spelling.written(spread));
    if (proxy !== undefined) add(words.proxy + proxy, 'assumed');
    for (const { written, layer: before, at: there } of replaces)
      add(words.replaces + spelling.written(written) + words.by(before, place(there)));
  }
  return lines;
}

function tree(
  group: Group,
  year: number,
  depth: number,
  numbers: Explanation['numbers'],
  printed: Printed,
): readonly Line[] {
  const [node] = group;
  const { words } = printed;
  const last = group.at(-1) ?? node;
  if (group.length > 1) {
    const text = `${called(node, words)}${words.over(node.year, last.year)}${amount(node, printed)} ... ${amount(last, printed)}`;
    return [{ stem: '', text, tone: 'number' }];
  }
  const when = node.year === year ? '' : words.inYear(node.year);
  const { unit, central } = node;
  const beside =
    central === undefined ? '' : words.central(amount({ value: central, unit }, printed, node.value));
  const head: Line = {
    stem: '',
    text: `${called(node, words)}${when} = ${amount(node, printed, central)}${beside}`,
    tone: 'number',
  };
  if (printed.numbers.has(node)) return [{ ...head, text: head.text + words.above }];
  printed.numbers.add(node);
  const operands = node.operands.flatMap((id) => numbers.get(id) ?? []);
  const groups = depth > 0 ? grouped(operands) : [];
  const own = below(node, printed);
  const more: readonly Line[] =
    depth === 0 && operands.length > 0
      ? [{ stem: '', text: words.more(operands.length), tone: 'quiet' }]
      : [];
  const stem = groups.length > 0 ? '│ ' : '  ';
  return [
    head,
    ...[...own, ...more].map((line) => ({ ...line, stem: stem + line.stem })),
    ...groups.flatMap((each, index) => {
      const isLast = index === groups.length - 1;
      return tree(each, node.year, depth - 1, numbers, printed).map((line, row) => ({
        ...line,
        stem: (row > 0 ? (isLast ? '  ' : '│ ') : isLast ? '└ ' : '├ ') + line.stem,
      }));
    }),
  ];
}

/**
 * @param depth how many levels of formulas below the number are opened
 * @param spelling of amounts and values; as in the files if left out
 */
export function explanationText(
  explanation: Explanation,
  depth: number,
  language: 'en' | 'zh' = 'en',
  spelling: Spelling = AS_WRITTEN,
): readonly Line[] {
  const { study, scenario, strategy, numbers, basis, drawn } = explanation;
  const root = numbers.get(explanation.root);
  if (root === undefined) return [];
  const line = (text: string, tone: Line['tone'] = 'quiet'): Line => ({ stem: '', text, tone });
  const words = WORDS[language];
  const printed = { words, spelling, numbers: new Set<Explained>(), laws: new Set<string>() };
  return [
    line(root.about, 'number'),
    line(`${study} · ${scenario} · ${strategy} · ${root.year}`),
    ...(drawn === undefined
      ? []
      : [line(words.drawn(drawn, amount({ value: drawn.value, unit: root.unit }, { spelling })))]),
    line(''),
    ...tree([root], root.year, depth, numbers, printed),
    line(''),
    line(words.basis(basis)),
  ];
}
