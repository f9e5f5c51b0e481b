// Tables, numbers, units and places: small rules with exact answers.
import { describe, expect, test } from 'vitest';
import { axisValues, axisYears, exact, fixed, short, signed } from '../../src/render/charts/numbers.ts';
import { quietest, spread } from '../../src/render/charts/places.ts';
import { scriptRuns, shortened, textWidth, wrap } from '../../src/render/charts/text.ts';
import { scaled, unitName } from '../../src/render/charts/units.ts';
import { csv } from '../../src/render/csv.ts';
import { render, summary } from '../../src/render/index.ts';
import { markdown, markdownTable } from '../../src/render/markdown.ts';
import { findings } from './fixture.ts';

describe('csv', () => {
  test('quotes, formulas as text, numbers untouched', () => {
    expect(
      csv(
        ['a', 'b'],
        [
          ['x, "y"', -1.5],
          ['=HYPERLINK("http://x")', 0.1 + 0.2],
          ['-plain', undefined],
          ['@a', 1e21],
        ],
      ),
    ).toBe('a,b\n"x, ""y""",-1.5\n"\'=HYPERLINK(""http://x"")",0.3\n\'-plain,\n\'@a,1e+21\n');
  });
  test('results hold every value once, and sums of headlines', async () => {
    const artifacts = await render({ ...findings, charts: [] }, { language: 'en' });
    const results = String(artifacts.find((one) => one.path === 'results.csv')?.content);
    const lines = results.trimEnd().split('\n');
    expect(lines[0]).toBe('model,scenario,region,variable,unit,year,value,strategy,statistic');
    const central = findings.series.reduce((sum, series) => sum + series.values.length, 0);
    expect(lines.filter((line) => line.endsWith(',central')).length).toBeGreaterThanOrEqual(central);
    expect(lines).toContain(
      'tcfd-scenarios (Board pack),Net Zero 2050,Innovation New Material,green_power_share,1,2026,0.5,Committed plan,central',
    );
  });
});

describe('markdown', () => {
  test('escapes what would be markup', () => {
    expect(markdown('a | b <script> [x](y) *z*')).toBe('a \\| b &lt;script&gt; \\[x\\](y) \\*z\\*');
    expect(markdownTable(['h'], [['a\nb']])).toBe('| h |\n|---|\n| a b |');
  });
  test('assumptions are counted, reasons and places shown; contradictions are loud', async () => {
    const artifacts = await render({ ...findings, charts: [] }, { language: 'en' });
    const text = (path: string) => String(artifacts.find((one) => one.path === path)?.content);
    expect(text('assumptions.md')).toContain('6 inputs');
    expect(text('assumptions.md')).toContain('9 sourced, 0 derived from sources, 1 assumed');
    expect(text('assumptions.md')).toContain(
      'assumed: the report states no mix for the line \\[confidence low\\]',
    );
    expect(text('assumptions.md')).toContain('replaces 0.5306 tCO2e/MWh (reference/factors.yaml:9)');
    expect(text('reconciliation.md')).toContain('1 contradict inside the report');
    expect(text('reconciliation.md')).toContain('## Contradictions inside the report');
    expect(text('register.md')).toContain('## 11 Energy-saving upgrades');
  });
});

test('summary says who meets what, and what it costs', () => {
  const tables = summary(findings);
  const [targets, closings] = tables;
  const headlines = tables.find(({ title }) => title.startsWith('Headlines'));
  expect(targets?.rows[0]?.slice(0, 4)).toEqual([
    'Green power 2026',
    '2026: ≥ 50 %',
    'No action',
    '✗ 9.48 %, never',
  ]);
  expect(targets?.rows[1]?.slice(0, 4)).toEqual(['', '', 'Committed plan', '✓ 50 %']);
  expect(targets?.status[0]).toEqual(['plain', 'plain', 'plain', 'bad', 'bad', 'bad']);
  expect(closings?.rows[0]?.slice(0, 3)).toEqual(['Green power 2026', 'No action', 'no input alone']);
  expect(headlines?.title).toBe('Headlines in 2026 · 2030 · 2050');
  expect(headlines?.head.slice(0, 2)).toEqual(['Headline', 'Strategy']);
  for (const row of headlines?.rows ?? []) expect(row).toHaveLength(headlines?.head.length ?? 0);
});

describe('a summary of many scenarios', () => {
  const [first] = findings.scenarios;
  if (first === undefined) throw new Error('the fixture has no scenario');
  const copies = ['A', 'B', 'C'].map((name) => ({ ...first, name, title: { en: name, zh: name } }));
  const copied = <T extends { readonly scenario: string }>(all: readonly T[]): readonly T[] => [
    ...all,
    ...copies.flatMap(({ name }) =>
      all.filter(({ scenario }) => scenario === first.name).map((one) => ({ ...one, scenario: name })),
    ),
  ];
  // Without the register, whose table has no scenarios, and without missed targets, which are tables of their own.
  const many = {
    ...findings,
    register: undefined,
    scenarios: [...findings.scenarios, ...copies],
    targets: copied(findings.targets).map((one) => ({ ...one, setByInput: true })),
    headlines: copied(findings.headlines),
  };
  const tables = summary(many);

  test('is a table for each subject, scenarios down and strategies across', () => {
    const subjects = new Set([
      ...many.targets.map(({ name }) => name),
      ...many.headlines.map(({ quantity }) => quantity),
    ]);
    expect(tables).toHaveLength(subjects.size);
    for (const { head, rows, status } of tables) {
      expect(head[0]).toBe('Scenario');
      for (const [index, row] of rows.entries()) {
        expect(row).toHaveLength(head.length);
        expect(status[index]).toHaveLength(head.length);
      }
    }
    const [target] = tables;
    expect(target?.title).toBe('Green power 2026, 2026: ≥ 50 %');
  });

  test('says once what is the same everywhere, and never drops a scenario that differs', () => {
    const lengths = tables.map(({ rows }) => rows.length);
    expect(lengths).toContain(1);
    expect(lengths).toContain(many.scenarios.length);
    for (const { rows } of tables)
      if (rows.length === 1) expect(rows[0]?.[0]).toBe('every scenario');
      else expect(rows.map(([name]) => name)).toEqual(many.scenarios.map(({ title }) => title.en));
  });

  test('has one column where no strategy differs', () => {
    const same = summary({
      ...many,
      headlines: many.headlines.map((one) => ({
        ...one,
        values: { short: 1, medium: 2, long: many.scenarios.findIndex(({ name }) => name === one.scenario) },
      })),
    }).at(-1);
    expect(same?.head).toEqual(['Scenario', 'every strategy']);
    expect(same?.rows).toHaveLength(many.scenarios.length);
  });
});

test('numbers', () => {
  expect(fixed(-1234.5, 1)).toBe('−1,234.5');
  expect(fixed(-0.01, 1)).toBe('0.0');
  expect(fixed(0, 2)).toBe('0');
  expect(signed(3, 0)).toBe('+3');
  expect(signed(0.001, 1)).toBe('0.0');
  expect(short(5.39, 4)).toBe('5.39');
  expect(short(4719600, 9)).toBe('4,719,600');
  expect(short(0.00012345, 2)).toBe('0.00012');
  expect(exact(0.1 + 0.2)).toBe('0.3');
  // Whole numbers take a shorter way to the same text.
  for (const value of [0, -0, 1, -7, 2030, 4_719_600, 999_999_999_999, 1e12, -123_456_789_012_345, 1e21])
    expect(exact(value)).toBe(String(Number(value.toPrecision(12))));
  expect(axisValues(0, 421, 5)).toEqual([0, 100, 200, 300, 400, 500]);
  expect(axisValues(0, 0, 5).length).toBeGreaterThan(1);
  expect(axisYears([2023, 2024, 2025, 2026], 400)).toEqual([2023, 2024, 2025, 2026]);
});

test('units', () => {
  expect(unitName('EUR_2024/tCO2e', 'en')).toBe('EUR (2024) per t CO₂e');
  expect(unitName('EUR_2024/tCO2e', 'zh')).toBe('欧元（2024年价）/吨 CO₂e');
  expect(unitName('MCNY_2023', 'en')).toBe('million yuan (2023)');
  expect(unitName('kgCO2e/kg', 'en')).toBe('kg CO₂e per kg');
  expect(unitName('1', 'en')).toBe('');
  expect(scaled('tCO2e', 25e6, 'en')).toEqual({ factor: 1e6, name: 'Mt CO₂e' });
  expect(scaled('tCO2e', 866e3, 'en')).toEqual({ factor: 1e3, name: 'kt CO₂e' });
  expect(scaled('tCO2e', 25e6, 'zh')).toEqual({ factor: 1e4, name: '万吨 CO₂e' });
  expect(scaled('MCNY_2023', 20_000, 'en')).toEqual({ factor: 1e3, name: 'billion yuan (2023)' });
  expect(scaled('MCNY_2023', 3000, 'zh')).toEqual({ factor: 100, name: '亿元（2023年价）' });
  expect(scaled('t', 500, 'en')).toEqual({ factor: 1, name: 't' });
});

test('text fits where it is put', () => {
  expect(textWidth('中文', 10)).toBe(20);
  expect(textWidth('“中文”', 10)).toBe(40);
  expect(textWidth(shortened('x'.repeat(10_000), 200, 15), 15)).toBeLessThanOrEqual(200);
  for (const line of wrap('one two three four five six seven', 80, 15, true, 3)) {
    expect(textWidth(line, 15, true)).toBeLessThanOrEqual(80);
  }
  expect(wrap('x'.repeat(50), 60, 15, false, 2).every((line) => textWidth(line, 15) <= 60)).toBe(true);
  expect(scriptRuns('在 2030 年').map((run) => run.text)).toEqual(['在', ' 2030 ', '年']);
});

test('labels keep apart and inside', () => {
  expect(spread([10, 12, 100], [20, 20, 20], 0, 200)).toEqual([10, 30, 100]);
  const places = spread([195, 199], [20, 20], 0, 200);
  expect(places).toEqual([170, 190]);
  const box = { x: 0, y: 0, width: 10, height: 10 };
  const free = { x: 50, y: 50, width: 10, height: 10 };
  expect(quietest([box, free], [{ x: 5, y: 5 }], [], { x: 0, y: 0, width: 100, height: 100 })).toEqual(free);
});
