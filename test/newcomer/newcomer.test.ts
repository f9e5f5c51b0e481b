// A newcomer adds a quantity, a scenario and a chart by the two README files alone: what they say is taken from their own text and done,
// with the real command on a copy of the real project. Then a typing error in each, which must cost nothing but a message.

import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../src/cli/bundle.js';
import { type Ended, start } from '../house/command-line.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COMPANY = 'scenarios/innovation-new-material/company.yaml';
const BOARD = 'scenarios/innovation-new-material/board.yaml';
const MODEL = 'scenarios/models/water.yaml';
const SCENARIO = 'scenarios/innovation-new-material/high-eu-price.yaml';
const CHART = 'scenarios/charts/water.yaml';
const STRATEGIES = ['No action', 'Committed plan', 'Accelerated plan', 'Delayed plan'];
const SCENARIOS = ['Net Zero 2050', 'Delayed transition', 'Current Policies', 'High EU price'];

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** A file that the README shows: its first line names it. */
function shown(path: string): string {
  const from = readme.indexOf(`# ${path}\n`);
  if (from < 0) throw new Error(`README.md shows no ${path}`);
  const lines = readme.slice(from, readme.indexOf('```', from)).split('\n');
  const depth = from - readme.lastIndexOf('\n', from) - 1;
  return `${[lines[0], ...lines.slice(1).map((line) => line.slice(depth))].join('\n').trimEnd()}\n`;
}

let project = '';
let command = '';
let before: Ended;
let after: Ended;

const at = (path: string): string => join(project, path);
const read = (path: string): string => readFileSync(at(path), 'utf8');

/** What an editor does: one place of one file. */
function edit(path: string, old: string, by: string): void {
  const text = read(path);
  if (text.split(old).length !== 2) throw new Error(`${JSON.stringify(old)} is not once in ${path}`);
  writeFileSync(
    at(path),
    text.replace(old, () => by),
  );
}

/** Few draws: what a newcomer reads does not depend on how many there are. */
const run = (...words: readonly string[]): Promise<Ended> =>
  start(command, ['run', BOARD, '--draws', '100', ...words], { cwd: project });

/** Every file of a folder with its checksum. */
function bytesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(at(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files
      .toSorted()
      .map((file) => [
        file.slice(project.length + 1),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );
}

type Row = Readonly<
  Record<'scenario' | 'strategy' | 'variable' | 'statistic' | 'unit' | 'year' | 'value', string>
>;

/** The paths in results.csv of a run; their cells hold no commas where these tests look. */
function resultsIn(folder: string): readonly Row[] {
  const [head = '', ...lines] = read(`${folder}/results.csv`).trimEnd().split('\n');
  const names = head.trim().split(',');
  const paths = lines.filter((line) => !/,(?:finding|standard_error)$/.test(line.trim()));
  return paths.map((line) => {
    const cells = line.trim().split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) as Row;
  });
}

const valueIn = (rows: readonly Row[], scenario: string, strategy: string, quantity: string, year: number) =>
  Number(
    rows.find(
      (row) =>
        row.scenario === scenario &&
        row.strategy === strategy &&
        row.variable === quantity &&
        row.statistic === 'central' &&
        row.year === String(year),
    )?.value ?? Number.NaN,
  );

/** The three things, as README.md tells them and nothing else. */
function follow(): void {
  writeFileSync(at(MODEL), shown(MODEL));
  edit(COMPANY, '  - ../models/money.yaml\n', '  - ../models/money.yaml\n  - ../models/water.yaml\n');
  const value = /`(water_price: \{[^`]*\})`/.exec(readme)?.[1];
  if (value === undefined) throw new Error('README.md gives water_price no value');
  edit(COMPANY, '\nvalues:\n', `\nvalues:\n  ${value}\n`);
  writeFileSync(at(SCENARIO), shown(SCENARIO));
  edit(BOARD, 'current-policies.yaml]', 'current-policies.yaml, high-eu-price.yaml]');
  writeFileSync(at(CHART), shown(CHART));
  edit(BOARD, '  - ../charts/heat-map.yaml\n', '  - ../charts/heat-map.yaml\n  - ../charts/water.yaml\n');
}

beforeAll(async () => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'tcfd-newcomer-')));
  cpSync(join(ROOT, 'scenarios'), at('scenarios'), { recursive: true });
  await bundle(at('.bundle'));
  // What an install leaves beside the bundle.
  symlinkSync(join(ROOT, 'node_modules'), at('node_modules'));
  command = at('.bundle/tcfd.js');
  before = await run('--out', 'earlier');
  follow();
  after = await run();
}, 300_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('a newcomer who follows the README', () => {
  it('runs the board pack before and after', () => {
    expect([before.code, before.stderr]).toEqual([0, expect.stringMatching(/^earlier\/board: \d+ files/)]);
    expect([after.code, after.stderr]).toEqual([0, expect.stringMatching(/^out\/board: \d+ files/)]);
  });

  it('finds scenarios/README.md to describe every kind of file that is touched', () => {
    const kinds = readFileSync(join(ROOT, 'scenarios/README.md'), 'utf8');
    expect(readme).toContain('(scenarios/README.md)');
    for (const kind of ['model', 'company', 'scenario', 'study', 'chart'])
      expect(kinds).toContain(`\`${kind}:\``);
    for (const key of ['adds_to', 'extends', 'set_by', 'given', 'assumed']) expect(kinds).toContain(key);
  });

  it('has touched no file of the engine and of the total’s model', () => {
    const changed = Object.entries(bytesOf('scenarios')).filter(([path, sum]) => {
      try {
        return (
          createHash('sha256')
            .update(readFileSync(join(ROOT, path)))
            .digest('hex') !== sum
        );
      } catch {
        return true;
      }
    });
    expect(changed.map(([path]) => path).toSorted()).toEqual(
      [BOARD, COMPANY, MODEL, SCENARIO, CHART].toSorted(),
    );
  });
});

/** What the accounts make of a cost: its line, what is left of earnings, what cash and lenders leave. */
const READ_FROM_TOTAL =
  /transition|net_present_cost|operating_expenses|ebitda|profit_tax|cash_earned|headroom|interest_cover/;

describe('the quantity', () => {
  it('is in results.csv for every scenario and strategy, worked out by hand', () => {
    const rows = resultsIn('out/board');
    // 4,719,600 t at 1.2 yuan, in millions.
    for (const scenario of SCENARIOS)
      for (const strategy of STRATEGIES)
        expect(valueIn(rows, scenario, strategy, 'water_cost', 2023)).toBeCloseTo(4.7196 * 1.2, 12);
    // Demand of Current Policies, from which the scenario starts: 1.12 in 2030.
    expect(valueIn(rows, 'High EU price', 'No action', 'water_cost', 2030)).toBeCloseTo(
      4.7196 * 1.12 * 1.2,
      12,
    );
    expect(new Set(rows.filter(({ variable }) => variable === 'water_cost').map(({ unit }) => unit))).toEqual(
      new Set(['MCNY_2023']),
    );
  });

  it('adds to the total, and nothing else of it moves', () => {
    const [earlier, later] = [resultsIn('earlier/board'), resultsIn('out/board')];
    for (const scenario of SCENARIOS.slice(0, 3))
      for (const strategy of STRATEGIES)
        for (const year of [2023, 2030, 2050]) {
          const cost = (rows: readonly Row[]) => valueIn(rows, scenario, strategy, 'transition_cost', year);
          const water = valueIn(later, scenario, strategy, 'water_cost', year);
          expect(cost(later) - cost(earlier)).toBeCloseTo(water, 8);
        }
    const moved = new Set<string>();
    const key = ({ value: _, ...row }: Row): string => JSON.stringify(row);
    const values = new Map(later.map((row) => [key(row), row.value]));
    for (const row of earlier) if (values.get(key(row)) !== row.value) moved.add(row.variable);
    // What is read from the total moves with it: its shares, earnings after it, and its present value.
    for (const name of moved) expect(name).toMatch(READ_FROM_TOTAL);
  });

  it('has its input among the assumptions, with its reason and place', () => {
    const line = read('out/board/assumptions.md')
      .split('\n')
      .find((each) => each.includes('1.2 CNY'));
    const number = read(COMPANY)
      .split('\n')
      .findIndex((each) => each.includes('water_price'));
    expect(line).toContain('about a third of a cubic metre a tonne');
    expect(line).toContain(`${COMPANY}:${number + 1}`);
  });
});

describe('the scenario', () => {
  it('takes what it does not say from the one it extends', () => {
    const rows = resultsIn('out/board');
    const of = (scenario: string, quantity: string, year: number) =>
      valueIn(rows, scenario, 'No action', quantity, year);
    for (const year of [2023, 2024, 2025, 2026])
      expect(of('High EU price', 'eu_price', year)).toBe(of('Current Policies', 'eu_price', year));
    // 147 EUR in 2030 and after; half of the way in 2028.
    expect([2030, 2040, 2050].map((year) => of('High EU price', 'eu_price', year))).toEqual([147, 147, 147]);
    expect(of('High EU price', 'eu_price', 2028)).toBeCloseTo(
      (of('High EU price', 'eu_price', 2026) + 147) / 2,
      8,
    );
    for (const year of [2030, 2050])
      expect(of('High EU price', 'china_ets_price', year)).toBe(
        of('Current Policies', 'china_ets_price', year),
      );
  });

  it.each(['results.csv', 'register.csv', 'register.md', 'assumptions.md'])('is in %s', (table) => {
    expect(read(`out/board/${table}`)).toContain('High EU price');
    expect(read(`earlier/board/${table}`)).not.toContain('High EU price');
  });

  it('has as many results as every other scenario', () => {
    const rows = resultsIn('out/board');
    const counts = SCENARIOS.map(
      (name) => rows.filter((row) => row.scenario === name && row.statistic === 'central').length,
    );
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThan(1000);
  });

  it('is in the tables that the command prints', () => {
    for (const title of ['Targets', 'Headlines']) {
      const from = after.stdout.indexOf(title);
      expect(from).toBeGreaterThanOrEqual(0);
      // A head may be broken over two lines.
      expect(after.stdout.slice(from, from + 600)).toMatch(/High EU/);
    }
    expect(before.stdout).not.toContain('High EU');
  });

  it('is in every picture that shows scenarios', () => {
    for (const name of ['carbon-price-eu', 'ingot-footprint', 'emissions', 'cbam', 'water'])
      expect(read(`out/board/charts/${name}.vl.json`).includes('High EU price'), name).toBe(true);
  });
});

describe('the chart', () => {
  it('is a specification that holds against the schema of Vega-Lite', () => {
    const schema = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
    const ajv = new Ajv({ strict: false, allowUnionTypes: true });
    addFormats.default(ajv);
    ajv.addFormat('color-hex', () => true);
    const valid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
    const spec: unknown = JSON.parse(read('out/board/charts/water.vl.json'));
    expect(valid(spec), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
  });

  it('is a picture with its topic, its scenarios and its numbers inside', () => {
    const svg = read('out/board/charts/water.svg');
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg.trimEnd()).toMatch(/<\/svg>$/);
    expect(svg).toMatch(/cooling water/i);
    expect(svg).not.toMatch(/NaN|undefined|\[object/);
    expect(read('out/board/charts/water.vl.json')).toContain('5.66352');
  });
});

/** A slip of the finger in each of the three files, and in the lists that name them. */
const SLIPS = [
  [
    'the quantity’s formula',
    MODEL,
    'production_total * water',
    'production_totl * water',
    'production_totl *',
    'did you mean production_total?',
  ],
  ['the quantity’s unit', MODEL, 'unit: CNY_2023/t,', 'unit: CNY_2023/ton,', 'CNY_2023/ton,', 'write t'],
  ['the quantity’s key', MODEL, 'adds_to:', 'add_to:', 'add_to', 'did you mean adds_to?'],
  [
    'the total it adds to',
    MODEL,
    'adds_to: transition_cost',
    'adds_to: transition_costs',
    'transition_costs',
    'did you mean transition_cost?',
  ],
  ['the scenario’s input', SCENARIO, 'eu_price: {', 'eu_prise: {', 'eu_prise', 'did you mean eu_price?'],
  [
    'the scenario’s parent',
    SCENARIO,
    'current-policies.yaml',
    'current-polices.yaml',
    'current-polices.yaml',
    'did you mean current-policies.yaml?',
  ],
  [
    'the scenario’s amount',
    SCENARIO,
    '147 EUR_2024/tCO2e',
    '147 EUR_2024/t',
    '147 EUR_2024/t',
    'eu_price is measured in EUR_2024/tCO2e',
  ],
  ['the chart’s kind', CHART, 'kind: paths', 'kind: pahts', 'pahts', 'did you mean paths?'],
  ['the chart’s quantity', CHART, '[water_cost]', '[water_csot]', 'water_csot', 'did you mean water_cost?'],
  [
    'the list of models',
    COMPANY,
    '../models/water.yaml',
    '../models/watter.yaml',
    '../models/watter.yaml',
    'did you mean ../models/water.yaml?',
  ],
  [
    'the list of charts',
    BOARD,
    '../charts/water.yaml',
    '../charts/watr.yaml',
    '../charts/watr.yaml',
    'did you mean ../charts/water.yaml?',
  ],
] as const;

describe('a typing error', () => {
  /** Where a text stands, as an editor counts. */
  const placeOf = (path: string, wrong: string): string => {
    const lines = read(path).slice(0, read(path).indexOf(wrong)).split('\n');
    return `${path}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
  };

  it.each(
    SLIPS,
  )('in %s: exit code 1, the place, the fix, and the earlier pack as it was', async (_, path, right, wrong, marked, fix) => {
    const pack = bytesOf('out');
    const text = read(path);
    edit(path, right, wrong);
    try {
      const { code, stdout, stderr } = await run();
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(`  ${placeOf(path, marked)}\n`);
      expect(stderr).toContain(fix);
      expect(stderr.trimEnd()).toMatch(/\n\d+ errors?(?:, \d+ warnings?)?$/);
      expect(bytesOf('out')).toEqual(pack);
    } finally {
      writeFileSync(at(path), text);
    }
  });

  it('in all three files at once: all are said at once', async () => {
    const pack = bytesOf('out');
    const slips = [SLIPS[0], SLIPS[4], SLIPS[7]] as const;
    const texts = slips.map(([, path]) => read(path));
    for (const [, path, right, wrong] of slips) edit(path, right, wrong);
    try {
      const { code, stderr } = await run();
      expect(code).toBe(1);
      for (const [, path, , , marked, fix] of slips) {
        expect(stderr).toContain(`  ${placeOf(path, marked)}\n`);
        expect(stderr).toContain(fix);
      }
      expect(bytesOf('out')).toEqual(pack);
    } finally {
      for (const [index, [, path]] of slips.entries()) writeFileSync(at(path), texts[index] ?? '');
    }
  });

  it('mended: the same bytes as before it, but for how long it took', async () => {
    const pack = bytesOf('out');
    expect((await run()).code).toBe(0);
    const again = bytesOf('out');
    const differs = Object.keys(pack).filter((path) => pack[path] !== again[path]);
    expect(Object.keys(again)).toEqual(Object.keys(pack));
    expect(differs.filter((path) => path !== 'out/board/environment.json')).toEqual([]);
  });
});
