// The texts of faults as the source writes them, read from its syntax: what no case shows is found here.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));
/** The command line says its own words in both languages where it says them; packs and pages have catalogues of their own. */
const ROOMS = ['cli', 'render', 'page', 'diagnostics'];
const TEXTS = new Set(['message', 'help', 'notes', 'text']);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A text with `⟦1⟧` where the code puts something in, and the code of the fault where it is written beside it. */
export interface Written {
  readonly file: string;
  readonly code: string | undefined;
  readonly text: string;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const nodesIn = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.flatMap(nodesIn) : isNode(value) ? [value] : [];

/** What stands in the place of an expression in a text: each of two texts, or something. */
function partsOf(node: Node | undefined, index: number): readonly string[] {
  const [then] = nodesIn(node?.consequent);
  const [otherwise] = nodesIn(node?.alternate);
  if (node?.type === 'ConditionalExpression') return [...partsOf(then, index), ...partsOf(otherwise, index)];
  const literal = node?.type === 'Literal' && node.value === '' ? [''] : textsOf(node);
  return literal.length > 0 ? literal : [`⟦${index}⟧`];
}

/** The texts that an expression may come to, as far as they are written in it. */
function textsOf(node: Node | undefined): readonly string[] {
  if (node === undefined) return [];
  const of = (key: string): readonly string[] => nodesIn(node[key]).flatMap(textsOf);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' && node.value !== '' ? [node.value] : [];
    case 'TemplateLiteral': {
      const parts = nodesIn(node.expressions);
      return nodesIn(node.quasis)
        .map(({ value }) => (value as { readonly cooked: string }).cooked)
        .reduce<readonly string[]>(
          (texts, next, index) =>
            index === 0
              ? [next]
              : texts.flatMap((text) => partsOf(parts[index - 1], index).map((part) => text + part + next)),
          [],
        );
    }
    case 'ConditionalExpression':
      return [...of('consequent'), ...of('alternate')];
    case 'LogicalExpression':
      return [...of('left'), ...of('right')];
    case 'ArrayExpression':
      return of('elements');
    default:
      return [];
  }
}

function writtenIn(file: string, node: Node): readonly Written[] {
  const found: Written[] = [];
  const add = (code: string | undefined, from: Node | undefined): void => {
    const words = textsOf(from).filter((text) => /[a-z]{2}/.test(text.replaceAll(/⟦\d+⟧/g, '')));
    found.push(...words.map((text) => ({ file, code, text })));
  };
  const visit = (one: Node, code: string | undefined): void => {
    let inside = code;
    if (one.type === 'CallExpression') {
      const [first, second] = nodesIn(one.arguments);
      const [literal] = textsOf(first);
      if (
        literal !== undefined &&
        /^[a-z-]+(?:\/[a-z-]+)?$/.test(literal) &&
        nodesIn(one.arguments).length > 2
      ) {
        inside = literal;
        add(inside, second);
      }
    }
    const [key] = nodesIn(one.key ?? one.id);
    const name = key?.type === 'Identifier' ? String(key.name) : '';
    if (one.type === 'Property' && TEXTS.has(name)) add(inside, nodesIn(one.value)[0]);
    if (one.type === 'VariableDeclarator' && TEXTS.has(name)) add(inside, nodesIn(one.init)[0]);
    for (const value of Object.values(one)) for (const child of nodesIn(value)) visit(child, inside);
  };
  visit(node, undefined);
  return found;
}

/** All of them, each file's in their order. */
export async function writtenMessages(): Promise<readonly Written[]> {
  const files = readdirSync(SOURCE, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(SOURCE, join(entry.parentPath, entry.name)))
    .filter((file) => !ROOMS.includes(file.split('/', 1)[0] ?? ''))
    .toSorted();
  const all = await Promise.all(
    files.map(async (file) => {
      const tree: unknown = await parseAst(readFileSync(join(SOURCE, file), 'utf8'), { lang: 'ts' });
      return nodesIn(tree).flatMap((node) => writtenIn(file, node));
    }),
  );
  return all.flat();
}
