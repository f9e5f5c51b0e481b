// What holds for every formula: printing and reading are each other's inverse, and no text makes the reader fail.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Expression,
  NOW,
  type Operator,
  operate,
  type Pick,
  print,
  type When,
} from '../../src/language/index.ts';
import { parseFormula } from '../../src/parse/formula.ts';
import { createMathParser } from '../../src/parse/mathjs.ts';

const NOWHERE = { file: '', from: 0, to: 0 };
const parser = createMathParser();
const read = (text: string) => parseFormula(text, { file: 'model.yaml', from: 0 }, parser);

const OPERATORS: readonly Operator[] = [
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
];

const quantity = fc.constantFrom('output', 'price', 'e', 'i', 'pi', 'share_2023', 'x1', 't');
const number = fc.oneof(
  fc.constantFrom(0, 1, 2, 0.975, 1e21, 1e-7),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
);
const when: fc.Arbitrary<When> = fc.oneof(
  fc.constant(NOW),
  fc.integer({ min: 1, max: 9 }).map((years): When => ({ kind: 'lag', years })),
  fc.integer({ min: 1900, max: 2200 }).map((year): When => ({ kind: 'fixed', year })),
  fc.constant<When>({ kind: 'fixed', year: 'base' }),
);
const pick: fc.Arbitrary<Pick> = fc.oneof(
  fc
    .constantFrom('rods', '7601', 'a b', '2030', 'year', 'base', 'in', 'not', 'true', 'end', 'max', '铝棒')
    .map((element): Pick => ({ kind: 'element', element, span: NOWHERE })),
  fc.constant<Pick>({ kind: 'attribute', set: 'product', attribute: 'cn_code', span: NOWHERE }),
);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 6, depthSize: 'small' },
    number.map((value): Expression => ({ kind: 'number', value, span: NOWHERE })),
    fc.constant<Expression>({ kind: 'year', span: NOWHERE }),
    fc.tuple(quantity, when, fc.array(pick, { maxLength: 2 })).map(
      ([name, at, picks]): Expression => ({
        kind: 'reference',
        name,
        when: at,
        picks,
        nameSpan: NOWHERE,
        span: NOWHERE,
      }),
    ),
    fc.tuple(fc.constantFrom(...OPERATORS), tie('expression'), tie('expression')).map(
      ([operator, left, right]): Expression => ({
        kind: 'operation',
        operator,
        left,
        right,
        operatorSpan: NOWHERE,
        span: NOWHERE,
      }),
    ),
    fc
      .tuple(fc.constantFrom('-' as const, 'not' as const), tie('expression'))
      .map(([operator, operand]): Expression => ({ kind: 'unary', operator, operand, span: NOWHERE })),
    fc.tuple(fc.constantFrom('min', 'max'), fc.array(tie('expression'), { minLength: 2, maxLength: 4 })).map(
      ([word, list]): Expression => ({
        kind: 'call',
        word,
        arguments: list,
        wordSpan: NOWHERE,
        span: NOWHERE,
      }),
    ),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(
      (list): Expression => ({
        kind: 'call',
        word: 'if',
        arguments: list,
        wordSpan: NOWHERE,
        span: NOWHERE,
      }),
    ),
    fc
      .tuple(
        fc.constantFrom('sum' as const, 'each' as const),
        tie('expression'),
        fc.constantFrom('product', 'year'),
      )
      .map(
        ([word, operand, set]): Expression => ({
          kind: 'over',
          word,
          operand,
          set,
          setSpan: NOWHERE,
          span: NOWHERE,
        }),
      ),
  ),
}));

/** Without places, which are those of the printed text. */
const bare = (node: unknown): unknown =>
  JSON.parse(JSON.stringify(node ?? null, (key, value: unknown) => (/span$/i.test(key) ? undefined : value)));

describe('formulas', () => {
  it('a formula that is printed reads as the same formula', () => {
    fc.assert(
      fc.property(expression, (written) => {
        const text = print(written);
        fc.pre(text.length <= 2000);
        const { expression: got, diagnostics } = read(text);
        expect(diagnostics).toEqual([]);
        expect(bare(got)).toEqual(bare(written));
      }),
      { numRuns: 500 },
    );
  });

  it('no pair of parentheses of a printed formula can be left out without changing it', () => {
    fc.assert(
      fc.property(expression, (written) => {
        const text = print(written);
        fc.pre(text.length <= 500);
        for (const [open, close] of parentheses(text)) {
          const [before, inside] = [text.slice(0, open), text.slice(open + 1, close)];
          // Those of a word's arguments, and those between two signs: -(-x) is easier to read than --x.
          if (/[a-z]$/.test(before) || (/(?:-|not )$/.test(before) && /^(?:-|not )/.test(inside))) continue;
          const without = `${before} ${inside} ${text.slice(close + 1)}`;
          expect(bare(read(without).expression)).not.toEqual(bare(written));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('every place in a formula is that of its text', () => {
    fc.assert(
      fc.property(expression, (written) => {
        const text = print(written);
        fc.pre(text.length <= 2000);
        const { expression: got } = read(text);
        if (got === undefined) throw new Error(text);
        for (const node of everyNode(got)) {
          if (node.kind === 'reference')
            expect(text.slice(node.nameSpan.from, node.nameSpan.to)).toBe(node.name);
          if (node.kind === 'operation')
            expect(text.slice(node.operatorSpan.from, node.operatorSpan.to)).toBe(node.operator);
          if (node.kind !== 'over' && node.kind !== 'call') continue;
          const { expression: part } = read(text.slice(node.span.from, node.span.to));
          expect(bare(part)).toEqual(bare(node));
        }
      }),
    );
  });

  it('any text is a formula or is refused in words, never more', () => {
    const word = fc.constantFrom(
      ...'x y year base sum each max if not and or mod to in true end 1 2030 0.5 1e9 rods'.split(' '),
    );
    const sign = fc.constantFrom(
      ...'+ - * / ^ ( ) [ ] { } , ; : ? . .. = == != < <= > >= ! % & | " \' ~ @ # \\ \n'.split(' '),
    );
    const soup = fc.array(fc.oneof(word, sign), { maxLength: 12 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const { expression: got, diagnostics } = read(text);
        expect(got === undefined).toBe(diagnostics.length > 0);
        for (const { message, labels } of diagnostics) {
          expect(message).not.toBe('');
          for (const { span } of labels)
            expect(span.from <= span.to && span.to <= text.length + 1).toBe(true);
        }
        // What is understood is understood as it is printed.
        if (got !== undefined) expect(bare(read(print(got)).expression)).toEqual(bare(got));
      }),
      { numRuns: 2000 },
    );
  });

  it('a comparison of two numbers is 1 or 0, and exactly one of <, == and > holds', () => {
    const finite = fc.double({ noNaN: true });
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const all = (['<', '==', '>'] as const).map((operator) => operate(operator, a, b));
        expect(all.toSorted()).toEqual([0, 0, 1]);
        expect(operate('<=', a, b)).toBe(1 - operate('>', a, b));
        expect(operate('>=', a, b)).toBe(1 - operate('<', a, b));
        expect(operate('!=', a, b)).toBe(1 - operate('==', a, b));
      }),
    );
  });
});

/** Positions of matching parentheses, outside quotes. */
function parentheses(text: string): readonly (readonly [number, number])[] {
  const open: number[] = [];
  const pairs: [number, number][] = [];
  let quoted = false;
  for (const [index, sign] of [...text].entries()) {
    if (sign === '"') quoted = !quoted;
    if (quoted) continue;
    if (sign === '(') open.push(index);
    if (sign === ')') pairs.push([open.pop() ?? 0, index]);
  }
  return pairs;
}

function everyNode(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'operation':
      return [node, ...everyNode(node.left), ...everyNode(node.right)];
    case 'unary':
    case 'over':
      return [node, ...everyNode(node.operand)];
    case 'call':
      return [node, ...node.arguments.flatMap(everyNode)];
    default:
      return [node];
  }
}
