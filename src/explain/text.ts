// An explanation as lines of text, for a terminal: a tree, each number with its formula or its source below it.

import type { Explained, Explanation, Ground, Place } from './types.ts';

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

const amount = ({ value, unit }: Pick<Explained, 'value' | 'unit'>): string =>
  unit === '1' ? shown(value) : `${shown(value)} ${unit}`;

const named = ({ quantity, item }: Explained): string => (item === '' ? quantity : `${quantity}[${item}]`);

const who = (ground: Ground | undefined): string => {
  if (ground === undefined) return '';
  return ground.kind === 'assumed'
    ? `assumed (${ground.confidence} confidence): ${ground.why}`
    : `${ground.name}${ground.place === '' ? '' : `, ${ground.place}`}${ground.derived === undefined ? '' : `; derived: ${ground.derived}`}`;
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

/** What was printed already and need not be printed again. */
interface Printed {
  readonly numbers: Set<Explained>;
  readonly laws: Set<string>;
}

function below(node: Explained, printed: Printed): readonly Line[] {
  const lines: Line[] = [];
  const add = (text: string, tone: Line['tone'] = 'quiet'): void => {
    lines.push({ stem: '', text: text.replaceAll(/\s+/g, ' '), tone });
  };
  if (node.computed !== undefined) {
    const { formula, at, law } = node.computed;
    add(`= ${formula}  (${place(at)})`);
    const basis = law === undefined ? '' : `${law.name}, ${law.place}`;
    if (basis !== '' && !printed.laws.has(basis)) add(`follows ${basis}`);
    printed.laws.add(basis);
  }
  if (node.given !== undefined) {
    const { ground, at, layer, proxy, replaces, written } = node.given;
    add(`${who(ground)}  (${layer}, ${place(at)})`, ground?.kind === 'assumed' ? 'assumed' : 'quiet');
    // One point of a path says little without the others.
    if (written.includes(':')) add(`from ${written}`);
    if (proxy !== undefined) add(`proxy: ${proxy}`, 'assumed');
    for (const { written, layer: before, at: there } of replaces)
      add(`replaces ${written}  (${before}, ${place(there)})`);
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
  const last = group.at(-1) ?? node;
  if (group.length > 1) {
    const text = `${named(node)} in ${node.year} to ${last.year}: ${amount(node)} ... ${amount(last)}`;
    return [{ stem: '', text, tone: 'number' }];
  }
  const when = node.year === year ? '' : ` in ${node.year}`;
  const head: Line = { stem: '', text: `${named(node)}${when} = ${amount(node)}`, tone: 'number' };
  if (printed.numbers.has(node)) return [{ ...head, text: `${head.text}  (see above)` }];
  printed.numbers.add(node);
  const operands = node.operands.flatMap((id) => numbers.get(id) ?? []);
  const groups = depth > 0 ? grouped(operands) : [];
  const own = below(node, printed);
  const more: readonly Line[] =
    depth === 0 && operands.length > 0
      ? [{ stem: '', text: `... reads ${operands.length} more; --depth opens them`, tone: 'quiet' }]
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

/** @param depth how many levels of formulas below the number are opened */
export function explanationText(explanation: Explanation, depth: number): readonly Line[] {
  const { study, scenario, strategy, numbers, basis } = explanation;
  const root = numbers.get(explanation.root);
  if (root === undefined) return [];
  const line = (text: string, tone: Line['tone'] = 'quiet'): Line => ({ stem: '', text, tone });
  const printed = { numbers: new Set<Explained>(), laws: new Set<string>() };
  return [
    line(root.about, 'number'),
    line(`${study} · ${scenario} · ${strategy} · ${root.year}`),
    line(''),
    ...tree([root], root.year, depth, numbers, printed),
    line(''),
    line(`rests on ${basis.inputs} inputs: ${basis.sourced} sourced, ${basis.assumed} with assumed values`),
  ];
}
