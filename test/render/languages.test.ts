// Nothing that a Chinese reader is shown lacks its Chinese: fixed wordings, titles of charts, of what they draw, and of all that moves a result.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/pipeline.ts';
import { bandName } from '../../src/render/charts/bands.ts';
import { kinds, translate } from '../../src/render/index.ts';
import { wordFor } from '../../src/render/register-words.ts';
import { WORDS } from '../../src/render/report/words.ts';
import type { Program } from '../../src/resolve/index.ts';
import { loadStudy } from '../kit/project.ts';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));
const CHINESE = /\p{Script=Han}/u;
/** Latin letters that stand in Chinese as they are: names, those of fonts among them, keys of files, and commands. */
const SPELLED_ALIKE = /^(?:CBAM|EBITDA|IEA NZE|as_of|inputs|Microsoft YaHei|tcfd .*)$/;

const isChinese = (text: string): boolean => CHINESE.test(text) || SPELLED_ALIKE.test(text);

interface Wording {
  readonly en: string;
  readonly zh: string;
  readonly line: number;
}

/** A text with an apostrophe stands in double quotes. */
const QUOTES = '\'"`';

/** Where a text, a bracket or a template that starts at `from` ends. */
function endOf(code: string, from: number): number {
  const open = code[from] ?? '';
  const close = { '(': ')', '[': ']', '{': '}' }[open] ?? open;
  for (let at = from + 1; at < code.length; at++) {
    const one = code[at] ?? '';
    if (one === close) return at;
    if (one === '\\') at++;
    else if (open === '`' && one === '$' && code[at + 1] === '{') at = endOf(code, at + 1);
    else if (!QUOTES.includes(open) && `${QUOTES}([{`.includes(one)) at = endOf(code, at);
  }
  throw new Error(`unclosed ${open} at ${from}`);
}

/** The arguments of a call whose bracket opens at `from`. */
function argumentsAt(code: string, from: number): readonly string[] {
  const end = endOf(code, from);
  const parts: string[] = [];
  let start = from + 1;
  for (let at = start; at <= end; at++) {
    const one = code[at] ?? '';
    if (at === end || one === ',') {
      parts.push(code.slice(start, at).trim());
      start = at + 1;
    } else if (`${QUOTES}([{`.includes(one)) at = endOf(code, at);
  }
  return parts;
}

/** The letters of texts and templates without what is filled in; undefined for anything else. */
function lettersOf(argument: string): string | undefined {
  let letters = '';
  for (let at = 0; at < argument.length; at++) {
    const one = argument[at] ?? '';
    if (QUOTES.includes(one)) {
      const end = endOf(argument, at);
      letters += argument.slice(at + 1, end);
      at = end;
    } else if (!/[\s+]/.test(one)) return undefined;
  }
  for (let at = letters.indexOf('${'); at >= 0; at = letters.indexOf('${'))
    letters = letters.slice(0, at) + letters.slice(endOf(letters, at + 1) + 1);
  return letters;
}

/** Every wording in two languages of one file: calls of say, and pairs that are named en and zh. */
function wordingsOf(path: string): readonly Wording[] {
  // An apostrophe in a comment opens no text.
  const code = readFileSync(SOURCE + path, 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const found: Wording[] = [];
  const add = (at: number, one: string | undefined, other: string | undefined): void => {
    const [en, zh] = [lettersOf(one ?? '?'), lettersOf(other ?? '?')];
    if (en !== undefined && zh !== undefined)
      found.push({ en, zh, line: code.slice(0, at).split('\n').length });
  };
  for (const { index, 0: call } of code.matchAll(/\b(?:say|worded|word)\(/g)) {
    const [en, zh] = argumentsAt(code, index + call.length - 1).slice(call === 'word(' ? 0 : 1);
    add(index, en, zh);
  }
  for (const { index, 1: en, 2: zh } of code.matchAll(/\ben: ('(?:\\.|[^'])*'),\s*zh: ('(?:\\.|[^'])*')/g))
    add(index, en, zh);
  return found;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /^(?:render|cli|page|explain|analyse)\/.*\.tsx?$/.test(path));

describe('fixed wordings', () => {
  const all = files.flatMap((path) => wordingsOf(path).map((one) => ({ path, ...one })));

  it('are found', () => {
    expect(all.length).toBeGreaterThan(200);
  });
  it('say in Chinese what they say in English', () => {
    // A bare sign needs no words.
    const lacking = all
      .filter(({ en, zh }) => /\p{L}{2}/u.test(en) && (zh === '' || /\p{L}/u.test(zh)) && !isChinese(zh))
      .map(({ path, line, en, zh }) => `src/${path}:${line} ${en} | ${zh}`);
    expect(lacking).toEqual([]);
  });
  it('of the page are pairs', () => {
    expect(Object.entries(WORDS).filter(([, [, zh]]) => !isChinese(zh))).toEqual([]);
  });
  it('of chart kinds are pairs', () => {
    expect(Object.entries(kinds).filter(([, { about }]) => !isChinese(about.zh))).toEqual([]);
  });
});

describe('a place inside a source that reads as a name does', () => {
  it('is translated where it is one, and nowhere else', () => {
    const said = { kind: 'source', key: 'guidelines', place: 'petrol' };
    const found = { item: 'petrol', title: 'petrol', place: 'petrol', from: said, petrol: [said] };
    const chinese = { ...said, place: '汽油' };
    expect(translate(found, { texts: new Map(), places: new Map([['petrol', '汽油']]) })).toEqual({
      ...found,
      from: chinese,
      petrol: [chinese],
    });
  });
});

const STUDIES = ['board', 'committee', 'dry-yunnan-study'].map(
  (name) => `innovation-new-material/${name}.yaml`,
);

describe.each([...STUDIES, 'steel-fabricator/study.yaml'])('%s', async (path) => {
  const outcome = check(await loadStudy(path), []);
  const program = outcome.value?.[0]?.program as Program;
  const { study } = program;
  if (study === undefined) throw new Error(`${path} is no study`);
  const untranslated = (names: Iterable<string>): readonly string[] =>
    [...new Set(names)].filter((name) => {
      const { en = '', zh = '' } = program.quantities.get(name)?.title ?? {};
      return en === '' || !isChinese(zh);
    });

  /** Texts of files for which they give no Chinese. */
  const unsaid = (texts: readonly (string | undefined)[], said = program.texts): readonly string[] => [
    ...new Set(
      texts.flatMap((text) =>
        text === undefined || !/\p{L}{2}/u.test(text) || isChinese(said.get(text) ?? text) ? [] : [text],
      ),
    ),
  ];

  it('names in Chinese every input that differs from draw to draw, has a range, or differs between scenarios', () => {
    const moving = study.cases.flatMap(({ inputs }) =>
      [...inputs].flatMap(([name, cells]) => {
        const moves = cells.some(({ spread, origin }) => spread !== undefined || origin.range !== undefined);
        const quantity = program.quantities.get(name);
        return moves || (quantity?.kind === 'input' && quantity.setBy === 'scenario') ? [name] : [];
      }),
    );
    expect(moving.length).toBeGreaterThan(5);
    expect(untranslated(moving)).toEqual([]);
  });

  it('names in Chinese every headline, target, chart, register row and part of a total', () => {
    const { charts, headlines, targets, register } = study;
    const drawn = charts.flatMap(({ quantities, labels, width }) => [
      ...quantities.filter((name) => !labels.has(name)),
      ...(width === undefined ? [] : [width]),
    ]);
    const driving = register?.rows.flatMap(({ drivenBy, watch }) => [...drivenBy, watch.quantity]) ?? [];
    const parts = charts
      .filter(({ kind }) => kind === 'waterfall')
      .flatMap(({ quantities }) => quantities.flatMap((name) => program.totals.get(name) ?? []))
      .map(({ quantity }) => quantity);
    expect(untranslated([...headlines, ...drawn, ...driving, ...parts])).toEqual([]);
    const titles = [
      ...charts.flatMap(({ title, labels }) => [title, ...labels.values()]),
      ...targets.map(({ title }) => title),
      ...(register?.rows.map(({ title }) => title) ?? []),
      ...study.scenarios.map(({ title }) => title),
      ...study.strategies.map(({ title }) => title),
    ];
    expect(titles.filter(({ en, zh }) => en === '' || !isChinese(zh))).toEqual([]);
  });

  it('has Chinese for its name, its company, what happens in its scenarios and what its strategies do', () => {
    const { name, company, scenarios, strategies } = study;
    const told = [
      name,
      company,
      ...scenarios.flatMap(({ narrative, because }) => [narrative, because]),
      ...strategies.map(({ about }) => about),
    ];
    expect(unsaid(told)).toEqual([]);
  });

  it('has Chinese for every sentence of its register', () => {
    const { title, rows = [] } = study.register ?? {};
    const told = rows.flatMap((row) => [
      ...[row.cause, row.event, row.consequence, row.notQuantified, row.likelihood.because, row.owner],
      ...[row.response.says, row.watch.then, row.watch.source, row.place, row.note, row.override?.why],
      ...[row.controls?.says, row.controls?.evidence, row.accepted?.because],
      ...(row.actions ?? []).flatMap(({ says, owner }) => [says, owner]),
      ...Object.values(row.physical ?? {}),
    ]);
    expect(unsaid([title, ...told])).toEqual([]);
  });

  it('has Chinese for what is compared, and why', () => {
    const told = study.reconciliation.flatMap(({ title, because }) => [title, because]);
    const open = study.unquantifiedTargets.map(({ why }) => why);
    expect(unsaid([...told, ...open])).toEqual([]);
  });

  it('has Chinese for the reason of every assumption', () => {
    const told = study.cases.flatMap(({ inputs }) =>
      [...inputs.values()].flatMap((cells) =>
        cells.flatMap(({ origin: { provenance, later, exceptions = [] } }) =>
          [provenance, later, ...exceptions.map((one) => one.provenance)].map((from) =>
            from?.kind === 'assumed' ? from.why : undefined,
          ),
        ),
      ),
    );
    expect(unsaid(told)).toEqual([]);
  });

  it('has Chinese for every place inside a source', () => {
    const values = study.cases.flatMap(({ inputs }) =>
      [...inputs.values()].flatMap((cells) =>
        cells.flatMap(({ origin: { provenance, later, exceptions = [], spread } }) => [
          ...[provenance, later, spread?.provenance],
          ...exceptions.map((one) => one.provenance),
        ]),
      ),
    );
    const others = [
      ...study.targets.map(({ provenance }) => provenance),
      ...(study.register?.rows.map(({ provenance }) => provenance) ?? []),
    ];
    const laws = [...program.quantities.values()].map((one) =>
      one.kind === 'formula' ? one.law?.place : undefined,
    );
    const places = [
      ...[...values, ...others].map((from) => (from?.kind === 'source' ? from.place : undefined)),
      ...laws,
    ];
    expect(new Set(places).size).toBeGreaterThan(10);
    expect(unsaid(places, program.places)).toEqual([]);
  });

  it('has Chinese for every element', () => {
    const lacking = [...program.sets.values()].flatMap(({ name, elements }) =>
      elements.flatMap(({ id, title }) =>
        isChinese(title.zh) || /^[\d ]+$/.test(id) || !/[a-z]{2}/i.test(title.zh) ? [] : [`${name}: ${id}`],
      ),
    );
    expect(lacking).toEqual([]);
  });

  it('translates no name by which parts of a study refer to each other', () => {
    const named = [
      ...study.scenarios,
      ...study.strategies,
      ...study.targets,
      ...(study.register?.rows ?? []),
    ];
    const names = [
      ...program.quantities.keys(),
      ...[...program.sets.values()].flatMap(({ name, elements }) => [name, ...elements.map(({ id }) => id)]),
      ...named.map(({ name }) => name),
    ];
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => program.texts.has(name))).toEqual([]);
  });

  it('says in Chinese what stands for what', () => {
    const told = study.cases.flatMap(({ inputs }) =>
      [...inputs.values()].flatMap((cells) => cells.flatMap(({ origin }) => origin.proxy ?? [])),
    );
    expect(told.filter(({ en, zh }) => en === '' || !CHINESE.test(zh))).toEqual([]);
  });

  it('has every fixed word of its register in Chinese', () => {
    const { register } = study;
    const words =
      register?.rows.flatMap((row) =>
        [
          row.type,
          row.valueChain,
          row.hits,
          row.knowledge,
          row.evidence,
          row.response.option,
          row.confidentiality,
          ...(row.actions ?? []).map(({ status }) => status),
          row.review?.every,
          row.controls?.effectiveness,
          row.velocity,
          row.persistence,
          row.adaptability,
          row.complexity,
        ].filter((word) => word !== undefined),
      ) ?? [];
    expect(words.filter((word) => !CHINESE.test(wordFor(word, 'zh')))).toEqual([]);
    const bands = [...(register?.impactBands ?? []), ...(register?.likelihoodBands ?? [])].map(
      ({ name }) => name,
    );
    expect(bands.filter((name) => !CHINESE.test(bandName(name, 'zh')))).toEqual([]);
  });
});
