// What the columns of the long tables mean: results, uncertainty and sensitivities.
import { type ColumnEntry, entry } from './types.ts';

const SCENARIO = entry(
  'scenario',
  'text',
  '',
  'What the world does; the scenario of the IAMC form',
  '外部情景；对应 IAMC 格式的 scenario',
);
const STRATEGY = entry(
  'strategy',
  'text',
  '',
  'What the company does; beyond the IAMC form, since each scenario is run with each strategy',
  '企业策略；IAMC 格式之外的扩展列，每个情景与每个策略组合各算一次',
);
const QUANTITY = entry(
  'quantity',
  'text',
  '',
  'Name of a quantity of the models, as tcfd explain takes it',
  '模型指标名称，可用于 tcfd explain',
);
const UNIT = entry(
  'unit',
  'text',
  '',
  'As the model declares it: MEUR_2024 is million euro at prices of 2024, 1 is a share or a count',
  '模型声明的单位：MEUR_2024 为 2024 年价百万欧元，1 为比例或个数',
);
const YEAR = entry(
  'year',
  'whole',
  'year',
  'Calendar year; the base year for a quantity that has one value alone',
  '日历年份；仅有一个数值的指标为基准年',
);

export const RESULTS: readonly ColumnEntry[] = [
  entry(
    'model',
    'text',
    '',
    'This program with its version and, in brackets, the study with its what-ifs: the same in every row',
    '本程序及版本，括号内为研究名称与假设变动；各行相同',
  ),
  SCENARIO,
  entry('region', 'text', '', 'The company: the same in every row', '企业；各行相同'),
  entry(
    'variable',
    'text',
    '',
    'A quantity of the models, as tcfd explain takes it, and below it its element, as in site_loss|north|flood. A headline that has elements stands alone for their sum. What the other tables say follows as Finding|…, Decision|… and Sensitivity|…, with the words of their columns. At most 255 characters: a list of inputs that would make it longer is told by its first and how many follow (and 57 more), and stands whole in findings.csv',
    '模型指标名称，可用于 tcfd explain；其后以“|”接元素，如 site_loss|north|flood。主要指标单独出现时为各元素之和。其他表格的数值以 Finding|…、Decision|… 和 Sensitivity|… 列出，后接该表各列的文字。不超过255个字符：过长的输入清单只写第一项及其后项数（and 57 more），完整清单见 findings.csv',
  ),
  UNIT,
  YEAR,
  entry(
    'value',
    'number',
    'column unit',
    'The number. CSV: 12 significant digits; Parquet: all digits of the run',
    '数值。CSV 为 12 位有效数字，Parquet 为计算所得全部位数',
  ),
  STRATEGY,
  entry(
    'statistic',
    'choice',
    '',
    "central: the central case; published: the provider's own path, before it was joined to observed years; mean, P5, P25, P50, P75, P95, shortfall_low, shortfall_high: what the draws say, as in uncertainty.csv. Beyond the IAMC form",
    'central：中心情形；published：数据提供方原始路径（与实际值衔接之前）；mean、P5 至 P95、shortfall_low、shortfall_high：抽样统计量，同 uncertainty.csv；finding：findings.csv、decisions.csv 或 sensitivities.csv 中的数值，standard_error：其标准误。IAMC 格式之外的扩展列',
  ),
];

export const UNCERTAINTY: readonly ColumnEntry[] = [
  SCENARIO,
  STRATEGY,
  QUANTITY,
  UNIT,
  YEAR,
  entry(
    'statistic',
    'choice',
    '',
    'central: without draws; mean; P5, P25, P50, P75, P95: percentiles of the draws; shortfall_low, shortfall_high: mean of the lowest and of the highest 5 % of draws',
    'central：不抽样的中心情形；mean：均值；P5 至 P95：抽样分位数；shortfall_low、shortfall_high：最低与最高 5% 抽样的均值',
  ),
  entry(
    'value',
    'number',
    'column unit',
    'The statistic over the draws, the quantity summed over its elements',
    '抽样统计量；指标按元素求和',
  ),
  entry(
    'standard_error',
    'number',
    'column unit',
    'How far another seed would move the value, one standard error; empty where it does not apply',
    '更换随机种子时数值变动的一个标准误；不适用时为空',
  ),
];

export const SENSITIVITIES: readonly ColumnEntry[] = [
  SCENARIO,
  STRATEGY,
  entry(
    'headline',
    'text',
    '',
    'The headline that is looked at, a quantity of the models',
    '所考察的主要指标',
  ),
  YEAR,
  entry('unit', 'text', '', 'Unit of central, low and high', 'central、low、high 的单位'),
  entry(
    'central',
    'number',
    'column unit',
    'The headline with every input at its own value',
    '各输入取其自身数值时的指标值',
  ),
  entry('quantity', 'text', '', 'The one input that is moved', '被变动的单一输入'),
  entry(
    'item',
    'text',
    '',
    'The element of the input that is moved; empty if it has no elements',
    '被变动的输入元素；无元素时为空',
  ),
  entry(
    'from',
    'choice',
    '',
    'Where low and high come from: range as declared, or what the scenarios say',
    '低值与高值的来源：声明的范围，或各情景的取值',
  ),
  entry('input_unit', 'text', '', 'Unit of the three columns that follow', '其后三列的单位'),
  entry('input_central', 'number', 'column input_unit', 'The value of the input in the year', '该年份输入值'),
  entry('input_low', 'number', 'column input_unit', 'Its low end', '输入低值'),
  entry('input_high', 'number', 'column input_unit', 'Its high end', '输入高值'),
  entry(
    'low',
    'number',
    'column unit',
    'The headline with the input at its low end; empty where a check of the models breaks there',
    '输入取低值时的指标值；违反模型检查时为空',
  ),
  entry(
    'high',
    'number',
    'column unit',
    'The headline with the input at its high end; empty where a check of the models breaks there',
    '输入取高值时的指标值；违反模型检查时为空',
  ),
];
