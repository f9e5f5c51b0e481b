// A small bakery through every stage: what each stage hands on, as one file a stage, and numbers of it worked out by hand.
// The bakery knows no aluminium, so nothing here can come from what the engine should not know. `npx vitest run test/golden -u`
// writes the files again; the numbers by hand stay as they are and must still hold.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/index.ts';
import { textsOf } from '../../src/checking.ts';
import { compile } from '../../src/compile/index.ts';
import type { Outcome } from '../../src/diagnostics/index.ts';
import { load } from '../../src/load/index.ts';
import { parse } from '../../src/parse/parse.ts';
import { run } from '../../src/pipeline.ts';
import { render } from '../../src/render/index.ts';
import { resolve } from '../../src/resolve/index.ts';
import { checkExamples, simulate } from '../../src/simulate/index.ts';
import { said } from '../kit/golden.ts';
import { printFindings } from '../kit/golden-analyse.ts';
import { printPlan } from '../kit/golden-compile.ts';
import { printParsed } from '../kit/golden-parse.ts';
import { printArtifacts, textOf } from '../kit/golden-render.ts';
import { printProgram } from '../kit/golden-resolve.ts';
import { printRun, valuesOf } from '../kit/golden-simulate.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const file = (path: string): string => `${HERE}${path}`;

function must<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value;
}

const sources = (await load(['scenarios/bakery/study.yaml'], { cwd: file('project') })).value;
const texts = textsOf(sources, []);
const parsed = parse(sources);
const resolved = resolve(must(parsed), []);
const program = must(resolved);
const checked = check(program);
const { years = [], baseYear = 0, cases = [] } = program.study ?? {};
const plan = compile(must(checked), years, baseYear);
const simulated = simulate(program, plan, cases, 1);
const whole = run(sources, []);
const artifacts = await render(must(whole), { language: 'en' });

describe('each stage hands on what its golden file says', () => {
  it('parse', async () => {
    expect(parsed.diagnostics).toEqual([]);
    await expect(printParsed(must(parsed), texts)).toMatchFileSnapshot(file('parse/bakery.txt'));
  });
  it('resolve', async () => {
    expect(resolved.diagnostics).toEqual([]);
    await expect(printProgram(program, texts)).toMatchFileSnapshot(file('resolve/bakery.txt'));
  });
  it('check: every rule passes, one table has expired', async () => {
    expect(checked.value).toMatchObject({ kind: 'checked' });
    expect(checkExamples(program)).toEqual([]);
    const printed = `${said(checked.diagnostics, texts)}\n`;
    await expect(printed).toMatchFileSnapshot(file('check/bakery.txt'));
  });
  it('compile', async () => {
    // Plain data: what a worker is handed is the same plan.
    expect(structuredClone(plan)).toEqual(plan);
    await expect(printPlan(plan)).toMatchFileSnapshot(file('compile/bakery.txt'));
  });
  it('simulate', async () => {
    expect(simulated.diagnostics).toEqual([]);
    await expect(printRun(must(simulated))).toMatchFileSnapshot(file('simulate/bakery.txt'));
  });
  it('analyse', async () => {
    await expect(printFindings(must(whole))).toMatchFileSnapshot(file('analyse/bakery.txt'));
  });
  it('render: every artifact by its checksum', async () => {
    await expect(printArtifacts(artifacts)).toMatchFileSnapshot(file('render/artifacts.txt'));
  });
  it.each([
    'results.csv',
    'register.md',
    'register.csv',
    'targets.md',
    'evidence.md',
    'sensitivities.csv',
    'scenarios.md',
    'assumptions.md',
    'reconciliation.md',
    'charts/carbon-price.vl.json',
    'charts/carbon-price.svg',
  ])('render: %s', async (path) => {
    await expect(textOf(artifacts, path)).toMatchFileSnapshot(file(`render/${path}`));
  });
});

/** What the files of the project say, in base units of thought: tonnes, MWh, GBP of 2023. */
const EURO_2024 = 0.87 / 1.024;
const HEAT = { bread: 1200 * 0.6, pastry: 300 * 0.9 };
const DEMAND = { early: [1, 1.05, 1.1, 1.1 * 1.02, 1.1 * 1.02 ** 2], late: [1, 1, 1.05, 1.1, 1.1 * 1.02] };
const ELECTRIC = [0.1, 0.3, 0.5, 0.7, 0.7];
const PRICE = {
  // Observed 80 EUR of 2023 and 66 of 2024; then 50 rising to 110 in 2027, joined by 66/50, which fades over three years.
  early: [80 * 1.024, 66, 70 * (1 + (0.32 * 2) / 3), 90 * (1 + 0.32 / 3), 110],
  // Then 40 held until 2026 and 90 in 2027, joined by 66/40.
  late: [80 * 1.024, 66, 40 * (1 + (0.65 * 2) / 3), 40 * (1 + 0.65 / 3), 90],
};

const at = (list: readonly number[], time: number): number => list[time] ?? Number.NaN;
const digits = (value: number | undefined): number => Number(value?.toPrecision(12));

/** All that the bakery pays in one year of Early action with Electric ovens, in pounds. */
function costOfElectricOvens(time: number): number {
  const demand = at(DEMAND.early, time);
  const electric = at(ELECTRIC, time);
  const levy = 1200 * demand * (time < 2 ? 0 : 4) + 300 * demand * 6;
  const heat = (HEAT.bread + HEAT.pastry) * demand;
  const energy = heat * (1 - electric) * 40 + heat * electric * 100;
  const carbon = heat * (1 - electric) * 0.2 * at(PRICE.early, time) * EURO_2024;
  return levy + energy + carbon - 2000 * demand;
}

describe('numbers worked out by hand', () => {
  const ran = must(simulated);
  const early = (quantity: string, ...key: readonly string[]) =>
    valuesOf(ran, 'Early action', 'As it is', quantity, ...key).map(digits);
  const electric = (quantity: string, ...key: readonly string[]) =>
    valuesOf(ran, 'Early action', 'Electric ovens', quantity, ...key).map(digits);
  const late = (quantity: string) => valuesOf(ran, 'Late action', 'As it is', quantity).map(digits);

  it('a path grows on after its last year, and a delay shifts it', () => {
    expect(early('demand_index')).toEqual(DEMAND.early.map(digits));
    expect(late('demand_index')).toEqual(DEMAND.late.map(digits));
    expect(early('output', 'bread')).toEqual(DEMAND.early.map((demand) => digits(1200 * demand)));
    expect(early('output', 'pastry')[4]).toBe(digits(300 * 1.1 * 1.02 * 1.02));
  });
  it('base in a path is the value of the company', () => {
    expect(early('electric_share')).toEqual([0.1, 0.1, 0.1, 0.1, 0.1]);
    expect(electric('electric_share')).toEqual(ELECTRIC);
  });
  it('observed years come as observed, the next are joined, the last is the provider’s own', () => {
    expect(early('carbon_price')).toEqual(PRICE.early.map(digits));
    expect(late('carbon_price')).toEqual(PRICE.late.map(digits));
    expect([early('carbon_price')[0], early('carbon_price')[4], late('carbon_price')[4]]).toEqual([
      81.92, 110, 90,
    ]);
  });
  it('gas and emissions: 720 + 270 MWh of heat, nine tenths of it gas, 0.2 t each', () => {
    expect(early('gas_used', 'bread')[0]).toBe(648);
    expect(early('gas_used', 'pastry')[0]).toBe(243);
    expect(early('emissions')[0]).toBe(178.2);
    expect(electric('emissions')[2]).toBe(digits(990 * 1.1 * 0.5 * 0.2));
  });
  it('a formula by element: bread needs all of its heat for steam, what is not named none', () => {
    expect(early('steam_used', 'bread')).toEqual(DEMAND.early.map((demand) => digits(HEAT.bread * demand)));
    expect(early('steam_used', 'pastry')).toEqual([0, 0, 0, 0, 0]);
  });
  it('the year is a number', () => {
    expect(early('oven_age')).toEqual([8, 9, 10, 11, 12]);
  });
  it('a table is read through the attribute of a good; a step holds until its next year', () => {
    expect(early('levy_cost', 'bread').slice(0, 3)).toEqual([0, 0, 5.28]);
    expect(early('levy_cost', 'pastry').slice(0, 3)).toEqual([1.8, 1.89, 1.98]);
  });
  it('a lag starts from its first value', () => {
    const stay = 0.95;
    const [second, third] = [40 * stay + 1, (40 * stay + 1) * stay + 1];
    expect(early('bakers')).toEqual(
      [40, second, third, third * stay + 1, (third * stay + 1) * stay + 1].map(digits),
    );
    expect(electric('bakers').slice(0, 3)).toEqual([40, 41, digits(41 * stay + 3)]);
  });
  it('euros of 2024 become pounds of 2023: deflated, then exchanged', () => {
    // 178.2 t at 80 EUR of 2023, which are 80 x 0.87 GBP of 2023.
    expect(early('carbon_cost')[0]).toBe(digits((178.2 * 80 * 0.87) / 1000));
    expect(early('carbon_cost')[1]).toBe(digits((178.2 * 1.05 * 66 * EURO_2024) / 1000));
  });
  it('a total adds what adds to it over all goods and takes off what is taken from it', () => {
    // Levy 1.8, gas 891 MWh at 40, power 99 MWh at 100, carbon 12.40272, less 2 for heat sold.
    expect(early('baking_cost')[0]).toBe(digits(1.8 + 35.64 + 9.9 + 12.40272 - 2));
    expect(electric('baking_cost')).toEqual(years.map((_, time) => digits(costOfElectricOvens(time) / 1000)));
  });
  it('a sum over the years is one number', () => {
    const sum = years.reduce((total, _, time) => total + costOfElectricOvens(time) / 1000, 0);
    expect(electric('baking_cost_all_years')).toEqual([digits(sum)]);
  });
  it('the register weighs 2025 against the earnings of 2023, 400 thousand', () => {
    const [carbon, flood] = must(whole).register?.rows ?? [];
    const inherent = (990 * 1.1 * 0.9 * 0.2 * at(PRICE.early, 2) * EURO_2024) / 1000;
    expect(digits(carbon?.inherent.amount)).toBe(digits(inherent));
    expect(inherent / 400).toBeGreaterThan(0.03);
    expect(carbon?.inherent).toMatchObject({ impact: { name: 'major', level: 3 }, scenario: 'Early action' });
    expect(carbon?.residual.impact.name).toBe('moderate');
    expect(flood).toMatchObject({ impacts: [], inherent: { impact: { name: 'severe', level: 4 } } });
    // 85 EUR are passed in 2026 (90 x 1.10667 = 99.6), 84.9 in 2025 is not enough; late 90 in 2027.
    expect(carbon?.watch.crossed.map(({ year }) => year)).toEqual([2026, 2027]);
  });
  it('targets: 66.6 t of 90 in 2026, and 30 % electric in 2024, a year already past', () => {
    const found = must(whole).targets.filter(({ strategy }) => strategy === 'Electric ovens');
    const [emissions, share] = found;
    const expected = 990 * 1.1 * 1.02 * 0.3 * 0.2;
    expect(emissions).toMatchObject({ met: true, firstYearMet: 2026, noActualReported: false });
    expect(digits(emissions?.value)).toBe(digits(expected));
    expect(digits(emissions?.gap)).toBe(digits(expected - 90));
    expect(share).toMatchObject({ name: 'emissions_2026', scenario: 'Late action' });
    expect(found.find(({ name }) => name === 'electric_2024')).toMatchObject({
      value: 0.3,
      met: true,
      firstYearMet: 2024,
      noActualReported: true,
    });
  });
  it('demand may be 0.9 to 1.3 in 2027: 2025 moves in proportion, and emissions with it', () => {
    const found = must(whole).sensitivities.find(
      ({ headline, quantity, scenario, strategy, year }) =>
        headline === 'emissions' &&
        quantity === 'demand_index' &&
        scenario === 'Early action' &&
        strategy === 'As it is' &&
        year === 2025,
    );
    const [rise, last] = [at(DEMAND.early, 2) - 1, at(DEMAND.early, 4) - 1];
    expect(digits(found?.low)).toBe(digits(178.2 * (1 - (0.1 * rise) / last)));
    expect(digits(found?.central)).toBe(digits(178.2 * 1.1));
    expect(digits(found?.high)).toBe(digits(178.2 * (1 + (0.3 * rise) / last)));
  });
  it('carbon has no range: its ends are those of the scenarios, 90 and 110 EUR in 2027', () => {
    const found = must(whole).sensitivities.filter(({ quantity }) => quantity === 'carbon_price');
    expect(new Set(found.map(({ from }) => from))).toEqual(new Set(['scenarios']));
    expect(found[0]?.input).toMatchObject({ low: 90, high: 110 });
  });
  it('90 t in 2026 take 59.5 % electric ovens; less demand than 0.9 is not allowed and would not do', () => {
    const found = must(whole).targets.find(
      ({ name, strategy }) => name === 'emissions_2026' && strategy === 'As it is',
    );
    const [share, demand] = found?.closings ?? [];
    const needed = 1 - 90 / (990 * 1.1 * 1.02 * 0.2);
    expect(share).toMatchObject({ quantity: 'electric_share', setBy: 'strategy', outcome: 'meets' });
    expect(Math.abs((share?.needs ?? 0) - needed)).toBeLessThan(1e-8);
    expect(demand).toMatchObject({ quantity: 'demand_index', outcome: 'misses', allowed: [0.9, 1.3] });
    expect(digits(demand?.best)).toBe(digits(178.2 * 0.9));
  });
  it('emissions are a product of seven values, of which two make up each sum', () => {
    const found = must(whole).evidence.find(({ headline }) => headline === 'emissions');
    // Output and heat of bread and of pastry, demand, electric share, factor; pastry's heat, demand and factor are assumed.
    expect(found?.values).toBe(7);
    expect(digits(found?.byCount.assumed)).toBe(digits(3 / 7));
    const weigh = Object.values(found?.byWeight ?? {}).reduce((sum, share) => sum + share, 0);
    expect(digits(weigh)).toBe(1);
    expect(found?.bySpread?.assumed).toBe(1);
  });
  it('what a role sets counts in place of the numbers, and says against what', () => {
    const levy = must(whole).register?.rows.find(({ name }) => name === 'levy');
    expect(levy?.residual).toMatchObject({ impact: { name: 'major' }, derived: { name: 'moderate' } });
    expect(levy?.inherent.derived).toBeUndefined();
    expect(levy?.current?.impact.name).toBe('moderate');
    expect(levy?.tolerance).toMatchObject({ amount: 8, status: 'treated' });
  });
  it('reconciliation: output agrees, gas is 891 of 930 MWh', () => {
    const [output, gas] = must(whole).reconciliation;
    expect(output).toMatchObject({ agrees: true, difference: 0 });
    expect(gas).toMatchObject({ agrees: false, difference: -39 });
    expect(digits(gas?.relative)).toBe(digits(-39 / 930));
  });
});

describe('the engine knows no sector', () => {
  it('what is printed of the bakery speaks of no metal', () => {
    const all = [
      printProgram(program, texts),
      printFindings(must(whole)),
      ...artifacts.map(({ content }) => String(content)),
    ];
    for (const text of all) expect(text).not.toMatch(/alumini?um|ingot|smelt|cbam|CNY/i);
  });
});
