// YAML text -> plain values with the place of every key and value. The only reader of YAML after loading.
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  Scalar,
  type YAMLError,
} from 'yaml';
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import { isVanishing } from '../units/index.ts';
import { type Path, pathKey, type Spans } from './spans.ts';

export interface YamlDocument {
  readonly value: unknown;
  readonly spans: Spans;
  readonly diagnostics: readonly Diagnostic[];
}

/** Levels of tables and lists that a file may nest; ours have seven. */
const DEEPEST = 50;
const TOO_DEEP = 'yaml/too-deep';
const NO_TAG = 'a tag has no meaning here';
const UNTAG = 'drop the !';
const tooDeep = (place: Span): Diagnostic =>
  error(TOO_DEEP, 'the file nests its tables and lists too deeply', place);

/**
 * Reads one YAML document; duplicate keys, anchors and several documents in one file are errors.
 * @param known the document of the text, where the load stage has read it already
 */
export function parseYaml(file: string, text: string, known?: Document.Parsed): YamlDocument {
  const values = new Map<string, Span>();
  const keys = new Map<string, Span>();
  const folded = new Set<string>();
  const commented = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const span = (from: number, to: number): Span => ({ file, from, to: Math.max(from, to) });
  const spanOf = (node: Node): Span => span(node.range?.[0] ?? 0, node.range?.[1] ?? 0);

  const document = known ?? parsed(text);
  if (document === undefined)
    return {
      value: null,
      spans: { file, values, keys, folded, commented },
      diagnostics: [tooDeep(span(0, 0))],
    };
  // What follows the first fault of syntax is guessed, and so would be what is said of it.
  const warnings = document.warnings.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED');
  const [fault] = [...document.errors, ...warnings].toSorted((left, right) => left.pos[0] - right.pos[0]);
  if (fault !== undefined) diagnostics.push(syntaxFault(fault, span(fault.pos[0], fault.pos[1])));
  const referred = new Set<string>();
  const anchors: [string, Span][] = [];

  const visit = (node: unknown, path: Path): unknown => {
    if (path.length > DEEPEST) {
      if (!diagnostics.some(({ code }) => code === TOO_DEEP))
        diagnostics.push(tooDeep(isNode(node) ? spanOf(node) : span(0, 0)));
      return null;
    }
    if (isAlias(node)) {
      referred.add(node.source);
      diagnostics.push(
        error('yaml/alias', 'anchors and aliases hide where a value comes from', spanOf(node), {
          help: 'write the value out',
        }),
      );
      return null;
    }
    if (isNode(node) && node.tag !== undefined) {
      // Resolved or not: a value in another type than it is written in is not what stands there.
      diagnostics.push(error('yaml/tag', NO_TAG, spanOf(node), { help: UNTAG }));
      return null;
    }
    if (isNode(node) && node.anchor !== undefined) anchors.push([node.anchor, spanOf(node)]);
    if (isScalar(node)) {
      values.set(pathKey(path), spanOf(node));
      if (
        node.type === Scalar.BLOCK_FOLDED ||
        node.type === Scalar.BLOCK_LITERAL ||
        text.slice(node.range?.[0], node.range?.[1]).includes('\n')
      )
        folded.add(pathKey(path));
      if (node.comment != null) commented.add(pathKey(path));
      // .inf, .nan and 1e-400 are no numbers of ours: whoever reads the value refuses it as it is written.
      if (typeof node.value === 'number') {
        const written = node.source ?? '';
        return Number.isFinite(node.value) && !isVanishing(node.value, written) ? node.value : written;
      }
      if (typeof node.value === 'string' && node.value.trim() === '')
        diagnostics.push(
          error('yaml/empty', 'the text is empty', spanOf(node), {
            help: 'write what it says, or leave out its key',
          }),
        );
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
        if (key.tag !== undefined) diagnostics.push(error('yaml/tag', NO_TAG, spanOf(key), { help: UNTAG }));
        const name = key.source ?? String(key.value);
        if (name === '__proto__' || name.includes('\n') || name.trim() === '') {
          const many = name.includes('\n') ? 'a text of several lines' : name;
          const what = name.trim() === '' ? 'an empty text' : many;
          diagnostics.push(error('yaml/key', `${what} cannot be a key`, spanOf(key), { help: 'rename it' }));
          continue;
        }
        const below = [...path, name];
        const earlier = keys.get(pathKey(below));
        if (earlier !== undefined)
          diagnostics.push(
            error('yaml/duplicate-key', `the key ${name} stands twice`, spanOf(key), {
              also: [{ span: earlier, text: 'first here' }],
              help: 'keep one of them',
            }),
          );
        // What stands below stands twice with it.
        if (earlier !== undefined) continue;
        keys.set(pathKey(below), spanOf(key));
        if (value === null) values.set(pathKey(below), spanOf(key));
        entries.push([name, visit(value, below)]);
      }
      return Object.fromEntries(entries);
    }
    return null;
  };
  const value = visit(document.contents, []);
  // With an alias, one message says it; an anchor alone waits for one.
  for (const [name, place] of anchors)
    if (!referred.has(name))
      diagnostics.push(
        error('yaml/anchor', `nothing refers to the anchor &${name}`, place, { help: `drop &${name}` }),
      );
  return { value, spans: { file, values, keys, folded, commented }, diagnostics };
}

function parsed(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

const QUOTE = 'put a text or formula that holds [ ] { } , # or a colon in double quotes';

/** The parser's faults in words for a modeller; those not listed keep the parser's own. */
const words: Readonly<Record<string, { readonly message?: string; readonly help: string }>> = {
  BAD_INDENT: { help: 'keys of one table start in the same column; every { and [ has its } and ]' },
  BLOCK_AS_IMPLICIT_KEY: { message: 'a second colon on one line', help: QUOTE },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a line without a colon',
    help: 'write key: value; a long text goes on indented below its key',
  },
  MISSING_CHAR: { help: 'every {, [ and quote is closed again, and key: value and # have their spaces' },
  TAB_AS_INDENT: { message: 'a tab cannot indent', help: 'use spaces' },
  BAD_SCALAR_START: { message: 'a text cannot begin with this sign', help: 'put the text in double quotes' },
  UNEXPECTED_TOKEN: { message: 'something stands here that YAML does not expect', help: QUOTE },
  MULTIPLE_DOCS: { message: 'a file holds one document', help: 'drop the line ---, or make two files' },
  TAG_RESOLVE_FAILED: { message: NO_TAG, help: UNTAG },
};

function syntaxFault({ code, message }: YAMLError, span: Span): Diagnostic {
  // The parser ran out of stack.
  if (String(code) === 'RESOURCE_EXHAUSTION') return tooDeep(span);
  const said = words[code];
  return error(
    `yaml/${code.toLowerCase().replaceAll('_', '-')}`,
    said?.message ?? message.split('\n')[0] ?? message,
    span,
    { help: said?.help },
  );
}
