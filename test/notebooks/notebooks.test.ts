// The notebooks as GitHub shows them: executed again they are the same, with their pictures, and each ends in an answer.
// `npx vitest run test/notebooks -u` stores them again after a change that is meant.

import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { brief, type Cell, execute, FOLDER, isMissing, NAMES, needs, read, stored } from './jupyter.ts';

const MOST_CODE = 5;

const outputsOf = (cells: readonly Cell[], kind: string): readonly string[] =>
  cells.flatMap(({ outputs = [] }) =>
    outputs.flatMap(({ data = {} }) => (data[kind] === undefined ? [] : [[data[kind]].flat().join('')])),
  );

describe.each(NAMES)('%s as it is stored', (name) => {
  const { cells } = read(join(FOLDER, name));

  it('is short: a question in both languages, a few cells', () => {
    const [question] = cells;
    expect([question?.cell_type, question?.source[0]]).toEqual([
      'markdown',
      expect.stringMatching(/^# .*\?\n$/),
    ]);
    expect(question?.source[1]).toMatch(/^\*\*\p{Script=Han}.*？\*\*\n$/u);
    expect(cells.filter(({ cell_type }) => cell_type === 'code').length).toBeLessThanOrEqual(MOST_CODE);
  });

  it('shows a table, a picture in each language, and an answer in each language, computed from numbers', () => {
    const texts = outputsOf(cells, 'text/markdown');
    expect(texts[0]).toMatch(/^\| .* \|\n\| --- /);
    expect(outputsOf(cells, 'image/png').map((png) => png.slice(0, 8))).toEqual(['iVBORw0K', 'iVBORw0K']);
    expect(texts.at(-1)).toMatch(/^\*\*Answer\.\*\* .*\d.*\n\n\*\*答案。\*\* .*\d/);
    expect(texts.join('\n')).not.toMatch(/NaN|undefined|Infinity|\[object/);
    const [, chinese = ''] = texts.at(-1)?.split('**答案。**') ?? [];
    expect(
      chinese,
      'in Chinese the pack counts in 万 and 亿, and sets percent behind the number',
    ).not.toMatch(/百万|千万|\d %/);
  });
});

describe.skipIf(isMissing)(needs('the notebooks'), () => {
  let executed: Awaited<ReturnType<typeof execute>>;
  beforeAll(async () => {
    executed = await execute();
  });

  it.each(NAMES)('%s comes out as it is stored', async (name) => {
    const found = executed.get(name);
    if (found === undefined) throw new Error(`${name} was not executed`);
    try {
      // With -u this stores it.
      await expect(stored(found)).toMatchFileSnapshot(join(FOLDER, name));
    } catch {
      expect(brief(found)).toBe(brief(read(join(FOLDER, name))));
      throw new Error(`${name} differs from what is stored`);
    }
  });
});
