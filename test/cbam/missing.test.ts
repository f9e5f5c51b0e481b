// A law table with a hole: a line is taken out of a copy of the real file, and the message must name what is missing and where.

import { describe, expect, it } from 'vitest';
import { tell } from '../kit/project.ts';
import { ENTRY, filesOf, real } from './trial.ts';

const files = filesOf({
  goods: { rods: { cnCode: '7601', own: 1, metal: 1 }, sheet: { cnCode: '7606', own: 1, metal: 1 } },
  worlds: { World: { metalEmissions: 2, price: 75 } },
});

/** The lines of a text from the first that matches to the last line of its block. */
function withoutBlock(text: string, key: RegExp): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => key.test(line));
  if (from < 0) throw new Error(`no line matches ${key}`);
  const depth = (line: string): number => line.search(/\S/);
  const rest = lines
    .slice(from + 1)
    .findIndex((line) => depth(line) >= 0 && depth(line) <= depth(lines[from] ?? ''));
  return [...lines.slice(0, from), ...lines.slice(from + 1 + (rest < 0 ? lines.length : rest))].join('\n');
}

function replaced(text: string, old: string, by: string): string {
  if (!text.includes(old)) throw new Error(`there is no ${JSON.stringify(old)}`);
  return text.replace(old, by);
}

const LAW = 'reference/cbam.yaml';
const SCENARIO = 'trial/World.yaml';

async function told(path: string, text: string) {
  const { findings, diagnostics, printed } = await tell({ ...files, [path]: text }, ENTRY, []);
  expect(findings).toBeUndefined();
  return {
    codes: diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    printed,
  };
}

describe('a hole in the law table is an error that names it', () => {
  it('the trial itself runs', async () => {
    expect((await tell(files, ENTRY, [])).findings).toBeDefined();
  });

  it.each([
    ['benchmark_process', 'each: { ... }'],
    ['benchmark_product', 'each: { ... }'],
    ['default_value', 'each: { 7606: ... tCO2e/t }'],
  ])('%s without a good names the good', async (quantity, help) => {
    const law = real(LAW);
    const from = law.indexOf(`\n  ${quantity}:`);
    const cut = law.slice(0, from) + law.slice(from).replace(/\n {6}"7606": .*/, '');
    expect(cut.length).toBeLessThan(law.length);
    const { codes, printed } = await told(LAW, cut);
    expect(codes).toEqual(['input/missing']);
    expect(printed).toContain(`${quantity} has no value for 7606`);
    expect(printed).toMatch(/scenarios\/models\/cbam\.yaml:\d+:\d+/);
    expect(printed).toContain(`reference file: ${quantity}: { ${help}`);
  });

  it('a benchmark without a route names good and route', async () => {
    const cut = replaced(
      real(LAW),
      '{ each: { primary: 1.485 tCO2e/t, secondary: 0.148 tCO2e/t } }',
      '{ each: { primary: 1.485 tCO2e/t } }',
    );
    const { codes, printed } = await told(LAW, cut);
    expect(codes).toEqual(['input/missing']);
    expect(printed).toMatch(/benchmark_product has no value for 7604 10 10.*secondary/);
  });

  it('a precursor without a default value names where it was made', async () => {
    const { codes, printed } = await told(LAW, replaced(real(LAW), '      malaysia: 1.70 tCO2e/t\n', ''));
    expect(codes).toEqual(['input/missing']);
    expect(printed).toContain('precursor_default has no value for malaysia');
  });

  it.each([
    ['free_share', /^ {2}free_share:/, ''],
    ['in_force', /^ {2}in_force:/, ''],
    ['mark_up', /^ {2}mark_up:/, ''],
    ['correction', /^ {2}correction:/, ''],
    ['import_threshold', /^ {2}import_threshold:/, ' t'],
    ['default_carbon_price', /^ {2}default_carbon_price:/, ' EUR_2024/tCO2e'],
    ['holding_share', /^ {2}holding_share:/, '', 'reference/cbam-calendar.yaml'],
    ['priced_by_quarter', /^ {2}priced_by_quarter:/, '', 'reference/cbam-calendar.yaml'],
    ['free_share_alternative', /^ {2}free_share_alternative:/, '', 'reference/cbam-variants.yaml'],
    ['cf4_warming', /^ {2}cf4_warming:/, ' tCO2e/t', 'reference/smelter.yaml'],
    ['uk_factor', /^ {2}uk_factor:/, '', 'reference/uk-cbam.yaml'],
  ])('%s gone', async (quantity, key, unit, path = LAW) => {
    const { codes, printed } = await told(path, withoutBlock(real(path), key));
    expect(codes).toEqual(['input/missing']);
    expect(printed).toContain(`error input/missing: ${quantity} has no value\n`);
    expect(printed).toMatch(new RegExp(`help: .*(reference|scenario) file: ${quantity}: \\.\\.\\.${unit}`));
  });

  it.each([
    'in_force',
    'free_share',
    'mark_up',
  ])('%s without the years after its last one', async (quantity) => {
    const law = real(LAW);
    const from = law.indexOf(`\n  ${quantity}:`);
    const cut = law.slice(0, from) + replaced(law.slice(from), '    after: hold\n', '');
    const { codes, printed } = await told(LAW, cut);
    const last = { in_force: 2027, free_share: 2035, mark_up: 2029 }[quantity];
    expect(codes).toEqual(['value/years']);
    expect(printed).toContain(`${quantity} has no value for ${last}`);
    expect(printed).toMatch(/scenarios\/reference\/cbam\.yaml:\d+:\d+/);
    expect(printed).toMatch(/help: .*after: hold/);
  });

  it('a quarter of 2026 without a price', async () => {
    const calendar = 'reference/cbam-calendar.yaml';
    const path = files['trial/World.yaml'];
    const cut = replaced(real(calendar), /^ {6}q2: 75.*\n/m.exec(real(calendar))?.[0] ?? '', '');
    const world = String(path).replace(/,?\s*"quarterly_certificate_price": \{[^}]*\}\s*\}/, '');
    expect(world).not.toBe(path);
    const { findings, printed } = await tell(
      { ...files, [calendar]: cut, 'trial/World.yaml': world },
      ENTRY,
      [],
    );
    expect(findings).toBeUndefined();
    expect(printed).toContain('quarterly_certificate_price has no value for q2');
  });

  it('free_share without its first years', async () => {
    const { codes, printed } = await told(
      LAW,
      replaced(real(LAW), '{ 2023: 1, 2024: 1, 2025: 1, 2026: 0.975', '{ 2026: 0.975'),
    );
    expect(codes).toEqual(['value/years']);
    expect(printed).toContain('free_share has no value for 2023 to 2025');
    expect(printed).toMatch(/help: .*before: hold/);
  });

  it('the price of a certificate gone', async () => {
    const scenario = String(files[SCENARIO]);
    const { codes, printed } = await told(SCENARIO, scenario.replace(/\n.*"eu_price".*/, ''));
    expect(codes).toEqual(['input/missing']);
    expect(printed).toContain('eu_price has no value');
    expect(printed).toMatch(/help: .*scenario file: eu_price: \.\.\. EUR_2024\/tCO2e/);
  });

  it('the price of a certificate for some years only', async () => {
    const path = '"eu_price": { "path": { "2023": "75 EUR_2024/tCO2e", "2030": "75 EUR_2024/tCO2e" } }';
    const { codes, printed } = await told(
      SCENARIO,
      String(files[SCENARIO]).replace(/"eu_price": "[^"]*"/, path),
    );
    expect(codes).toEqual(['value/years']);
    expect(printed).toContain('eu_price has no value for 2031 to 2036');
  });

  it('a good without a CN code, and one with a code that the law does not list', async () => {
    const company = String(files['trial/company.yaml']);
    const none = await told('trial/company.yaml', company.replace('"cn_code": "7606",', ''));
    expect(none.codes).toContain('set/attribute');
    expect(none.printed).toContain('sheet of product has no cn_code');
    const other = await told('trial/company.yaml', company.replace('"cn_code": "7606"', '"cn_code": "7660"'));
    expect(other.codes).toContain('set/element');
    expect(other.printed).toContain('7660 is not an element of cn_code');
    expect(other.printed).toContain('did you mean 7606?');
  });
});
