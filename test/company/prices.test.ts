// Carbon prices: the market's where it is known, the provider's from 2035 on, and in between neither jumps.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { near, numberOf, runBoard, SCENARIOS } from './board.ts';

const findings = await runBoard();
const csv = readFileSync(
  new URL('../../scenarios/reference/ngfs-phase5-carbon-price.csv', import.meta.url),
  'utf8',
);

/** What a US dollar of 2010 is in yuan of 2023: deflated in dollars to 2023, then at the rate of 2023. */
const YUAN_PER_DOLLAR_2010 = 1.08861 * 1.13432 * 1.0713 * 1.037 * 7.0846;
/** What a euro of 2024 is in yuan of 2023. */
const YUAN_PER_EURO_2024 = 7.66 / 1.024;

/** The provider's price in US dollars of 2010, linear between its years. */
function published(scenario: string, region: string, year: number): number {
  const points = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
    .filter((cells) => cells[1] === scenario && cells[2] === region)
    .map((cells) => [Number(cells[5]), Number(cells[6])] as const);
  const after = points.findIndex(([at]) => at >= year);
  const [to = [0, 0], from = to] = [points[after], points[after - 1]];
  return to[0] === year ? to[1] : from[1] + ((to[1] - from[1]) * (year - from[0])) / (to[0] - from[0]);
}

const PRICES = [
  {
    quantity: 'eu_price',
    region: 'OECD & EU (R5)',
    perDollar: YUAN_PER_DOLLAR_2010 / YUAN_PER_EURO_2024,
    // Nominal euros of each year, in euros of 2024: 2.4 % on 2023, 2.1 % and 2 % off.
    observed: { 2023: 84.6 * 1.024, 2024: 66.47, 2025: 74.29 / 1.021, 2026: 77.08 / (1.021 * 1.02) },
  },
  {
    quantity: 'china_ets_price',
    region: 'Asia (R5)',
    perDollar: YUAN_PER_DOLLAR_2010,
    observed: {
      2023: 68.15,
      2024: 95.96 / 0.992,
      2025: 62.36 / (0.992 * 0.99),
      2026: 73.92 / (0.992 * 0.99),
    },
  },
];

describe.each(PRICES)('$quantity', ({ quantity, region, perDollar, observed }) => {
  const price = (scenario: string, year: number): number =>
    numberOf(findings, scenario, 'No action', quantity, year);

  it.each(SCENARIOS)('%s: observed years are as observed', (scenario) => {
    for (const [year, value] of Object.entries(observed))
      expect(near(price(scenario, Number(year)), value), `${year}: ${price(scenario, Number(year))}`).toBe(
        true,
      );
  });

  it.each(SCENARIOS)('%s: from 2035 on the provider’s own', (scenario) => {
    for (let year = 2035; year <= 2050; year++)
      expect(near(price(scenario, year), published(scenario, region, year) * perDollar), String(year)).toBe(
        true,
      );
  });

  it.each(SCENARIOS)('%s: from 2027 to 2034 the ratio of 2026 fades to 1', (scenario) => {
    const ratio = observed[2026] / (published(scenario, region, 2026) * perDollar);
    for (let year = 2027; year <= 2034; year++) {
      const fading = 1 + ((ratio - 1) * (2035 - year)) / (2035 - 2026);
      const expected = published(scenario, region, year) * perDollar * fading;
      expect(near(price(scenario, year), expected, 1e-11), String(year)).toBe(true);
    }
  });

  it.each(SCENARIOS)('%s: the provider’s own path is kept beside the spliced one', (scenario) => {
    const series = findings.series.find((one) => one.quantity === quantity && one.scenario === scenario);
    expect(series?.observedUntil).toBe(2026);
    expect(series?.published?.years).toEqual(findings.years.filter((year) => year >= 2025));
    expect(near(series?.published?.values[0] ?? 0, published(scenario, region, 2025) * perDollar)).toBe(true);
    expect(series?.proxy).toContain(region);
  });

  it('is the same in both strategies: the world does not ask what the company does', () => {
    for (const scenario of SCENARIOS)
      for (const year of findings.years)
        expect(numberOf(findings, scenario, 'Committed plan', quantity, year)).toBe(price(scenario, year));
  });
});

it('Net Zero 2050 in 2030: above the market of 2026, far below the provider', () => {
  const price = numberOf(findings, 'Net Zero 2050', 'No action', 'eu_price', 2030);
  const ours =
    (published('Net Zero 2050', 'OECD & EU (R5)', 2030) * YUAN_PER_DOLLAR_2010) / YUAN_PER_EURO_2024;
  expect(price).toBeGreaterThan(77.08 / (1.021 * 1.02));
  expect(price).toBeLessThan(ours);
  expect(ours).toBeGreaterThan(300);
});
