// Formulas as messages show them, what stands in them, and in which order.
import { describe, expect, it } from 'vitest';
import {
  branchOf,
  type CasesNode,
  children,
  type Expression,
  print,
  references,
} from '../../src/language/index.ts';
import { parseFormula } from '../../src/parse/formula.ts';
import { createMathParser } from '../../src/parse/mathjs.ts';

const NOWHERE = { file: '', from: 0, to: 0 };
const parser = createMathParser();
function read(text: string): Expression {
  const { expression, diagnostics } = parseFormula(text, { file: 'model.yaml', from: 0 }, parser);
  if (expression === undefined) throw new Error(`${text}: ${diagnostics[0]?.message}`);
  return expression;
}

const cases = (branches: Readonly<Record<string, string>>): CasesNode => ({
  kind: 'cases',
  set: 'product',
  branches: new Map(
    Object.entries(branches).map(([id, text]) => [id, { expression: read(text), key: NOWHERE }]),
  ),
  span: NOWHERE,
});

describe('a formula is printed', () => {
  it.each([
    ['a+b-c', 'a + b - c'],
    ['a-(b-c)', 'a - (b - c)'],
    ['(a-b)-c', 'a - b - c'],
    ['a-(b+c)', 'a - (b + c)'],
    ['a*(b+c)', 'a * (b + c)'],
    ['(a*b)+c', 'a * b + c'],
    ['a/(b*c)', 'a / (b * c)'],
    ['(a/b)*c', 'a / b * c'],
    ['a^b^c', 'a ^ b ^ c'],
    ['(a^b)^c', '(a ^ b) ^ c'],
    ['a^(b^c)', 'a ^ b ^ c'],
    ['(a*b)^c', '(a * b) ^ c'],
    ['a^(-b)', 'a ^ -b'],
    ['a^(b*c)', 'a ^ (b * c)'],
    ['-a^b', '-a ^ b'],
    ['(-a)^b', '(-a) ^ b'],
    ['-(a+b)', '-(a + b)'],
    ['-a*b', '-a * b'],
    ['-(-a)', '-(-a)'],
    ['not (a>b)', 'not (a > b)'],
    ['not a and b', 'not a and b'],
    ['(a > b) == (c > d)', '(a > b) == (c > d)'],
    ['a + b > c * d', 'a + b > c * d'],
    ['(a > b) + c', '(a > b) + c'],
    ['a > b and (c < d or e != f)', 'a > b and (c < d or e != f)'],
    ['(a and b) or c', 'a and b or c'],
    ['a >= b or c <= d', 'a >= b or c <= d'],
    ['max(0,a,b)', 'max(0, a, b)'],
    ['if(year>=start,x,0)', 'if(year >= start, x, 0)'],
    ['sum(x*y,product)', 'sum(x * y, product)'],
    ['each(x,product)', 'each(x, product)'],
    ['x[year-1]', 'x[year - 1]'],
    ['x[rods,2030]', 'x[rods, 2030]'],
    ['x[base]', 'x[base]'],
    ['x["7601", year - 2]', 'x["7601", year - 2]'],
    ['x["base"]', 'x["base"]'],
    ['x["a b"]', 'x["a b"]'],
    ['x["rods"]', 'x[rods]'],
    ['x["_7a"]', 'x[_7a]'],
    ['x["7a"]', 'x["7a"]'],
    ['x["a-b"]', 'x["a-b"]'],
    ['x[product.cn_code]', 'x[product.cn_code]'],
    ['year - 1', 'year - 1'],
    ['x * 1', 'x * 1'],
  ])('%s as %s', (text, printed) => {
    expect(print(read(text))).toBe(printed);
  });

  it('by element as the table that it was written in', () => {
    expect(print(cases({ rods: 'a + b', 'cold rolled': '0', all: 'c' }))).toBe(
      '{ rods: a + b, "cold rolled": 0, all: c }',
    );
  });
});

describe('of a formula', () => {
  it.each([
    ['a + b * c', ['a', 'b', 'c']],
    ['-a', ['a']],
    ['max(a, b[year - 1], a)', ['a', 'b', 'a']],
    ['sum(a / b, product) - each(c, product)', ['a', 'b', 'c']],
    ['year - 1', []],
    ['a[rods]', ['a']],
  ])('%s every name is found, from left to right', (text, names) => {
    expect(references(read(text)).map(({ name }) => name)).toEqual(names);
  });

  it('by element every branch is looked at', () => {
    const node = cases({ rods: 'a + b', all: 'c' });
    expect(references(node).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(children(node).map(print)).toEqual(['a + b', 'c']);
  });

  it('by element an element has its own branch, or that of all, or none', () => {
    const node = cases({ rods: 'a', all: 'c' });
    expect(branchOf(node, 'rods')).toMatchObject({ name: 'a' });
    expect(branchOf(node, 'plates')).toMatchObject({ name: 'c' });
    expect(branchOf(cases({ rods: 'a' }), 'plates')).toBeUndefined();
  });

  it('the nodes below a name, a number and the year are none', () => {
    expect(['a[2030]', '1', 'year'].map((text) => children(read(text)))).toEqual([[], [], []]);
  });
});
