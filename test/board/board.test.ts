// The pack of the board study as its readers get it: no text of a slide is cut or runs over, and no English is left in the Chinese one.

import { beforeAll, describe, expect, it } from 'vitest';
import type { Findings } from '../../src/analyse/index.ts';
import { runWithDraws } from '../../src/pipeline.ts';
import { boardDeck } from '../../src/render/deck/index.ts';
import { fileOf, type Parts, partsOf, textOf } from '../../src/render/deck/parts.ts';
import { transplanted } from '../../src/render/deck/transplant.ts';
import {
  type Artifacts,
  kinds,
  type Language,
  readTemplate,
  render,
  type Template,
} from '../../src/render/index.ts';
import { inLanguage } from '../../src/render/translated.ts';
import { deviates, workerHere } from '../../src/simulate/index.ts';
import { slidesOf, wordsIn } from '../deck/opened.ts';
import { loadBoard } from '../kit/project.ts';
import { englishIn } from './english.ts';
import { overrun, tight } from './tables.ts';
import { choices, shownIn } from './texts.ts';

const DRAWS = 16;
const STUDY = 'scenarios/innovation-new-material/board.yaml';
/** A dot in place of each picture: nobody reads words in it. */
const DOT = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);
let pack: Artifacts = [];
let study: Findings;

beforeAll(async () => {
  const { value } = await runWithDraws(await loadBoard(), [], {
    ...{ draws: DRAWS, deviates, workers: [workerHere(deviates)] },
  });
  if (value === undefined) throw new Error('the board study does not run');
  study = value;
  const page = { script: '', style: '' };
  pack = await render(value, { language: 'zh', study: STUDY, page, toPng: async () => DOT });
});

/** The deck of the Chinese pack. */
function deckOfPack(): Uint8Array {
  const content = pack.find(({ path }) => path === 'board.pptx')?.content;
  if (!(content instanceof Uint8Array)) throw new Error('the pack has no deck');
  return content;
}

/** The deck alone. */
async function deckIn(language: Language): Promise<Parts> {
  const findings = inLanguage(study, language);
  const charts = findings.charts.flatMap((request) => {
    const picture = kinds[request.kind]?.build(request, findings, language);
    return picture === undefined ? [] : [{ request, picture }];
  });
  const context = { findings, charts, language, study: STUDY, toPng: async () => DOT };
  const { content } = await boardDeck(context, 'Board pack', undefined);
  if (!(content instanceof Uint8Array)) throw new Error('no deck');
  return partsOf(content);
}

/** A page of four by three, its layouts as much narrower. */
async function narrowTemplate(parts: Parts): Promise<Template> {
  const narrow = new Map(
    [...parts].map(([path, content]) => [
      path,
      typeof content !== 'string'
        ? content
        : content
            .replace('<p:sldSz cx="12191695"', '<p:sldSz cx="9144000"')
            .replaceAll(/<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)"/g, (whole, x, y, cx) =>
              path.startsWith('ppt/slideLayouts/')
                ? `<a:off x="${Math.round(x * 0.75)}" y="${y}"/><a:ext cx="${Math.round(cx * 0.75)}"`
                : whole,
            ),
    ]),
  );
  const { value } = await readTemplate(await fileOf(narrow), 'company.pptx');
  if (value === undefined) throw new Error('the template cannot be read');
  return value;
}

describe.each(['en', 'zh'] as const)('the slides in %s', (language) => {
  let wide: Parts;
  let narrow: Parts;
  beforeAll(async () => {
    wide = language === 'zh' ? await partsOf(deckOfPack()) : await deckIn(language);
    narrow = transplanted(wide, await narrowTemplate(wide));
  });

  it('cut no text: no cell, label, title or name of a chart ends in dots', () => {
    const texts = slidesOf(wide).flatMap((path) => wordsIn(textOf(wide, path)));
    const named = [...wide.keys()]
      .filter((path) => path.startsWith('ppt/charts/'))
      .flatMap((path) =>
        [...textOf(wide, path).matchAll(/<(?:c:v|a:t)>([^<]*)</g)].map(([, text = '']) => text),
      );
    expect(texts.length).toBeGreaterThan(900);
    expect([...texts, ...named].filter((text) => /…|\.\.\./.test(text))).toEqual([]);
  });

  it('say no name of the models where a title belongs', () => {
    const texts = slidesOf(wide).flatMap((path) => wordsIn(textOf(wide, path)));
    expect(texts.filter((text) => /\b[a-z]+(?:_[a-z0-9]+)+\b/.test(text))).toEqual([]);
  });

  it('give every word of a table a column that holds it, on a narrower page too', () => {
    for (const deck of [wide, narrow])
      expect(slidesOf(deck).flatMap((path) => tight(deck, path))).toEqual([]);
  });

  it('let no table run over what stands below it, on a narrower page either', () => {
    for (const deck of [wide, narrow])
      expect(slidesOf(deck).flatMap((path) => overrun(deck, path))).toEqual([]);
  });
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
