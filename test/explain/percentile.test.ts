// The draw behind a percentile: the percentile is that of the pack, the draw is the nearest to it, and all of its numbers come out of its
// own leaves.

import { describe, expect, it } from 'vitest';
import { type Explanation, explanationText } from '../../src/explain/index.ts';
import { load } from '../../src/load/index.ts';
import type { Sources } from '../../src/load/types.ts';
import { compute, type Drawing, runWithDraws } from '../../src/pipeline.ts';
import { explain, explainPercentile, type PercentileQuestion } from '../../src/questions.ts';
import { deviates, workerHere } from '../../src/simulate/index.ts';
import { sourcesOf } from '../kit/memory.ts';
import { WORKS } from '../kit/uncertain.ts';
import { naive } from './naive.ts';

const here = (): Drawing => ({ deviates, workers: [workerHere(deviates)] });
const works = sourcesOf(new Map(Object.entries(WORKS)), 'study.yaml');

/** A bakery with a register, whose ranges are drawn. */
async function drawnBakery(): Promise<Sources> {
  const cwd = new URL('../golden/project/', import.meta.url).pathname;
  const { value } = await load(['scenarios/bakery/study.yaml'], { cwd });
  const files = [...value.files].map(([path, file]) => {
    const drawn = `${file.text}\nuncertainty: { draws: 500, seed: 7, ranges: uniform }\n`;
    return [path, path.endsWith('bakery/study.yaml') ? { ...file, text: drawn } : file] as const;
  });
  return { ...value, files: new Map(files) };
}
const bakery = await drawnBakery();

async function explained(
  sources: Sources,
  question: PercentileQuestion,
  language?: 'zh',
): Promise<Explanation> {
  const { value, diagnostics } = await explainPercentile(sources, [], question, here(), language);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return value;
}

/** The root from the leaves that the explanation names, by the formulas that it shows. */
function recomputed(sources: Sources, { root, numbers }: Explanation): number {
  const { run, study } = compute(sources, []).value ?? {};
  if (run === undefined || study === undefined) throw new Error('the study does not run');
  const { years, baseYear } = study;
  const { quantities, sets } = run.program;
  const declared = {
    years,
    baseYear,
    quantities: new Map([...quantities].map(([name, { sets, over }]) => [name, { sets, over }])),
    sets: new Map(
      [...sets].map(([name, { elements }]) => [
        name,
        new Map(elements.map(({ id, attributes }) => [id, attributes])),
      ]),
    ),
  };
  return naive(declared, numbers, (id) => numbers.get(id)?.inBaseUnits ?? Number.NaN)(root);
}

describe('the draw behind a percentile', () => {
  it('is the one nearest to the percentile that the pack shows, in every scenario', async () => {
    const { value: findings } = await runWithDraws(works, [], here());
    const [series] = findings?.uncertainty?.series ?? [];
    if (findings?.uncertainty === undefined || series === undefined) throw new Error('no draws');
    for (const { scenario, years, distributions } of findings.uncertainty.series)
      for (const [at, percentile] of [5, 25, 50, 75, 95].entries()) {
        const year = 2026;
        const shown = distributions[years.indexOf(year)]?.percentiles[at];
        const told = await explained(works, { quantity: 'cost', year, scenario, percentile });
        const { value, between, draw, draws, seed, alike } = told.drawn ?? {};
        expect([value, draws, seed, alike]).toEqual([shown, 1000, 2026, false]);
        const [below, above] = between ?? [];
        expect(below?.value).toBeLessThanOrEqual(value ?? Number.NaN);
        expect(above?.value).toBeGreaterThanOrEqual(value ?? Number.NaN);
        const root = told.numbers.get(told.root);
        expect([below, above]).toContainEqual({ draw, value: root?.value });
        expect(Object.is(recomputed(works, told), root?.inBaseUnits)).toBe(true);
      }
  });

  it('at either end is the lowest and the highest of all draws', async () => {
    const all = await Promise.all(
      [0, 100].map((percentile) => explained(works, { quantity: 'cost', year: 2030, percentile })),
    );
    const [lowest, highest] = all.map(({ drawn }) => drawn);
    expect(lowest?.between[0]).toEqual(lowest?.between[1]);
    expect(lowest?.value).toBeLessThan(highest?.value ?? Number.NaN);
    const middle = await explained(works, { quantity: 'cost', year: 2030, percentile: 37.5 });
    expect(middle.drawn?.value).toBeGreaterThan(lowest?.value ?? Number.NaN);
    expect(middle.drawn?.value).toBeLessThan(highest?.value ?? Number.NaN);
  });

  it('stands beside the central case, each number that differs and no other', async () => {
    const question = { quantity: 'cost', year: 2030 };
    const central = explain(works, [], question).value;
    const { numbers } = await explained(works, { ...question, percentile: 95 });
    expect([...numbers.keys()]).toEqual([...(central?.numbers.keys() ?? [])]);
    const moved = [...numbers].filter(([, number]) => number.central !== undefined);
    expect(moved.length).toBeGreaterThan(5);
    for (const [id, number] of numbers) {
      const was = central?.numbers.get(id);
      expect([id, number.central]).toEqual([id, was?.value === number.value ? undefined : was?.value]);
    }
    const price = [...numbers.values()].find(({ quantity }) => quantity === 'carbon_price');
    expect(price?.given?.spread).toContain('mean_reverting');
    expect(price?.central).not.toBe(price?.value);
    // What is the same in all draws is not said to be drawn.
    expect([...numbers.values()].find(({ quantity }) => quantity === 'power_use')?.central).toBeUndefined();
  });

  it('of rows of the register and of sums over elements is that of what the pack shows', async () => {
    const { value: findings } = await runWithDraws(bakery, [], here());
    const { register = [], series = [] } = findings?.uncertainty ?? {};
    const moving = register.filter(({ amount }) => amount.percentiles[0] !== amount.percentiles[4]);
    expect(moving.length).toBeGreaterThan(1);
    for (const { row, scenario, strategy, amount } of moving) {
      const told = await explained(bakery, {
        quantity: `register.${row}`,
        scenario,
        strategy,
        percentile: 95,
      });
      expect([row, told.drawn?.value]).toEqual([row, amount.percentiles[4]]);
    }
    const [one] = series;
    const { sets = [] } = compute(bakery, []).value?.run.program.quantities.get(one?.quantity ?? '') ?? {};
    const item = sets.length === 0 ? undefined : 'all';
    const { quantity = '', scenario, strategy, years = [], distributions = [] } = one ?? {};
    const question = { quantity, item, year: years[0], scenario, strategy, percentile: 25 };
    expect((await explained(bakery, question)).drawn?.value).toBe(distributions[0]?.percentiles[1]);
  });

  it('says where nothing uncertain is behind a number', async () => {
    const told = await explained(works, { quantity: 'production', item: 'rods', percentile: 95 });
    expect(told.drawn).toMatchObject({ alike: true, value: 3000 });
    const lines = explanationText(told, 2).map(({ text }) => text);
    expect(lines).toContain('the same in all 1,000 draws: nothing uncertain is behind it');
  });

  it('as text names percentile, draw and seed, and the central case beside each number', async () => {
    const text = async (language?: 'zh') => {
      const told = await explained(works, { quantity: 'cost', year: 2030, percentile: 95 }, language);
      return explanationText(told, 3, language).map(({ stem, text: words }) => stem + words);
    };
    const english = await text();
    expect(english[2]).toMatch(
      /^P95 of 1,000 draws, seed 2026: [\d.]+ MCNY_2023\. Below is draw \d+, the nearest to it, beside the central case\.$/,
    );
    expect(english.join('\n')).toMatch(/^cost = [\d.]+ MCNY_2023 {2}\(central [\d.]+ MCNY_2023\)$/m);
    expect(english.join('\n')).toContain('drawn from the spread mean_reverting');
    const chinese = await text('zh');
    expect(chinese[2]).toMatch(
      /^1,000 次抽样（种子 2026）的 P95：[\d.]+ MCNY_2023。以下为与之最接近的一次抽样（编号 \d+），并附中心值。$/,
    );
    expect(chinese.join('\n')).toMatch(/，中心值 [\d.]+ MCNY_2023/);
  });

  it('cannot be asked for where a study takes no draws, or of what is not there', async () => {
    const without = sourcesOf(
      new Map(
        Object.entries(WORKS).map(([path, text]) => [
          path,
          text.replace(/^uncertainty:\n(?: {2}.*\n)+/m, ''),
        ]),
      ),
      'study.yaml',
    );
    const codes = async (sources: Sources, question: PercentileQuestion) =>
      (await explainPercentile(sources, [], question, here())).diagnostics.map(({ code }) => code);
    expect(await codes(without, { quantity: 'cost', percentile: 95 })).toEqual(['run/draws']);
    expect(await codes(works, { quantity: 'costs', percentile: 95 })).toEqual(['explain/quantity']);
  });
});
