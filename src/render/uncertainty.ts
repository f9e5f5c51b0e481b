// uncertainty.md and uncertainty.csv: what the draws say, each number with its standard error.
import type { Chance, Distribution, Findings, SobolIndex, UncertaintyFinding } from '../analyse/index.ts';
import { amountBelow, headUnit } from './amounts.ts';
import { bandName } from './charts/bands.ts';
import { distinct } from './charts/data.ts';
import { fixed, short } from './charts/numbers.ts';
import { briefUnit, declared, percentSign } from './charts/units.ts';
import { csv } from './csv.ts';
import { markdown, markdownPage, markdownTable } from './markdown.ts';
import { conditionWords, itemName, quantityName, scenarioName, strategyName } from './names.ts';
import { PERCENTILES } from './results-rows.ts';
import { type Language, named, plain, say } from './wording.ts';

/** `12.3 ± 0.4`: the standard error to the digits that count. */
const withError = (value: number, error: number, digits = 4): string =>
  error > 0 ? `${short(value, digits)} ± ${short(error, 2)}` : short(value, digits);

function amountWithError({ mean, meanError }: Distribution, unit: string, language: Language): string {
  if (language === 'en') return withError(mean, meanError);
  const { factor, name } = declared(unit, mean, language);
  return withError(mean / factor, meanError / factor) + briefUnit(name, language);
}

const percent = (share: number, language: Language): string => fixed(share * 100, 1) + percentSign(language);
const chanceText = ({ chance, error }: Chance, language: Language): string =>
  percent(chance, language) + (error > 0 ? ` ± ${fixed(error * 100, 1)}` : '');

const titleOf = (findings: Findings, quantity: string, language: Language): string => {
  const title = findings.quantities.get(quantity)?.title;
  return title === undefined ? quantity : named(title, language);
};

function introduction(found: UncertaintyFinding, language: Language): string {
  const { draws, inputs, seed, sampling, exact } = found;
  const how = {
    plain: say(language, 'plain draws', '简单随机抽样'),
    latin_hypercube: say(
      language,
      'a Latin hypercube, stratified over the whole run, so the standard errors stated are upper bounds',
      '拉丁超立方抽样（对全部抽样分层，因此所列标准误为上限）',
    ),
    sobol: say(
      language,
      'Sobol sequences, so the standard errors stated are upper bounds',
      '索博尔序列（所列标准误为上限）',
    ),
  }[sampling];
  const percentiles = exact
    ? say(language, 'Percentiles are those of the draws.', '分位数为抽样的精确分位数。')
    : say(
        language,
        'Percentiles and expected shortfall come from bins: the errors of percentiles include the width of a bin, and expected shortfall is that of the draws to within that width.',
        '分位数与预期尾部均值由分组得出：分位数的误差含组距，尾部均值与抽样相差不超过一个组距。',
      );
  return markdown(
    say(
      language,
      `${fixed(draws, 0)} draws of ${inputs} uncertain inputs, seed ${seed}, ${how}; the same draws in every scenario with every strategy. ${percentiles} Behind ± stands one standard error. Expected shortfall is the mean of the worst 5 % of draws at either end.`,
      `${inputs} 项不确定输入，${fixed(draws, 0)} 次抽样，种子 ${seed}，${how}；各情景与策略使用相同抽样。${percentiles}“±”后为一个标准误。预期尾部均值为两端各 5% 抽样的均值。`,
    ),
  );
}

function headlineTables(
  findings: Findings,
  found: UncertaintyFinding,
  language: Language,
): readonly string[] {
  const head = [
    say(language, 'Scenario', '情景'),
    say(language, 'Strategy', '策略'),
    say(language, 'Year', '年份'),
    say(language, 'Central', '中心值'),
    say(language, 'Mean', '均值'),
    ...PERCENTILES,
    say(language, 'Shortfall low', '低端尾部均值'),
    say(language, 'Shortfall high', '高端尾部均值'),
  ];
  const horizons = distinct(Object.values(findings.horizons));
  const row = (one: Distribution, factor: number): readonly string[] => [
    withError(one.mean / factor, one.meanError / factor),
    ...one.percentiles.map((value, index) =>
      withError(value / factor, (one.percentileErrors[index] ?? 0) / factor),
    ),
    short(one.lowTail / factor, 4),
    short(one.highTail / factor, 4),
  ];
  return distinct(findings.headlines.map(({ quantity }) => quantity)).flatMap((quantity) => {
    const own = found.series.filter((series) => series.quantity === quantity);
    const [first] = own;
    if (first === undefined) return [];
    const largest = own.flatMap(({ central, distributions }) => [
      ...central,
      ...distributions.flatMap(({ percentiles }) => percentiles),
    ]);
    const { factor, name: unit } = declared(first.unit, Math.max(...largest.map(Math.abs)), language);
    const title = titleOf(findings, quantity, language);
    const rows = own.flatMap(({ scenario, strategy, years, central, distributions }) =>
      years.flatMap((year, index) => {
        const one = distributions[index];
        const shown = years.length === 1 || horizons.includes(year);
        return one === undefined || !shown
          ? []
          : [
              [
                scenarioName(scenario, findings, language),
                strategyName(strategy, findings, language),
                String(year),
                short((central[index] ?? 0) / factor, 4),
                ...row(one, factor),
              ],
            ];
      }),
    );
    return [
      `### ${markdown(unit === '' ? title : title + say(language, ', ', '，') + unit)}`,
      markdownTable(head, rows),
    ];
  });
}

function targetTable(findings: Findings, found: UncertaintyFinding, language: Language): string {
  const titles = new Map(findings.targets.map(({ name, item, title }) => [`${name} ${item}`, title]));
  const rows = distinct(found.targets.map(({ target, item }) => `${target} ${item}`)).flatMap((key) =>
    findings.strategies.map(({ name: strategy }) => {
      const title = titles.get(key);
      const of = (scenario: string): string => {
        const one = found.targets.find(
          (each) =>
            `${each.target} ${each.item}` === key && each.strategy === strategy && each.scenario === scenario,
        );
        return one === undefined ? '' : chanceText(one, language);
      };
      return [
        title === undefined ? key : named(title, language),
        strategyName(strategy, findings, language),
        ...findings.scenarios.map(({ name }) => of(name)),
      ];
    }),
  );
  const head = [
    say(language, 'Target', '目标'),
    say(language, 'Strategy', '策略'),
    ...findings.scenarios.map(({ title }) => named(title, language)),
  ];
  return rows.length === 0 ? '' : markdownTable(head, rows);
}

function registerTable(findings: Findings, found: UncertaintyFinding, language: Language): string {
  const { register } = findings;
  if (register === undefined) return '';
  const sides = [
    [register.inherent, say(language, 'before', '应对前')],
    [register.residual, say(language, 'after', '应对后')],
  ] as const;
  const rows = register.rows.flatMap((row) =>
    found.register.flatMap((one) => {
      const side = sides.find(([strategy]) => strategy === one.strategy);
      if (one.row !== row.name || side === undefined) return [];
      return [
        [
          named(row.title, language),
          scenarioName(one.scenario, findings, language),
          side[1],
          amountWithError(one.amount, register.unit, language),
          amountBelow(one.amount.percentiles[0] ?? 0, register.unit, language, 4),
          amountBelow(one.amount.percentiles.at(-1) ?? 0, register.unit, language, 4),
          ...one.reaching.slice(1).map((chance) => chanceText(chance, language)),
        ],
      ];
    }),
  );
  const unit = headUnit(register.unit, language);
  const head = [
    say(language, 'Risk or opportunity', '风险或机遇'),
    say(language, 'Scenario', '情景'),
    say(language, 'Response', '应对'),
    say(language, `Mean, ${unit}`, `均值，${unit}`),
    'P5',
    'P95',
    ...register.impactBands
      .slice(1)
      .map(
        (band, index) =>
          `${bandName(band, language)} ≥ ${percent(register.impactBounds[index + 1] ?? 0, language)}`,
      ),
  ];
  return rows.length === 0 ? '' : markdownTable(head, rows);
}

const indexText = (share: number, error: number, language: Language): string =>
  `${percent(share, language)} ± ${fixed(error * 100, 1)}`;

function driverTables(findings: Findings, found: UncertaintyFinding, language: Language): readonly string[] {
  const head = [
    say(language, 'Input', '输入'),
    say(language, 'Alone', '单独解释'),
    say(language, 'With all it acts through', '含交互作用'),
  ];
  const both = ({ first, firstError, total, totalError }: SobolIndex): readonly string[] => [
    indexText(first, firstError, language),
    indexText(total, totalError, language),
  ];
  return found.drivers.flatMap(({ headline, scenario, strategy, year, drivers, assumed }) => {
    if (drivers.every(({ total }) => total === 0)) return [];
    const rows = drivers
      .filter(({ total, totalError }) => total > 2 * totalError || total > 0.01)
      .map((driver) => [
        named(driver.title, language) +
          (driver.input !== '' && driver.together.length > 1
            ? say(
                language,
                ` (with ${driver.together.filter((name) => name !== driver.input).join(', ')})`,
                `（与 ${driver.together
                  .filter((name) => name !== driver.input)
                  .map((name) => quantityName(name, findings, language))
                  .join('、')} 一起）`,
              )
            : ''),
        ...both(driver),
      ]);
    return [
      `### ${markdown(`${say(language, `${titleOf(findings, headline, language)}, ${year}: `, `${titleOf(findings, headline, language)}，${year} 年：`)}${[scenarioName(scenario, findings, language), strategyName(strategy, findings, language)].join(say(language, ', ', '，'))}`)}`,
      markdownTable(head, [
        ...rows,
        [say(language, 'all inputs with assumed values', '全部假设输入'), ...both(assumed)],
      ]),
    ];
  });
}

/** Shifts that sampling does not explain and a reader would notice. */
function shiftLines(findings: Findings, found: UncertaintyFinding, language: Language): string {
  return found.shifts
    .filter(
      ({ mean, central, meanError }) =>
        Math.abs(mean - central) > 2 * meanError && Math.abs(mean - central) > 0.005 * Math.abs(central),
    )
    .map((shift) => {
      const { headline, scenario, strategy, year, unit, mean, central, asymmetry, inputs } = shift;
      const of = declared(unit, Math.max(Math.abs(mean), Math.abs(central)), language);
      const amount = (value: number, digits: number): string => short(value / of.factor, digits);
      const bent = withError(shift.curvature / of.factor, shift.curvatureError / of.factor, 3);
      const names = inputs
        .map(
          ({ input, title, item, shift: own }) =>
            `${named(title, language)}${item === '' ? '' : ` [${itemName(input, item, findings, language)}]`} ${amount(own, 3)}`,
        )
        .join(say(language, ', ', '、'));
      return `- ${markdown(
        say(
          language,
          `${titleOf(findings, headline, language)} in ${year} (${scenario}, ${strategy}): the mean of ${amount(mean, 4)} ${of.name} is ${amount(mean - central, 3)} off the central ${amount(central, 4)}: ${amount(asymmetry, 3)} since some spreads reach further to one side (${names}), ${bent} since the models bend.`,
          `${titleOf(findings, headline, language)}（${year} 年，${scenarioName(scenario, findings, language)}，${strategyName(strategy, findings, language)}）：均值 ${amount(mean, 4)} ${of.name}，较中心值 ${amount(central, 4)} 偏离 ${amount(mean - central, 3)}：其中 ${amount(asymmetry, 3)} 来自不对称分布（${names}），${bent} 来自模型非线性。`,
        ),
      )}`;
    })
    .join('\n');
}

function checkTable(findings: Findings, found: UncertaintyFinding, language: Language): string {
  const rows = found.checks.map(({ name, scenario, strategy, ...check }) => [
    conditionWords({ name, scenario, strategy, ...check }, language),
    plain(name),
    scenarioName(scenario, findings, language),
    strategyName(strategy, findings, language),
    chanceText(check, language),
  ]);
  const head = [
    say(language, 'What does not hold', '突破的条件'),
    say(language, 'Check', '检查'),
    say(language, 'Scenario', '情景'),
    say(language, 'Strategy', '策略'),
    say(language, 'Draws that break it', '不满足的抽样占比'),
  ];
  return rows.length === 0 ? '' : markdownTable(head, rows);
}

/** The draws to read. */
export function uncertaintyMarkdown(
  findings: Findings,
  found: UncertaintyFinding,
  language: Language,
): string {
  const part = (title: string, ...blocks: readonly string[]): readonly string[] =>
    blocks.every((block) => block === '') ? [] : [`## ${title}`, ...blocks];
  return markdownPage([
    `# ${say(language, 'Uncertainty', '不确定性')}`,
    introduction(found, language),
    ...part(
      say(language, 'Chance of meeting each target', '达成各目标的概率'),
      targetTable(findings, found, language),
    ),
    ...part(say(language, 'Headlines', '主要指标'), ...headlineTables(findings, found, language)),
    ...part(
      say(language, 'Chance that each risk reaches a band', '各风险达到各影响等级的概率'),
      registerTable(findings, found, language),
    ),
    ...part(
      say(language, 'Why means leave the central case', '均值为何偏离中心情形'),
      shiftLines(findings, found, language),
    ),
    ...part(
      say(language, 'What the spread comes from (Sobol indices)', '不确定性的来源（索博尔指数）'),
      ...driverTables(findings, found, language),
    ),
    ...part(
      say(language, 'Checks that some draws break', '部分抽样不满足的检查'),
      checkTable(findings, found, language),
    ),
  ]);
}

/** Every headline, year and statistic, one line each. */
export function uncertaintyCsv({ series }: UncertaintyFinding): string {
  const head = ['scenario', 'strategy', 'quantity', 'unit', 'year', 'statistic', 'value', 'standard_error'];
  const rows = series.flatMap(({ scenario, strategy, quantity, unit, years, central, distributions }) =>
    years.flatMap((year, index) => {
      const one = distributions[index];
      if (one === undefined) return [];
      const line = (statistic: string, value: number | undefined, error?: number) => [
        scenario,
        strategy,
        quantity,
        unit,
        year,
        statistic,
        value,
        error,
      ];
      return [
        line('central', central[index]),
        line('mean', one.mean, one.meanError),
        ...PERCENTILES.map((name, at) => line(name, one.percentiles[at], one.percentileErrors[at])),
        line('shortfall_low', one.lowTail),
        line('shortfall_high', one.highTail),
      ];
    }),
  );
  return csv(head, rows);
}
