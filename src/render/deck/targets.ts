// Slide kind `targets`: every target with every strategy in every scenario, met or missed.
import { distinct } from '../charts/data.ts';
import { COLOUR } from '../charts/theme.ts';
import { targetTables } from '../summary.ts';
import type { Status } from '../summary-layout.ts';
import { say } from '../wording.ts';
import type { SlideKind } from './kind.ts';
import { comparedStrategies, notesOn, strategyTitle } from './notes.ts';
import { tableSlides } from './table.ts';

const COLOURS: Readonly<Record<Status, string>> = { good: '#12786d', bad: COLOUR.red, plain: COLOUR.ink };

export const targets: SlideKind = {
  about: {
    en: 'Every target with every strategy in every scenario, met or missed',
    zh: '各目标在各策略与情景下是否达成',
  },
  build(context) {
    const { findings, language } = context;
    const { targets: all } = findings;
    if (all.length === 0) return [];
    const met = all.filter((one) => one.met).length;
    const [, after] = comparedStrategies(findings);
    const own = all.filter(({ strategy }) => strategy === after);
    const ownMet = own.filter((one) => one.met).length;
    const plan = strategyTitle(after, context);
    const title = say(
      language,
      `${plan} meets its targets in ${ownMet} of ${own.length} cases; all strategies together in ${met} of ${all.length}`,
      `${plan}在 ${own.length} 个情形中达成 ${ownMet} 个目标；全部策略合计 ${all.length} 个情形中达成 ${met} 个`,
    );
    const names = distinct(all.map(({ quantity }) => quantity));
    return targetTables(findings, language).flatMap((table) =>
      tableSlides(
        {
          title,
          subtitle: table.title,
          caption: say(
            language,
            'A case is one target in one scenario. “As set”: the strategy sets it, the model does not find it. What would close each gap: targets.md.',
            '一个情形指一项目标在一个情景下。“策略设定”指由策略设定而非模型计算。弥合差距的条件见 targets.md。',
          ),
          columns: table.head.map((head, index) => ({ head, weight: index === 0 ? 2.5 : 1.6 })),
          rows: table.rows.map((row, down) =>
            row.map((text, across) => {
              const status = table.status[down]?.[across] ?? 'plain';
              return { text, color: COLOURS[status], bold: status !== 'plain' || across === 0 };
            }),
          ),
          notes: notesOn(
            names.map((quantity) => ({
              quantity,
              year: all.find((one) => one.quantity === quantity)?.year ?? findings.horizons.medium,
              scenario: findings.scenarios[0]?.name,
              strategy: after,
            })),
            context,
          ),
          alt: title,
        },
        language,
      ),
    );
  },
};
