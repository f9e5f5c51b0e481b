// The register of the fixture: eleven rows after the company's own TCFD table.
import type { RegisterFinding, RegisterRow } from '../../src/analyse/index.ts';

const IMPACTS = ['minor', 'moderate', 'major', 'severe', 'critical'];
const LIKELIHOODS = ['rare', 'unlikely', 'possible', 'likely', 'almost_certain'];

type Levels = readonly [likelihood: number, impact: number];

function row(
  name: string,
  en: string,
  zh: string,
  type: string,
  before: Levels,
  after: Levels,
  year: number,
  more: Partial<RegisterRow> = {},
): RegisterRow {
  const side = ([likelihood, impact]: Levels) => ({
    likelihood: { name: LIKELIHOODS[likelihood - 1] ?? '', level: likelihood },
    impact: { name: IMPACTS[impact - 1] ?? '', level: impact },
    amount: impact * 37.5,
    scenario: 'Net Zero 2050',
  });
  return {
    name,
    title: { en, zh },
    kind: 'risk',
    type,
    cause: `What drives ${en}`,
    event: 'It happens',
    consequence: 'Higher cost | lower margin',
    horizon: year === 2026 ? 'short' : year === 2030 ? 'medium' : 'long',
    year,
    drivenBy: ['cbam_cost'],
    impacts: [
      { scenario: 'Net Zero 2050', inherent: before[1] * 37.5, residual: after[1] * 37.5 },
      { scenario: 'Current Policies', inherent: before[1] * 11, residual: after[1] * 9 },
    ],
    inherent: side(before),
    residual: side(after),
    worseAfterResponse: more.kind !== 'opportunity' && after[1] > before[1],
    likelihoodBecause: 'declared judgement',
    response: { strategy: 'Committed plan', says: 'Raise the share of green metal' },
    owner: 'head of sales',
    watch: {
      quantity: 'eu_price',
      trigger: '>= 110 EUR_2024/tCO2e',
      then: 'reprice EU contracts',
      unit: 'EUR_2024/tCO2e',
      now: [
        { scenario: 'Net Zero 2050', value: 78.4 },
        { scenario: 'Current Policies', value: 78.4 },
      ],
      crossed: [
        { scenario: 'Net Zero 2050', year: 2028 },
        { scenario: 'Current Policies', year: undefined },
      ],
    },
    evidence: 'medium',
    at: { file: 'scenarios/innovation-new-material/register.yaml', line: 20 },
    drivers: [],
    linkedTo: [],
    actions: [],
    ...more,
  };
}

const judged = { notQuantified: 'no figures are published', impacts: [], drivenBy: [] };
const opportunity = { kind: 'opportunity' as const };

export const register: RegisterFinding = {
  title: 'Climate risks and opportunities',
  inherent: 'No action',
  residual: 'Committed plan',
  impactBands: IMPACTS,
  likelihoodBands: LIKELIHOODS,
  impactBounds: [0, 0.01, 0.03, 0.07, 0.15],
  likelihoodBounds: [0, 0.05, 0.2, 0.5, 0.8],
  impactOf: { quantity: 'ebitda', value: 1918, unit: 'MCNY_2023' },
  unit: 'MCNY_2023',
  issues: [],
  uncoveredAbove: 0.01,
  uncovered: [],
  rows: [
    row(
      'china_ets',
      'Carbon price at home reaches smelters and their power',
      '国内碳价传导至电解铝及其用电',
      'policy and legal',
      [4, 5],
      [4, 4],
      2030,
    ),
    row('cbam', 'EU border carbon cost', '欧盟碳边境成本', 'policy and legal', [4, 2], [4, 1], 2030),
    row(
      'technology',
      'Clean technology must be bought',
      '被迫购置清洁技术',
      'technology',
      [4, 1],
      [4, 2],
      2030,
    ),
    row('market', 'Customers ask for low-carbon metal', '客户要求低碳金属', 'market', [4, 4], [2, 2], 2030),
    row(
      'reputation',
      'Acts that do not fit the green philosophy',
      '与绿色理念不符的行为',
      'reputation',
      [2, 3],
      [2, 2],
      2026,
      judged,
    ),
    row('floods', 'Floods and typhoons stop plants', '洪水和台风致停产', 'acute', [3, 3], [3, 2], 2030),
    row(
      'drought',
      'Drought idles hydropower metal in Yunnan',
      '云南干旱致水电铝停产',
      'acute',
      [4, 2],
      [4, 3],
      2030,
    ),
    row(
      'heat',
      'Heat raises cooling and maintenance cost',
      '高温推高冷却与维护成本',
      'chronic',
      [4, 1],
      [4, 1],
      2050,
    ),
    row(
      'recycling',
      'Recycling agreements and greener alloys',
      '回收协议与更绿色合金',
      'products and services',
      [3, 2],
      [4, 3],
      2030,
      opportunity,
    ),
    row(
      'green_demand',
      'Demand for green aluminium alloys',
      '绿色铝合金需求',
      'markets',
      [3, 3],
      [4, 4],
      2030,
      opportunity,
    ),
    row(
      'efficiency',
      'Energy-saving upgrades',
      '节能改造',
      'resource efficiency',
      [5, 1],
      [5, 2],
      2026,
      opportunity,
    ),
  ],
};
