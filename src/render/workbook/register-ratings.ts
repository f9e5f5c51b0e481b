// Columns of the register that rate: likelihood, money, impact and zone of each side, and what is tolerated.
import type { RegisterRow, RegisterSide } from '../../analyse/index.ts';
import { bandName, zoneOf } from '../charts/bands.ts';
import { entry } from '../dictionary/types.ts';
import { statusFor } from '../register-words.ts';
import { type Language, say } from '../wording.ts';
import { finite } from './numbers.ts';
import { quoted } from './places.ts';
import type { Scales } from './scales.ts';
import type { Column } from './table.ts';
import type { Content } from './types.ts';

export type Role = 'inherent' | 'current' | 'residual';
type RowColumn = Column<RegisterRow>;

/** A side that numbers rate; a judgement or an override is set by a person. */
const isComputed = (side: RegisterSide): boolean => side.amount !== undefined && side.derived === undefined;

/** The band that the formula of the sheet gives, by the same steps. */
function bandOf(row: RegisterRow, amount: number, { impacts, impactBounds, yardstick }: Scales): string {
  const weight = row.kind === 'risk' ? Math.max(0, amount) : Math.abs(amount);
  return impacts[impactBounds.findLastIndex((bound) => weight / yardstick >= bound)] ?? '';
}

/** Likelihood, amount, impact and zone of one side. */
export function sideColumns(role: Role, scales: Scales, language: Language): readonly RowColumn[] {
  const when = {
    inherent: { en: 'before', zh: '应对前' },
    current: { en: 'today', zh: '目前' },
    residual: { en: 'after', zh: '应对后' },
  }[role];
  const head = (en: string, zh: string): string => say(language, `${en} ${when.en}`, `${when.zh}${zh}`);
  const { money } = scales;
  const amountOf = (row: RegisterRow): number | undefined => {
    const amount = finite(row[role]?.amount);
    return amount === undefined ? undefined : amount / money.factor;
  };
  const impact = (row: RegisterRow, here: (key: string) => string): Content => {
    const side = row[role];
    const amount = amountOf(row);
    if (side === undefined) return undefined;
    if (amount === undefined || !isComputed(side)) return bandName(side.impact.name, language);
    const cell = here(`amount ${role}`);
    const weight = `IF(${here('kind')}=kind_risk,MAX(0,${cell}),ABS(${cell}))`;
    return {
      formula: `LOOKUP(${weight}/yardstick,impact_bounds,impact_bands)`,
      result: bandOf(row, amount, scales),
    };
  };
  return [
    {
      ...entry(
        head('Likelihood', '可能性'),
        'choice',
        '',
        'Band of likelihood, from the draws where there are any, otherwise judged',
        '可能性等级；有抽样时由抽样得出，否则为判断',
      ),
      key: `likelihood ${role}`,
      width: 12,
      look: 'choice',
      list: 'likelihood_bands',
      cell: (row) => (row[role] === undefined ? undefined : bandName(row[role].likelihood.name, language)),
    },
    {
      ...entry(
        head('Impact in money', '影响金额'),
        'number',
        say(language, 'column Unit', '“单位”列'),
        'In the scenario where the row weighs most; empty for a judged row',
        '取影响最大的情景；定性判断的条目为空',
      ),
      key: `amount ${role}`,
      width: 16,
      format: money.format,
      cell: amountOf,
    },
    {
      ...entry(
        head('Impact', '影响'),
        'choice',
        '',
        'Band of impact: computed from the money as a share of the yardstick; in yellow where a person sets it',
        '影响等级：按金额占基准的比例计算；人工设定者为黄色',
      ),
      key: `impact ${role}`,
      width: 12,
      look: (row) => (row[role] !== undefined && isComputed(row[role]) ? 'text' : 'choice'),
      list: 'impact_bands',
      cell: (row, { here }) => impact(row, here),
    },
    {
      ...entry(
        head('Rating', '评级'),
        'whole',
        '',
        'Zone of the heat map by impact and likelihood, 1 the palest of five',
        '按影响与可能性所在的热力图分区，1 为最浅，共五级',
      ),
      key: `rating ${role}`,
      width: 9,
      look: 'mark',
      cell: (row, { here }) => {
        const side = row[role];
        if (side === undefined) return undefined;
        const [bands, chances] = [here(`impact ${role}`), here(`likelihood ${role}`)];
        return {
          formula: `SUMPRODUCT((impact_bands=${bands})*(likelihood_across=${chances})*zones)`,
          result: zoneOf(side.impact.level, side.likelihood.level) + 1,
        };
      },
    },
  ];
}

export function toleranceColumns(scales: Scales, language: Language): readonly RowColumn[] {
  const { factor, format } = scales.money;
  const [above, within] = [say(language, 'above', '超出'), say(language, 'within', '在内')];
  return [
    {
      ...entry(
        say(language, 'Tolerance', '容忍度'),
        'number',
        say(language, 'column Unit', '“单位”列'),
        'Residual impact above which a risk is not tolerated',
        '可容忍的剩余影响上限',
      ),
      key: 'tolerance',
      width: 12,
      look: (row) => (row.tolerance === undefined ? 'number' : 'choiceNumber'),
      format,
      cell: ({ tolerance }) => (tolerance === undefined ? undefined : tolerance.amount / factor),
    },
    {
      ...entry(
        say(language, 'Against tolerance', '与容忍度比较'),
        'choice',
        '',
        'Whether the residual impact is above what is tolerated; of a judged row, whether the lower bound of its band is',
        '剩余影响是否超出容忍度；定性判断的条目比较其等级下限',
      ),
      key: 'against',
      width: 14,
      cell: (row, { here }) => {
        if (row.tolerance === undefined) return undefined;
        const bound = `SUMPRODUCT((impact_bands=${here('impact residual')})*impact_bounds)*yardstick>=`;
        const over = isComputed(row.residual) ? `${here('amount residual')}>` : bound;
        return {
          formula: `IF(${over}${here('tolerance')},${quoted(above)},${quoted(within)})`,
          result: row.tolerance.status === 'within' ? within : above,
        };
      },
    },
    {
      ...entry(
        say(language, 'Treatment', '处理情况'),
        'text',
        '',
        'Whether what is above tolerance is treated by open actions or accepted',
        '超出容忍度的部分是否已有措施或已被接受',
      ),
      key: 'treatment',
      width: 22,
      cell: ({ tolerance }) => (tolerance === undefined ? undefined : statusFor(tolerance.status, language)),
    },
  ];
}
