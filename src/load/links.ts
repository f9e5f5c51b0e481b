// Finds the paths that a file names, with their places; understands no more of the file than that.

import { type Document, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';

/** A path as a file writes it; offsets are those of the text as YAML writes it, quotes included. */
export interface Link {
  readonly written: string;
  readonly from: number;
  readonly to: number;
}

/** A way into a file: keys, and `[]` for every member of a list. */
type Way = readonly string[];

const WAYS: Readonly<Record<string, readonly Way[]>> = {
  study: [
    ['company'],
    ['scenarios', '[]'],
    ['scenarios', '[]', 'base'],
    ['scenarios', '[]', 'with'],
    ['scenarios', '[]', 'with', '[]'],
    ['strategies', '[]'],
    ['charts', '[]'],
    ['register', 'file'],
    ['disclosure'],
    ['plan'],
    ['money', 'table'],
  ],
  company: [
    ['models', '[]'],
    ['reference', '[]'],
  ],
  scenario: [['extends']],
  strategy: [['extends']],
  data: [['file']],
  disclosure: [['standards']],
};

/** Kinds that name no file; they are half of all text, so looking at the first key saves reading it twice. */
const WITHOUT_LINKS = /^(?:[ \t]*(?:#.*)?\n)*(?:model|money|register|chart|codelist|standards)[ \t]*:/;

/** Shared values, of which most read no data file: half of the rest of all text. An escaped key is left to the reader of YAML. */
const VALUES_ONLY = /^(?:[ \t]*(?:#.*)?\n)*reference[ \t]*:/;
const READS_DATA = /\bfrom\b["']?\s*:|\\/;

const child = (map: YAMLMap, key: string): unknown => map.get(key, true);

function follow(node: unknown, way: Way): readonly unknown[] {
  const [step, ...rest] = way;
  if (step === undefined) return [node];
  if (step === '[]') return isSeq(node) ? node.items.flatMap((item) => follow(item, rest)) : [];
  return isMap(node) ? follow(child(node, step), rest) : [];
}

/** Every `from:` below a value. The keys of a `where:` are the provider's columns and those of a `by:` sets; one may be called `from`. */
function sourcesBelow(node: unknown): readonly unknown[] {
  if (isSeq(node)) return node.items.flatMap(sourcesBelow);
  if (!isMap(node)) return [];
  const reads = isScalar(child(node, 'from'));
  return node.items.flatMap((pair) => {
    const key = isScalar(pair.key) ? pair.key.value : undefined;
    if (key === 'where' || (key === 'by' && reads)) return [];
    return key === 'from' && isScalar(pair.value) ? [pair.value] : sourcesBelow(pair.value);
  });
}

/** The first level of `values:` holds names of quantities, one may be called `from` too. */
function sourcesIn(values: unknown): readonly unknown[] {
  return isMap(values) ? values.items.flatMap((pair) => sourcesBelow(pair.value)) : [];
}

function linkOf(node: unknown): readonly Link[] {
  if (!isScalar(node)) return [];
  const { value, source } = node;
  // .inf and .nan are texts of ours, as the parse stage reads them.
  const written = typeof value === 'number' && !Number.isFinite(value) ? source : value;
  // An empty text names nothing, as the parse stage says.
  if (typeof written !== 'string' || written.trim() === '') return [];
  const [from = 0, to = 0] = (node as Node).range ?? [];
  return [{ written, from, to }];
}

/** A text as YAML if it may name files; undefined if it names none, or is nested deeper than the stack, as the parse stage says. */
export function linking(text: string): Document.Parsed | undefined {
  if (WITHOUT_LINKS.test(text) || (VALUES_ONLY.test(text) && !READS_DATA.test(text))) return undefined;
  try {
    return parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

/** The paths that a document names, in the order in which it names them; none if it is not YAML (the parse stage says why). */
export function linksIn({ contents: root, errors }: Document.Parsed): readonly Link[] {
  if (errors.length > 0 || !isMap(root)) return [];
  const [first] = root.items;
  const kind = isScalar(first?.key) ? String(first.key.value) : '';
  const ways = Object.hasOwn(WAYS, kind) ? (WAYS[kind] ?? []) : [];
  const measures = kind === 'plan' ? child(root, 'measures') : undefined;
  const ownValues = isMap(measures)
    ? measures.items.flatMap(({ value }) => (isMap(value) ? [child(value, 'values')] : []))
    : [child(root, 'values')];
  const nodes = [...ways.flatMap((way) => follow(root, way)), ...ownValues.flatMap(sourcesIn)];
  return nodes.flatMap(linkOf).toSorted((left, right) => left.from - right.from);
}
