// The pack of the board study as its readers get it: no English is left in the Chinese one.

import { beforeAll, describe, expect, it } from 'vitest';
import { runWithDraws } from '../../src/pipeline.ts';
import { type Artifacts, render } from '../../src/render/index.ts';
import { deviates, workerHere } from '../../src/simulate/index.ts';
import { loadBoard } from '../kit/project.ts';
import { englishIn } from './english.ts';
import { choices, shownIn } from './texts.ts';

const DRAWS = 16;
const STUDY = 'scenarios/innovation-new-material/board.yaml';
/** A dot in place of each picture: nobody reads words in it. */
const DOT = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);
let pack: Artifacts = [];

beforeAll(async () => {
  const { value } = await runWithDraws(await loadBoard(), [], {
    ...{ draws: DRAWS, deviates, workers: [workerHere(deviates)] },
  });
  if (value === undefined) throw new Error('the board study does not run');
  const page = { script: '', style: '' };
  pack = await render(value, { language: 'zh', study: STUDY, page, toPng: async () => DOT });
});

describe('the Chinese pack', () => {
  it('leaves no English sentence, in no text, table, sheet, slide, note or chart', async () => {
    const codes = choices(pack);
    const shown = await shownIn(pack);
    expect(shown.length).toBeGreaterThan(20_000);
    const found = shown.flatMap(({ where, text }) =>
      englishIn(text, /\.csv:|dictionary/.test(where) ? codes : []).map((words) => `${where}: ${words}`),
    );
    expect([...new Set(found)]).toEqual([]);
  });

  it.each([
    ['模型未量化：the model has one metal mix', 'the model has one metal mix'],
    ['销售负责人，Planned for next year', 'Planned for next year'],
  ])('would show %s', (text, words) => {
    expect(englishIn(text)).toEqual([words]);
  });

  it.each([
    '`tcfd explain scenarios a b c`',
    '以 tcfd run board.yaml --lang zh 生成',
    'EU ETS，Net Zero 2050',
  ])('may say %s', (text) => {
    expect(englishIn(text)).toEqual([]);
  });
});
