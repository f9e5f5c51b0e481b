// A headline speaks of no more years, scenarios and strategies than its chart shows, or it names them: in every kind, and on the slide that
// tells the findings of all charts.
import { describe, expect, test } from 'vitest';
import { summary } from '../../src/render/deck/summary.ts';
import { kinds } from '../../src/render/index.ts';
import { CURVE, chart, findings, SCENARIOS, STRATEGIES } from './fixture.ts';
import { headline, withValues } from './headline.ts';

const { years: YEARS } = findings;
const WINDOWS = YEARS.filter((year) => year % 3 === 0).flatMap((from) =>
  YEARS.filter((year) => year > from && year % 4 === 1).map((to) => [from, to] as const),
);
const within = (from: number, to: number): readonly number[] =>
  YEARS.filter((year) => from <= year && year <= to);

/** Waves that are nowhere twice as high. */
const wave =
  (start: number) =>
  (_: unknown, year: number): number =>
    20 + 9 * Math.sin(year + start) + (year % 7) / 100;

describe('an extreme of fewer years than the study has', () => {
  test('names the last year where a larger one comes later', () => {
    const [short, whole] = [
      chart('calendar', ['cbam_cash'], { years: within(2026, 2029) }),
      chart('calendar', ['cbam_cash']),
    ];
    expect(headline(short)).toContain('; the largest up to 2029 is ');
    expect(headline(short, findings, 'zh')).toContain('；截至 2029 年最大一笔在 ');
    expect(headline(whole)).toMatch(/: the first falls in .*; the largest is /);
  });

  test('names the first year where something came before it, and says of zeros in which years', () => {
    const late = chart('calendar', ['cbam_cash'], { years: within(2035, 2050) });
    expect(headline(late)).toContain(': the first from 2035 on falls in ');
    const early = chart('calendar', ['cbam_cash'], { years: within(2023, 2024) });
    expect(headline(early)).toBe('Cash for certificates: nothing in any year up to 2024');
    const gap = withValues('cbam_cost', (_, year) => (year === 2040 ? 5 : 0));
    expect(headline(chart('items', ['cbam_cost'], { years: within(2023, 2030) }), gap)).toMatch(
      /is zero in every case and year up to 2030$/,
    );
  });

  test.each([0, 1, 2, 3, 4])('is else one of all years: wave %i', (start) => {
    for (const quantity of ['cbam_cash', 'cbam_cost']) {
      const kind = quantity === 'cbam_cash' ? 'calendar' : 'items';
      const found = withValues(quantity, wave(start));
      const height = (year: number): number => wave(start)(undefined, year);
      const highest = YEARS.reduce((best, year) => (height(year) > height(best) ? year : best));
      for (const [from, to] of WINDOWS) {
        const said = headline(chart(kind, [quantity], { years: within(from, to) }), found);
        const year = /(?:; the largest is|^CBAM certificates peaks at) .*? in .*?(\d{4})/.exec(said)?.[1];
        if (year !== undefined) expect(Number(year), `${from} to ${to}: ${said}`).toBe(highest);
        // What is said of the last year alone is no extreme.
        else if (!said.startsWith(`CBAM certificates in ${to}: `))
          expect(said).toMatch(/: the highest|the largest (?:up to|from)/);
      }
    }
  });
});

const REQUESTS = [
  ...findings.charts.filter(({ name }) => name !== 'transition-cost-net-zero'),
  { ...CURVE, strategies: STRATEGIES.map(({ name }) => name) },
];
const SOME = [
  { scenarios: ['Net Zero 2050'], strategies: [] },
  { scenarios: ['Net Zero 2050', 'Current Policies'], strategies: [] },
  { scenarios: [], strategies: ['Committed plan'] },
  { scenarios: ['Current Policies'], strategies: ['No action'] },
];

describe('a chart of some of the scenarios or strategies', () => {
  test.each(REQUESTS)('$name says of which', (request) => {
    for (const some of SOME) {
      const { subtitle, cases, headline } =
        kinds[request.kind]?.build({ ...request, ...some }, findings, 'en') ?? {};
      // The map of risks has its own two strategies.
      if (request.kind === 'heat_map') continue;
      const asked = [...some.scenarios, ...some.strategies];
      // What moves a quantity, and what spreads it, is asked in one of the cases.
      const named = ['tornado', 'drivers'].includes(request.kind) ? asked.slice(0, 1) : asked;
      for (const name of named) {
        expect(subtitle).toContain(name);
        expect(cases).toContain(name);
      }
      if (some.scenarios.length > 0) expect(headline).not.toMatch(/every (?:scenario|case)(?! shown)/);
      if (some.strategies.length > 0)
        expect(headline).not.toMatch(/every (?:strategy|case)(?! shown)|^No strategy (?!shown)/i);
    }
  });

  test('counts those that are many, and those that found no room', () => {
    const many = Array.from({ length: 8 }, (_, index) => ({
      ...SCENARIOS[0],
      ...SCENARIOS[index],
      name: SCENARIOS[index]?.name ?? `World ${index}`,
      title: SCENARIOS[index]?.title ?? { en: `World ${index}`, zh: `世界${index}` },
    })) as typeof SCENARIOS;
    const found = { ...findings, scenarios: many };
    const all = many.map(({ name }) => name);
    const asked = kinds.stacks?.build(
      chart('stacks', ['scope1'], { scenarios: all.slice(0, 6) }),
      found,
      'en',
    );
    expect(asked?.subtitle).toContain('4 of 8 scenarios');
    expect(asked?.notes.join(' ')).toContain('Not drawn: ');
    expect(
      kinds.paths?.build(chart('paths', ['eu_price'], { scenarios: all.slice(0, 6) }), found, 'zh').subtitle,
    ).toContain('8 个情景中的 6 个');
  });
});

test.each([
  'en',
  'zh',
] as const)('the summary in %s says of each finding which cases it is of', (language) => {
  const requests = REQUESTS.map((request) => ({ ...request, strategies: ['Committed plan'] }));
  const charts = requests.flatMap((request) => {
    const picture = kinds[request.kind]?.build(request, findings, language);
    return picture === undefined ? [] : [{ request, picture }];
  });
  const context = { findings, charts, language, study: 'study.yaml', toPng: undefined };
  const [slide] = summary.build(context);
  const list = slide?.blocks.find((block) => block.kind === 'text' && block.bullets);
  if (list?.kind !== 'text') throw new Error('no findings on the summary');
  expect(list.paragraphs.length).toBeGreaterThan(3);
  for (const runs of list.paragraphs) {
    const said = runs.map((run) => run.text).join('');
    const own = charts.filter(({ picture }) => said.startsWith(picture.headline.slice(0, 30)));
    expect(own.some(({ picture }) => said.endsWith(` · ${picture.cases}`))).toBe(true);
  }
});
