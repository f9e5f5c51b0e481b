// Prints what the parse stage hands on: files by kind, formulas as trees, values by form, with the place of each node.

import { children, type Expression, print } from '../../src/language/index.ts';
import type { Parsed, ParsedFile, PathForm, Provenance, ValueForm } from '../../src/parse/index.ts';
import { printAmount } from '../../src/units/index.ts';
import { indent, page, place, type Texts } from './golden.ts';

function nodeName(node: Expression): string {
  switch (node.kind) {
    case 'number':
      return `number ${node.value}`;
    case 'year':
      return 'year';
    case 'reference':
      return `read ${print(node)}`;
    case 'call':
      return `call ${node.word}`;
    case 'cases':
      return `by element of ${node.set}`;
    case 'over':
      return `${node.word} over ${node.set}`;
    case 'unary':
    case 'operation':
      return `operation ${node.operator}`;
  }
}

const tree = (node: Expression, texts: Texts): readonly string[] => [
  `${nodeName(node)}  @ ${place(node.span, texts)} to ${node.span.to - node.span.from} characters on`,
  ...indent(children(node).flatMap((child) => tree(child, texts))),
];

const from = (provenance: Provenance | undefined): string => {
  if (provenance === undefined) return '';
  const { confidence } = provenance;
  const what =
    provenance.kind === 'source'
      ? `source ${provenance.key}, ${provenance.place}`
      : `assumed: ${provenance.why}`;
  return `  <${what}; ${confidence}>`;
};

const outside = ({ between, before, after }: Omit<PathForm, 'points'>): string => {
  const said = (word: string, bound: PathForm['before']): string =>
    bound === undefined ? '' : `, ${word} ${bound === 'hold' ? bound : printAmount(bound.value)}`;
  return `${between}${said('before', before)}${said('after', after)}`;
};

const path = (form: PathForm): string => {
  const points = [...form.points].map(([year, { value }]): string => {
    return `${year}: ${value === 'base' ? 'base' : printAmount(value)}`;
  });
  return `${points.join(', ')} (${outside(form)})`;
};

function formLines(form: ValueForm, texts: Texts): readonly string[] {
  const { meta } = form;
  const at = `${from(meta.provenance)}  @ ${place(meta.span, texts)}`;
  const extra = [
    ...(meta.range === undefined
      ? []
      : [`range ${meta.range.map(({ value }) => printAmount(value)).join(' to ')}`]),
    ...(meta.proxy === undefined ? [] : [`proxy: ${meta.proxy.en}`]),
  ];
  switch (form.form) {
    case 'amount':
      return [`amount ${printAmount(form.amount.value)}${at}`, ...indent(extra)];
    case 'path':
      return [`path ${path(form.path)}${at}`, ...indent(extra)];
    case 'delay':
      return [`delay ${form.years}${at}`, ...indent(extra)];
    case 'from':
      return [`from ${form.data.file.value}${at}`, ...indent(extra)];
    case 'each':
      return [
        `each${at}`,
        ...indent([
          ...extra,
          ...[...form.elements].flatMap(([element, below]) => [
            `${element}  @ ${place(below.key, texts)}`,
            ...indent(formLines(below.form, texts)),
          ]),
        ]),
      ];
    case 'observed': {
      const { then } = form;
      const where = [...(then?.data?.where ?? [])].map(([column, { value }]) => `${column} = ${value}`);
      return [
        `observed ${path(form.observed)}${at}`,
        ...indent([
          ...extra,
          ...(then?.data === undefined
            ? []
            : [`then from ${then.data.file.value} where ${where.join(', ')}`]),
          ...(form.spliceUntil === undefined ? [] : [`splice until ${form.spliceUntil.value}`]),
        ]),
      ];
    }
  }
}

function fileLines(file: ParsedFile, texts: Texts): readonly string[] {
  const keys = `keys: ${Object.keys(file.content).join(', ')}`;
  if (file.kind === 'model') {
    const formulas = [...file.formulas].flatMap(([name, { is, first }]) => [
      `${name} = ${print(is)}`,
      ...indent(tree(is, texts)),
      ...(first === undefined ? [] : indent([`first = ${print(first)}`, ...indent(tree(first, texts))])),
    ]);
    const checks = [...file.checks].flatMap(([name, that]) => [
      `check ${name}: ${print(that)}`,
      ...indent(tree(that, texts)),
    ]);
    const examples = file.examples.map(({ name, year, inputs, expected }) => {
      const list = (amounts: typeof inputs): string =>
        [...amounts].map(([quantity, { value }]) => `${quantity} = ${printAmount(value)}`).join(', ');
      const when = year === undefined ? '' : ` in ${year}`;
      return `example ${name}${when}: ${list(inputs)} -> ${list(expected)}`;
    });
    return [keys, ...formulas, ...checks, ...examples];
  }
  if (!('values' in file)) return [keys];
  const values = [...file.values].flatMap(([name, form]) => [name, ...indent(formLines(form, texts))]);
  return [keys, ...(file.provenance === undefined ? [] : [`head${from(file.provenance)}`]), ...values];
}

export function printParsed(parsed: Parsed, texts: Texts): string {
  const files = [...parsed.files.values()].map((file) => [
    `== ${file.kind} ${file.path}`,
    ...[...(parsed.links.get(file.path) ?? [])].map(([written, path]) => `link ${written} -> ${path}`),
    ...fileLines(file, texts),
  ]);
  const data = [...parsed.data].map(([path, { text, sha256 }]) => [
    `== data ${path}`,
    `${text.split('\n').length - 1} lines, SHA-256 ${sha256}`,
  ]);
  return page([[`entries: ${parsed.entries.join(', ')}`], ...files, ...data]);
}
