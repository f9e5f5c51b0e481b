// The words of the language as `tcfd list functions` shows them, what each takes, and what it makes of its arguments.
import { describe, expect, it } from 'vitest';
import { grammarWords, setWords, words } from '../../src/language/index.ts';

describe('the words', () => {
  it('are these, and take so many arguments of such units', async () => {
    const one = [...words].map(([key, { name, signature, about, example, fewest, most, units }]) =>
      [
        key === name ? signature : `${name} stands under ${key}`,
        `  ${about.en}`,
        `  ${about.zh}`,
        `  ${example}`,
        `  arguments: ${most === fewest ? most : `${fewest} to ${most}`}; units: ${units}`,
      ].join('\n'),
    );
    const over = setWords.map(({ name, signature, about, example }) =>
      [signature, `  ${about.en}`, `  ${about.zh}`, `  ${example}`, `  ${name} takes a set`].join('\n'),
    );
    await expect(`${[...one, ...over].join('\n\n')}\n`).toMatchFileSnapshot('words.txt');
  });

  it('that a formula reads as its own grammar can name no quantity and no element', () => {
    expect([...grammarWords]).toEqual([
      ...['year', 'base', 'and', 'or', 'not', 'xor', 'mod', 'to', 'in'],
      ...['true', 'false', 'null', 'undefined', 'end'],
    ]);
  });

  const nan = Number.NaN;
  it.each([
    ['min', [3, 1, 2], 1],
    ['min', [2, 2], 2],
    ['min', [1, nan, 0], nan],
    ['max', [1, 3, 2], 3],
    ['max', [-1, 0], 0],
    ['max', [nan, 3, 2], nan],
    ['max', [3, 2, nan], nan],
    ['abs', [-2.5], 2.5],
    ['abs', [2.5], 2.5],
    ['sqrt', [6.25], 2.5],
    ['sqrt', [-1], nan],
    ['exp', [0], 1],
    ['log', [1], 0],
    ['if', [1, 5, 7], 5],
    ['if', [-0.5, 5, 7], 5],
    ['if', [0, 5, 7], 7],
    ['if', [nan, 5, 7], nan],
    // Only what is chosen counts.
    ['if', [0, nan, 7], 7],
  ])('%s of %j is %d', (name, values, result) => {
    expect(words.get(name)?.evaluate(values)).toBe(result);
  });
});
