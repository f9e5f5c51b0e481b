// Slide kind `not_covered`: what the numbers leave out, and what a reader must know before trusting them.
import { COLOUR } from '../charts/theme.ts';
import { textOf } from '../pieces.ts';
import { notices } from '../report/evidence.ts';
import { listed, named, plain, say } from '../wording.ts';
import type { SlideKind } from './kind.ts';
import { tableSlides } from './table.ts';

const MOST_DRIVERS = 6;

/** `1 target`, `5 risks`. */
const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

export const notCovered: SlideKind = {
  about: { en: 'What the numbers leave out', zh: '未涵盖的内容' },
  build(context) {
    const { findings, language } = context;
    const { unquantifiedTargets, register } = findings;
    const judged = (register?.rows ?? []).flatMap(({ title, notQuantified }) =>
      notQuantified === undefined ? [] : [{ what: named(title, language), why: plain(notQuantified) }],
    );
    const targets = unquantifiedTargets.map(({ title, why }) => ({
      what: named(title, language),
      why: plain(why),
    }));
    const uncovered = (register?.uncovered ?? []).map(({ title }) => named(title, language));
    const known = notices(findings, language).map(textOf);
    const groups = [
      { group: say(language, 'Target without a number', '未量化的目标'), own: targets },
      { group: say(language, 'Risk judged, not modelled', '定性判断的风险'), own: judged },
      {
        group: say(language, 'Input that no register row rests on', '登记册未覆盖的输入'),
        own:
          uncovered.length === 0
            ? []
            : [
                {
                  what: say(language, count(uncovered.length, 'input'), `${uncovered.length} 项输入`),
                  why: listed(uncovered.slice(0, MOST_DRIVERS), language),
                },
              ],
      },
      {
        group: say(language, 'To know before trusting', '使用前须知'),
        own: known.map((why) => ({ what: '', why })),
      },
    ];
    const rows = groups.flatMap(({ group, own }) =>
      own.map(({ what, why }, index) => [
        { text: index === 0 ? group : '', bold: true, color: COLOUR.navy },
        { text: what, bold: true },
        { text: why, color: COLOUR.grey },
      ]),
    );
    const title = say(
      language,
      `Not in the numbers: ${count(targets.length, 'target')} and ${count(judged.length, 'risk')}; ${count(uncovered.length, 'input')} without a row in the register`,
      `数字未涵盖：${targets.length} 项目标、${judged.length} 项风险；${uncovered.length} 项输入在登记册中没有条目`,
    );
    return tableSlides(
      {
        title,
        subtitle: say(language, 'What is not covered', '未涵盖的内容'),
        caption: say(
          language,
          'More: register.md, targets.md, scenarios.md and reconciliation.md.',
          '详见 register.md、targets.md、scenarios.md 与 reconciliation.md。',
        ),
        columns: [
          { head: '', weight: 1.6 },
          { head: say(language, 'What', '内容'), weight: 2 },
          { head: say(language, 'Why', '原因'), weight: 5 },
        ],
        rows,
        notes: rows.map((row) =>
          row
            .map(({ text }) => text)
            .filter((text) => text !== '')
            .join(say(language, ': ', '：')),
        ),
        alt: title,
      },
      language,
    );
  },
};
