// Holds the house rules of src/: who may import whom, who may touch the machine, how long a file may be.

import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));
const TESTS = fileURLToPath(new URL('.', import.meta.url));
const LONGEST = 400;

/** In the order in which data goes through them. */
const STAGES = [
  'load',
  'parse',
  'resolve',
  'check',
  'compile',
  'simulate',
  'explain',
  'analyse',
  'render',
  'import',
  'write',
];
/** From the top to the ground; all stages stand on one floor. */
const FLOORS = [
  ['node.ts'],
  ['cli'],
  ['index.ts'],
  ['questions.ts'],
  ['pipeline.ts'],
  ['checking.ts'],
  ['page'],
  STAGES,
  ['language'],
  ['units'],
  ['diagnostics'],
];
/** What the page takes along into the browser, besides types. */
const TAKEN_ALONG = [
  'explain/walk.ts',
  'explain/text.ts',
  'explain/words.ts',
  'units/significant.ts',
  'render/charts/units.ts',
  'render/charts/chinese_units.ts',
  'render/pieces.ts',
  'render/question.ts',
  'render/report/shared-tables.ts',
  'render/report/sparing.ts',
  'render/wording.ts',
];
const WITH_MACHINE = ['load', 'write', 'cli'];

interface Import {
  /** As written. */
  readonly target: string;
  /** From src/, with forward slashes; undefined for a package. */
  readonly path: string | undefined;
  readonly typeOnly: boolean;
}

interface File {
  readonly path: string;
  /** Folder in src/, or the name of a file that stands in src/ itself. */
  readonly room: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const roomOf = (path: string): string => path.split('/')[0] ?? path;

/** Code without comments, so that an import in an example does not count; texts stay. */
const withoutComments = (text: string): string =>
  text.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    '$1',
  );

const withoutTexts = (code: string): string =>
  code.replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, "''");

function importsOf(path: string, text: string): readonly Import[] {
  const code = withoutComments(text);
  const made = (target: string, typeOnly: boolean): Import => ({
    target,
    typeOnly,
    path: target.startsWith('.') ? posix.join(dirname(path), target) : undefined,
  });
  const from = code.matchAll(/\b(?:import|export)\s+(type\s)?[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g);
  const bare = code.matchAll(/\bimport\s*['"]([^'"]+)['"]/g);
  const lazy = code.matchAll(/(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]\s*\)/g);
  return [
    ...[...from].map(([, type, target = '']) => made(target, type !== undefined)),
    ...[...bare].map(([, target = '']) => made(target, false)),
    ...[...lazy].map(([, type, target = '']) => made(target, type !== undefined)),
  ];
}

/** Knowledge of a sector, a law or a company lives in scenarios/; not even a comment needs one of these words. */
const SECTORS =
  /alumini?um|steel|smelt|ingot|billet|furnace|scrap|\bcement\b|cbam|border adjustment|\bets\b|green power|hydropower|yunnan|shandong|铝|钢|碳边境|水电|水泥/i;

const files: readonly File[] = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:ts|tsx|js|mjs)$/.test(path))
  .toSorted()
  .map((path) => {
    const text = readFileSync(join(SOURCE, path), 'utf8');
    return { path, room: roomOf(path), text, imports: importsOf(path, text) };
  });

/** One line a broken rule, so that the whole list stands in the message. */
const faults = (rule: (file: File) => readonly string[]): readonly string[] =>
  files.flatMap((file) => rule(file).map((fault) => `src/${file.path}: ${fault}`));

const importFaults = (
  rule: (file: File, found: Import, room: string) => string | undefined,
): readonly string[] =>
  faults((file) =>
    file.imports.flatMap((found) => {
      if (found.path === undefined) return [];
      const room = roomOf(found.path);
      const fault = room === file.room ? undefined : rule(file, found, room);
      return fault === undefined ? [] : [`imports ${found.target}; ${fault}`];
    }),
  );

const floorOf = (room: string): number => FLOORS.findIndex((rooms) => rooms.includes(room));

/** A stage shows others its index and its types, nothing else. */
const isFront = (path: string): boolean => /^[a-z]+\/(?:index|types)\.ts$/.test(path);

describe('the house', () => {
  it('knows no sector: a company of another one needs no line of code', () => {
    const spoken = files.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const word = SECTORS.exec(line)?.[0];
        return word === undefined ? [] : [`${path}:${index + 1} says ${word}`];
      }),
    );
    expect(spoken).toEqual([]);
    expect(SECTORS.test('what a smelter emits')).toBe(true);
  });

  it('finds files and imports to look at', () => {
    const count = files.reduce((sum, file) => sum + file.imports.length, 0);
    expect(files.length).toBeGreaterThan(20);
    expect(count).toBeGreaterThan(files.length);
  });

  it('has only the rooms of the plan', () => {
    expect(faults(({ room }) => (floorOf(room) === -1 ? [`${room} is no room of src/`] : []))).toEqual([]);
  });

  it('imports downwards only: cli, index, questions, pipeline, checking, page, stages, language, units, diagnostics', () => {
    const broken = importFaults((file, _, room) => {
      if (floorOf(room) === -1) return 'that is outside src/ or no room of it';
      return floorOf(room) < floorOf(file.room) ? `${room} stands above ${file.room}` : undefined;
    });
    expect(broken).toEqual([]);
  });

  it('lets a stage see only earlier stages, through their index.ts or types.ts', () => {
    const broken = importFaults((file, { path = '' }, room) => {
      if (!STAGES.includes(file.room) || !STAGES.includes(room)) return undefined;
      if (STAGES.indexOf(room) > STAGES.indexOf(file.room)) return `${room} comes after ${file.room}`;
      return isFront(path) ? undefined : `only ${room}/index.ts and ${room}/types.ts are for others`;
    });
    expect(broken).toEqual([]);
  });

  it('lets render see of other stages only the types of analyse', () => {
    const broken = importFaults((file, { path, typeOnly }, room) => {
      if (file.room !== 'render' || !STAGES.includes(room)) return undefined;
      if (path !== 'analyse/index.ts') return 'render sees only analyse/index.ts';
      return typeOnly ? undefined : 'write import type';
    });
    expect(broken).toEqual([]);
  });

  it('lets the page see types of explain and render, and take along what walks the graph and asks questions', () => {
    const broken = importFaults((file, { path = '', typeOnly }, room) => {
      if (file.room !== 'page') return undefined;
      if (TAKEN_ALONG.includes(path)) return undefined;
      return typeOnly && (room === 'explain' || room === 'render')
        ? undefined
        : 'the page is a room of its own';
    });
    expect(broken).toEqual([]);
  });

  it('keeps what the page takes along free of everything else', () => {
    const broken = faults(({ path, imports }) =>
      TAKEN_ALONG.includes(path)
        ? imports
            .filter(({ typeOnly, path: target = '' }) => !typeOnly && !TAKEN_ALONG.includes(target))
            .map(({ target }) => `imports ${target}; it would go into the page`)
        : [],
    );
    expect(broken).toEqual([]);
  });

  it('lets only load, write and cli touch the machine', () => {
    const broken = faults(({ room, imports }) =>
      imports
        .filter(({ target }) => target.startsWith('node:') || builtinModules.includes(roomOf(target)))
        .filter(() => !WITH_MACHINE.includes(room))
        .map(({ target }) => `imports ${target}; ${room} runs in a browser too`),
    );
    expect(broken).toEqual([]);
  });

  it('names Node modules by node:', () => {
    const broken = faults(({ imports }) =>
      imports
        .filter(({ target }) => builtinModules.includes(target))
        .map(({ target }) => `imports ${target}; write node:${target}`),
    );
    expect(broken).toEqual([]);
  });

  it(`has no file over ${LONGEST} lines`, () => {
    const broken = faults(({ text }) => {
      const lines = text.split('\n').length - 1;
      return lines > LONGEST ? [`${lines} lines; split it by what it says`] : [];
    });
    expect(broken).toEqual([]);
  });

  it(`has no test over ${LONGEST} lines either`, () => {
    const long = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .filter((path) => readFileSync(join(TESTS, path), 'utf8').split('\n').length - 1 > LONGEST);
    expect(long).toEqual([]);
  });

  it('opens every file with a line that says what it is', () => {
    const broken = faults(({ text }) =>
      /^\/\/ \S.*\S\n/.test(text) ? [] : ['the first line is not a // line'],
    );
    expect(broken).toEqual([]);
  });

  it('has no any and silences no compiler', () => {
    const broken = faults(({ text }) => {
      const code = withoutTexts(withoutComments(text));
      return [
        ...(/(?::|\bas|<|,|\||&|=>)\s*any\b(?!\s*[:(=])/.test(code) ? ['says any; say what it is'] : []),
        ...(/@ts-(?:ignore|expect-error|nocheck)/.test(text) ? ['silences the compiler'] : []),
      ];
    });
    expect(broken).toEqual([]);
  });
});

describe('the reader of imports', () => {
  it('sees every form, and none in comments', () => {
    const text = [
      "import { a } from '../units/index.ts';",
      "import type { B } from '../parse/types.ts';",
      "import './side.ts';",
      "export * from './c.ts';",
      'import {',
      '  d,',
      "} from 'node:fs';",
      "// import { x } from 'comment';",
      "/** import('comment') */",
      "const lazy = await import('../index.ts');",
      "type L = typeof import('../index.ts');",
      "const text = 'https://example.org'; import { e } from 'yaml';",
    ].join('\n');
    expect(
      importsOf('check/x.ts', text).map(({ path, target, typeOnly }) => [path ?? target, typeOnly]),
    ).toEqual([
      ['units/index.ts', false],
      ['parse/types.ts', true],
      ['check/c.ts', false],
      ['node:fs', false],
      ['yaml', false],
      ['check/side.ts', false],
      ['index.ts', false],
      ['index.ts', true],
    ]);
  });
});
