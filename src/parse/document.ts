// YAML text -> plain values with the place of every key and value. The only reader of YAML after loading.
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, Scalar } from 'yaml';
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import { type Path, pathKey, type Spans } from './spans.ts';

export interface YamlDocument {
  readonly value: unknown;
  readonly spans: Spans;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one YAML document; duplicate keys, anchors and several documents in one file are errors. */
export function parseYaml(file: string, text: string): YamlDocument {
  const values = new Map<string, Span>();
  const keys = new Map<string, Span>();
  const folded = new Set<string>();
  const commented = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const span = (from: number, to: number): Span => ({ file, from, to: Math.max(from, to) });
  const spanOf = (node: Node): Span => span(node.range?.[0] ?? 0, node.range?.[1] ?? 0);

  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true });
  for (const fault of [...document.errors, ...document.warnings]) {
    const message = fault.message.split('\n')[0] ?? fault.message;
    diagnostics.push(
      error(
        `yaml/${fault.code.toLowerCase().replaceAll('_', '-')}`,
        message,
        span(fault.pos[0], fault.pos[1]),
      ),
    );
  }

  const visit = (node: unknown, path: Path): unknown => {
    if (isAlias(node)) {
      diagnostics.push(
        error('yaml/alias', 'anchors and aliases hide where a value comes from', spanOf(node), {
          help: 'write the value out',
        }),
      );
      return null;
    }
    if (isScalar(node)) {
      values.set(pathKey(path), spanOf(node));
      if (
        node.type === Scalar.BLOCK_FOLDED ||
        node.type === Scalar.BLOCK_LITERAL ||
        text.slice(node.range?.[0], node.range?.[1]).includes('\n')
      )
        folded.add(pathKey(path));
      if (node.comment != null) commented.add(pathKey(path));
      return node.value;
    }
    if (isSeq(node)) {
      values.set(pathKey(path), spanOf(node));
      return node.items.map((item, index) => visit(item, [...path, index]));
    }
    if (isMap(node)) {
      values.set(pathKey(path), spanOf(node));
      const entries: [string, unknown][] = [];
      for (const { key, value } of node.items) {
        if (!isScalar(key)) {
          diagnostics.push(
            error(
              'yaml/key',
              'a key is a single name',
              isMap(key) || isSeq(key) ? spanOf(key) : spanOf(node),
            ),
          );
          continue;
        }
        const name = key.source ?? String(key.value);
        const below = [...path, name];
        keys.set(pathKey(below), spanOf(key));
        if (value === null) values.set(pathKey(below), spanOf(key));
        entries.push([name, visit(value, below)]);
      }
      return Object.fromEntries(entries);
    }
    return null;
  };
  const value = visit(document.contents, []);
  return { value, spans: { file, values, keys, folded, commented }, diagnostics };
}
