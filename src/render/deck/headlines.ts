// Slide kind `headlines`: every headline at the three horizons, without the response and with it, scenarios across.

import { distinct } from '../charts/data.ts';
import { fixed } from '../charts/numbers.ts';
import { COLOUR } from '../charts/theme.ts';
import { briefUnit } from '../charts/units.ts';
import { headlineGroups, headlineText } from '../texts.ts';
import { named, say } from '../wording.ts';
import type { SlideKind } from './kind.ts';
import { comparedStrategies, notesOn, strategyTitle } from './notes.ts';
import { tableSlides } from './table.ts';
import type { Cell } from './types.ts';

const MOST_ACROSS = 5;

export const headlines: SlideKind = {
  about: {
    en: 'Every headline at the three horizons, without the response and with it',
    zh: '各主要指标：应对前后、三个时间点',
  },
  build(context) {
    const { findings, language } = context;
    const groups = headlineGroups(findings, language);
    const [first] = groups;
    if (first === undefined) return [];
    const { horizons, scenarios } = findings;
    const strategies = distinct(comparedStrategies(findings));
    const years = `${horizons.short} · ${horizons.medium} · ${horizons.long}`;
    const horizon = first.years.length === 1 ? 'long' : 'medium';
    const all = first.own.map(({ values }) => values[horizon] / first.unit.factor);
    const [low, high] = [Math.min(...all), Math.max(...all)].map((value) => fixed(value, first.decimals));
    const when = first.years.length === 1 ? '' : String(horizons.medium);
    const title = say(
      language,
      `${first.title}${when === '' ? '' : ` in ${when}`}: ${low} to ${high}${briefUnit(first.unit.name, language)} over all scenarios and strategies`,
      `${when === '' ? '' : `${when} 年`}${first.title}在各情景与策略下为 ${low} 至 ${high}${briefUnit(first.unit.name, language)}`,
    );
    const chunks = Array.from({ length: Math.ceil(scenarios.length / MOST_ACROSS) }, (_, index) =>
      scenarios.slice(index * MOST_ACROSS, (index + 1) * MOST_ACROSS),
    );
    return chunks.flatMap((across) =>
      tableSlides(
        {
          title,
          subtitle: say(language, `All headlines in ${years}`, `全部主要指标（${years} 年）`),
          caption: say(
            language,
            'Amounts are in constant prices of the year in brackets; costs are positive. Other strategies: report.html.',
            '金额按括号中年份的不变价格计；成本为正值。其他策略见 report.html。',
          ),
          columns: [
            { head: say(language, 'Headline', '主要指标'), weight: 3 },
            { head: say(language, 'Strategy', '策略'), weight: 1.5 },
            ...across.map((one) => ({
              head: named(one.title, language),
              weight: 2,
              align: 'right' as const,
            })),
          ],
          rows: groups.flatMap((group) =>
            strategies.map((strategy, index): Cell[] => [
              {
                text:
                  index === 0
                    ? `${group.title}${group.unit.name === '' ? '' : say(language, ', ', '，')}${group.unit.name}`
                    : '',
                bold: true,
              },
              { text: strategyTitle(strategy, context), color: COLOUR.grey },
              ...across.map((scenario): Cell => {
                const found = group.own.find(
                  (one) => one.strategy === strategy && one.scenario === scenario.name,
                );
                const texts = group.years.map(({ horizon: at }) =>
                  found === undefined ? '–' : headlineText(found.values[at], group),
                );
                return { text: texts.join(' · '), bold: index === strategies.length - 1 };
              }),
            ]),
          ),
          notes: notesOn(
            groups.map(({ quantity }) => ({
              quantity,
              year: horizons.medium,
              scenario: across[0]?.name,
              strategy: strategies.at(-1),
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
