// Slide kind `register`: the rows that rate highest after the response, with owner and next action.
import type { RegisterRow, RegisterSide } from '../../analyse/index.ts';
import { amountBelow, headUnit } from '../amounts.ts';
import { bandName } from '../charts/bands.ts';
import { COLOUR } from '../charts/theme.ts';
import { issueTexts } from '../register-attention.ts';
import { type Language, named, plain, say } from '../wording.ts';
import type { SlideKind } from './kind.ts';
import { notesOn, strategyTitle } from './notes.ts';
import { tableSlides } from './table.ts';
import type { Cell } from './types.ts';

const MOST = 8;
const OPEN = new Set(['planned', 'open', 'in_progress', 'in progress', 'started', 'overdue']);

const score = ({ residual }: RegisterRow): number => residual.impact.level * residual.likelihood.level;

function rating({ impact, likelihood, amount }: RegisterSide, unit: string, language: Language): string {
  const words = [impact.name, likelihood.name].map((name) => bandName(name, language)).join(' · ');
  return amount === undefined ? words : `${words} · ${amountBelow(amount, unit, language)}`;
}

/** The action that is due next, else the response in words. */
function next({ actions, response }: RegisterRow, language: Language): string {
  const due = actions
    .filter(({ status }) => OPEN.has(status) || status !== 'done')
    .toSorted((one, other) => (one.due < other.due ? -1 : 1))[0];
  if (due === undefined) return plain(response.says);
  return plain(say(language, `${due.says} (due ${due.due})`, `${due.says}（期限 ${due.due}）`));
}

export const register: SlideKind = {
  about: {
    en: 'The rows that rate highest after the response, with owner and next action',
    zh: '应对后评级最高的条目、责任人与下一步措施',
  },
  build(context) {
    const { findings, language } = context;
    const { register: found } = findings;
    if (found === undefined || found.rows.length === 0) return [];
    const top = found.rows
      .map((row, index) => ({ row, number: index + 1 }))
      .toSorted(
        (one, other) =>
          score(other.row) - score(one.row) ||
          (other.row.residual.amount ?? 0) - (one.row.residual.amount ?? 0),
      )
      .slice(0, MOST);
    const worse = found.rows.filter(({ worseAfterResponse }) => worseAfterResponse).length;
    const issues = issueTexts(found, language);
    const [first] = top;
    const name = first === undefined ? '' : named(first.row.title, language);
    const title = say(
      language,
      `${name} rates highest after the response; ${worse} of ${found.rows.length} rows are worse after it`,
      `应对后评级最高的是${name}；${found.rows.length} 条中有 ${worse} 条应对后加重`,
    );
    const before = strategyTitle(found.inherent, context);
    const after = strategyTitle(found.residual, context);
    return tableSlides(
      {
        title,
        subtitle: say(
          language,
          `The ${top.length} highest of ${found.rows.length}: impact · likelihood · ${headUnit(found.unit, language)} in the year of the row`,
          `${found.rows.length} 条中最高的 ${top.length} 条：影响 · 可能性 · 该行年份的金额（${headUnit(found.unit, language)}）`,
        ),
        caption: [
          say(language, 'All rows: register.md and report.html.', '全部条目见 register.md 与 report.html。'),
          ...(issues.length === 0
            ? []
            : [say(language, `${issues.length} matters need an answer.`, `${issues.length} 项待处理。`)]),
        ].join(' '),
        columns: [
          { head: '#', weight: 0.4, align: 'right' },
          { head: say(language, 'Risk or opportunity', '风险或机遇'), weight: 2.2 },
          { head: say(language, 'Year', '年份'), weight: 0.6 },
          { head: say(language, `Before (${before})`, `应对前（${before}）`), weight: 2 },
          { head: say(language, `After (${after})`, `应对后（${after}）`), weight: 2 },
          { head: say(language, 'Owner', '责任人'), weight: 1.3 },
          { head: say(language, 'Next', '下一步'), weight: 2.6 },
        ],
        rows: top.map(({ row, number }): Cell[] => [
          { text: String(number), color: COLOUR.grey },
          {
            text: named(row.title, language),
            bold: true,
            color: row.kind === 'opportunity' ? '#12786d' : COLOUR.ink,
          },
          { text: String(row.year) },
          { text: rating(row.inherent, found.unit, language) },
          {
            text: rating(row.residual, found.unit, language),
            bold: true,
            color: row.worseAfterResponse ? COLOUR.red : COLOUR.ink,
          },
          { text: plain(row.owner) },
          { text: next(row, language), color: COLOUR.grey },
        ]),
        notes: [
          ...issues.map(plain),
          ...notesOn(
            top.flatMap(({ row }) =>
              row.drivenBy.map((quantity) => ({
                quantity,
                year: row.year,
                scenario: row.residual.scenario,
                strategy: found.residual,
              })),
            ),
            context,
          ),
        ],
        alt: title,
      },
      language,
    );
  },
};
