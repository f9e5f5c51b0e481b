// Formula text -> our own tree with places. mathjs parses; the tree is rebuilt by walking it in step with the tokens of the text.
import { type Diagnostic, didYouMean, error, type Span } from '../diagnostics/index.ts';
import { type Expression, NOW, type Operator, setWords, words } from '../language/index.ts';
import type { MathNode, MathParser } from './mathjs.ts';
import { readIndex } from './reference.ts';
import { type Token, tokenise } from './tokens.ts';

interface FormulaReading {
  readonly expression?: Expression;
  readonly diagnostics: readonly Diagnostic[];
}

/** Steps through the tokens of one formula; a fault ends the reading of that formula. */
export interface Cursor {
  readonly next: () => Token;
  readonly fail: (code: string, message: string, span: Span, help?: string) => never;
}

/** Carries a fault of the input out of the recursive walk; never leaves this room. */
class FormulaFault extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** What a person can still follow. How deep a formula may nest is counted with its tokens. */
const LONGEST = 2000;

export const join = (from: Span, to: Span): Span => ({ file: from.file, from: from.from, to: to.to });

/**
 * Parses one formula.
 * @param text the formula as written, on one line
 * @param at where the text starts in its file
 */
export function parseFormula(
  text: string,
  at: { readonly file: string; readonly from: number },
  parse: MathParser,
): FormulaReading {
  if (text.length > LONGEST)
    return {
      diagnostics: [
        error(
          'formula/long',
          `a formula has at most ${LONGEST} characters`,
          { file: at.file, from: at.from, to: at.from + 1 },
          { help: 'split it into named formulas' },
        ),
      ],
    };
  const { tokens, diagnostics } = tokenise(text, at.file, at.from);
  if (diagnostics.length > 0) return { diagnostics };
  const whole: Span = { file: at.file, from: at.from, to: at.from + text.length };
  let tree: MathNode;
  try {
    tree = parse(text);
  } catch (fault) {
    const { char, message } = fault as { readonly char?: number; readonly message: string };
    const from = at.from + Math.min((char ?? 1) - 1, text.length);
    const span = char === undefined ? whole : { file: at.file, from, to: from + 1 };
    return {
      diagnostics: [
        error(
          'formula/syntax',
          `not a formula: ${message.replace(/ \(char \d+\)$/, '').toLowerCase()}`,
          span,
        ),
      ],
    };
  }
  let position = 0;
  const fail: Cursor['fail'] = (code, message, span, help) => {
    throw new FormulaFault(error(code, message, span, { help }));
  };
  const next: Cursor['next'] = () => {
    const token = tokens[position++];
    return token ?? fail('formula/syntax', 'not a formula', whole);
  };
  try {
    const expression = read(tree, { next, fail });
    const rest = tokens[position];
    // mathjs reads numbers that are no tokens here, such as 0x1 and 1.
    if (rest !== undefined) fail('formula/rest', `${rest.text} is left over`, rest.span, NUMBERS);
    return { expression, diagnostics: [] };
  } catch (fault) {
    if (fault instanceof FormulaFault) return { diagnostics: [fault.diagnostic] };
    throw fault;
  }
}

const NUMBERS = 'a number is written in digits: 0 or 1';
const TRUTH = 'compare instead: x >= 1';

const unsupported: Readonly<Record<string, string>> = {
  ConditionalNode: 'a choice is written if(condition, then, otherwise)',
  ArrayNode: 'a formula has no lists; use a set',
  AssignmentNode: 'a formula does not assign; its name is the key it stands under',
  FunctionAssignmentNode: 'a formula does not define functions',
  RangeNode: 'a formula has no ranges; sum(x, year) sums over the years',
  BlockNode: 'one formula, one expression',
  ObjectNode: 'a formula has no tables',
};

function read(node: MathNode, cursor: Cursor): Expression {
  switch (node.type) {
    case 'ParenthesisNode': {
      const open = cursor.next();
      const content = read(node.content, cursor);
      const close = cursor.next();
      return { ...content, span: join(open.span, close.span) };
    }
    case 'ConstantNode': {
      const token = cursor.next();
      if (token.text === 'true' || token.text === 'false')
        return cursor.fail('formula/text', 'there is no true and false in a formula', token.span, TRUTH);
      if (token.kind === 'text') return cursor.fail('formula/text', 'a text is not a value', token.span);
      if (token.kind === 'name')
        return cursor.fail('formula/text', `${token.text} is not a value`, token.span);
      if (typeof node.value !== 'number' || Number(token.text) !== node.value)
        return cursor.fail('formula/text', NUMBERS, token.span);
      return { kind: 'number', value: node.value, span: token.span };
    }
    case 'SymbolNode': {
      const { span, text } = cursor.next();
      if (text === 'year') return { kind: 'year', span };
      return { kind: 'reference', name: text, when: NOW, picks: [], nameSpan: span, span };
    }
    case 'AccessorNode': {
      if (node.object.type !== 'SymbolNode')
        return cursor.fail(
          'formula/index',
          'one pair of brackets after a name',
          cursor.next().span,
          'write x[rods, 2030]',
        );
      const name = cursor.next();
      if (node.index.dotNotation)
        return cursor.fail(
          'formula/index',
          `${name.text} has no parts`,
          name.span,
          'an attribute of a set stands in brackets: x[product.cn_code]',
        );
      const { when, picks, close } = readIndex(node.index, cursor);
      return {
        kind: 'reference',
        name: name.text,
        when,
        picks,
        nameSpan: name.span,
        span: join(name.span, close),
      };
    }
    case 'OperatorNode':
      return readOperator(node, cursor);
    case 'FunctionNode':
      return readCall(node, cursor);
    case 'RelationalNode': {
      const spans = node.params.map((param, index) => {
        if (index > 0) cursor.next();
        return read(param, cursor).span;
      });
      const [first = cursor.next().span] = spans;
      return cursor.fail(
        'formula/chain',
        'comparisons do not chain',
        join(first, spans.at(-1) ?? first),
        'write a < b and b < c',
      );
    }
    default:
      return cursor.fail(
        'formula/unsupported',
        unsupported[node.type] ?? 'this has no meaning in a formula',
        cursor.next().span,
      );
  }
}

function readOperator(node: MathNode & { type: 'OperatorNode' }, cursor: Cursor): Expression {
  const [first, second] = node.args;
  if (first === undefined) return cursor.fail('formula/syntax', 'not a formula', cursor.next().span);
  if (second === undefined) {
    const sign = cursor.next();
    if (sign.text !== '-' && sign.text !== 'not')
      return cursor.fail(
        'formula/sign',
        `${sign.text} before a value has no meaning in a formula`,
        sign.span,
      );
    const operand = read(first, cursor);
    return { kind: 'unary', operator: sign.text, operand, span: join(sign.span, operand.span) };
  }
  const left = read(first, cursor);
  if (node.implicit)
    return cursor.fail(
      'formula/implicit',
      'two values stand side by side',
      left.span,
      'write * between them',
    );
  const sign = cursor.next();
  const right = read(second, cursor);
  if (!isOperator(sign.text))
    return cursor.fail('formula/sign', `${sign.text} has no meaning in a formula`, sign.span);
  return {
    kind: 'operation',
    operator: sign.text,
    left,
    right,
    operatorSpan: sign.span,
    span: join(left.span, right.span),
  };
}

const operators: readonly string[] = [
  '+',
  '-',
  '*',
  '/',
  '^',
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '!=',
  'and',
  'or',
] satisfies readonly Operator[];
const isOperator = (text: string): text is Operator => operators.includes(text);

function readCall(node: MathNode & { type: 'FunctionNode' }, cursor: Cursor): Expression {
  const name = cursor.next();
  if (node.fn.type !== 'SymbolNode')
    return cursor.fail('formula/index', 'only a word can have arguments', name.span);
  const setWord = name.text === 'sum' || name.text === 'each' ? name.text : undefined;
  const word = words.get(name.text);
  if (setWord === undefined && word === undefined) {
    const known = [...words.keys(), ...setWords.map((each) => each.name)];
    return cursor.fail(
      'formula/word',
      `${name.text} is not a word of the formula language`,
      name.span,
      didYouMean(name.text, known) ??
        `${node.args.length === 1 ? `to multiply, write ${name.text} * (...); ` : ''}words: ${known.join(', ')}`,
    );
  }
  cursor.next();
  const spread: Expression[] = [];
  let set: Token | undefined;
  for (const [index, argument] of node.args.entries()) {
    if (index > 0) cursor.next();
    if (setWord !== undefined && index === 1) {
      set = cursor.next();
      if (argument.type !== 'SymbolNode')
        return cursor.fail('formula/set', `the second argument of ${setWord} is the name of a set`, set.span);
    } else spread.push(read(argument, cursor));
  }
  const span = join(name.span, cursor.next().span);
  if (setWord !== undefined) {
    const [operand] = spread;
    if (operand === undefined || set === undefined || spread.length > 1)
      return cursor.fail(
        'formula/arguments',
        `${setWord} takes a value and a set`,
        span,
        `write ${setWord}(x, product)`,
      );
    return { kind: 'over', word: setWord, operand, set: set.text, setSpan: set.span, span };
  }
  if (word !== undefined && (spread.length < word.fewest || spread.length > word.most))
    return cursor.fail(
      'formula/arguments',
      `${word.name} does not take ${spread.length} ${spread.length === 1 ? 'argument' : 'arguments'}`,
      span,
      `write ${word.signature}`,
    );
  return { kind: 'call', word: name.text, arguments: spread, wordSpan: name.span, span };
}
