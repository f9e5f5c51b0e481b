// Slide kind `summary`: the first headlines as large numbers, and what the charts find.
import type { Findings } from '../../analyse/index.ts';
import { distinct } from '../charts/data.ts';
import { COLOUR } from '../charts/theme.ts';
import { briefUnit } from '../charts/units.ts';
import { type HeadlineGroup, headlineGroups, headlineText } from '../texts.ts';
import { clauses, say } from '../wording.ts';
import type { DeckChart, DeckContext, SlideKind } from './kind.ts';
import { fitted, heading, heightOf, INNER, linesOf, MARGIN, TEXT_SIZE, text, widthOf } from './measures.ts';
import { comparedStrategies, notesOn, strategyTitle } from './notes.ts';
import type { Block } from './types.ts';

const CARDS = 4;
const CARD = { h: 1.5, gap: 0.2 } as const;
const ACCENTS = [COLOUR.navy, COLOUR.red, '#12786d', '#b36b00'] as const;
const LARGE = 26;
const BULLET_SIZE = 14;
const MOST_FINDINGS = 8;
/** Above the findings, whose they are. */
const LEAD = 0.32;

/** `441 – 709`: over the scenarios, in the middle year or the only one. */
function range(group: HeadlineGroup, strategy: string, separator: string): string {
  const horizon = group.years.length === 1 ? 'long' : 'medium';
  const values = group.own.filter((one) => one.strategy === strategy).map((one) => one.values[horizon]);
  if (values.length === 0) return '';
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => headlineText(value, group));
  return low === high ? `${low}` : `${low}${separator}${high}`;
}

const yearOf = ({ years }: HeadlineGroup, { horizons }: Findings): string =>
  years.length === 1 ? '' : String(horizons.medium);

function card(group: HeadlineGroup, index: number, context: DeckContext, top: number): readonly Block[] {
  const { findings, language } = context;
  const [before, after] = comparedStrategies(findings);
  const w = (INNER - (CARDS - 1) * CARD.gap) / CARDS;
  const x = MARGIN + index * (w + CARD.gap);
  const color = ACCENTS[index % ACCENTS.length] ?? COLOUR.navy;
  const number = range(group, after, ' – ');
  const inside = w - 0.4;
  const size = widthOf(number, LARGE, true) > inside ? 20 : LARGE;
  const unit = [group.unit.name, yearOf(group, findings)].filter((part) => part !== '').join(' · ');
  const other = `${strategyTitle(before, context)}${say(language, ': ', '：')}${range(group, before, ' – ')}`;
  const at = (y: number, h: number) => ({ x: x + 0.22, y: top + y, w: inside + 0.1, h });
  return [
    { kind: 'shape', shape: 'rect', box: { x, y: top, w, h: CARD.h }, fill: COLOUR.shade },
    { kind: 'shape', shape: 'rect', box: { x, y: top, w: 0.07, h: CARD.h }, fill: color },
    text(at(0.1, 0.46), fitted(number, inside, size, 1, true), size, color, { bold: true, valign: 'middle' }),
    text(at(0.57, 0.22), fitted(unit, inside, 10, 1), 10, COLOUR.grey, { valign: 'middle' }),
    text(at(0.8, 0.27), fitted(group.title, inside, TEXT_SIZE, 1, true), TEXT_SIZE, COLOUR.ink, {
      bold: true,
      valign: 'middle',
    }),
    ...(before === after
      ? []
      : [text(at(1.1, 0.27), fitted(other, inside, 10, 1), 10, COLOUR.grey, { valign: 'middle' })]),
  ];
}

/** How many targets the plan meets wherever the world goes, and the first headline. */
function finding(groups: readonly HeadlineGroup[], context: DeckContext): string {
  const { findings, language } = context;
  const [, after] = comparedStrategies(findings);
  const own = findings.targets.filter(({ strategy }) => strategy === after);
  const names = distinct(own.map(({ name, item }) => `${name}\n${item}`));
  const met = names.filter((key) =>
    own.filter(({ name, item }) => `${name}\n${item}` === key).every((one) => one.met),
  );
  const plan = strategyTitle(after, context);
  const [first] = groups;
  return clauses(
    [
      names.length === 0
        ? ''
        : say(
            language,
            `${plan} meets ${met.length} of ${names.length} targets in every scenario`,
            `${plan}在各情景下均达成 ${names.length} 项目标中的 ${met.length} 项`,
          ),
      first === undefined
        ? ''
        : say(
            language,
            `${first.title}${yearOf(first, findings) === '' ? '' : ` in ${yearOf(first, findings)}`}: ${range(first, after, ' to ')}${briefUnit(first.unit.name, language)}`,
            `${yearOf(first, findings) === '' ? '' : `${yearOf(first, findings)} 年`}${first.title}为 ${range(first, after, ' 至 ')}${briefUnit(first.unit.name, language)}`,
          ),
    ],
    language,
  );
}

/** Charts whose findings are told: one of each kind, in the order of the study. */
function toldOf({ charts }: DeckContext): readonly DeckChart[] {
  const kinds = distinct(charts.map(({ request }) => request.kind));
  return kinds.flatMap((kind) => charts.find(({ request }) => request.kind === kind) ?? []);
}

interface Finding {
  readonly words: string;
  /** Behind the words, where they are not of all cases. */
  readonly cases: string;
  readonly lines: number;
}

/** What a chart finds, always with the cases that it is of, so that nobody reads it as a finding on others. */
function findingOf({ picture }: DeckChart): Finding {
  const cases = (picture.cases ?? '') === '' ? '' : ` · ${picture.cases}`;
  const room = INNER - 0.4;
  const all = fitted(picture.headline + cases, room, BULLET_SIZE, 2);
  const whole = all === picture.headline + cases;
  // What is cut is the finding, not the cases.
  const words = whole
    ? picture.headline
    : fitted(picture.headline, room * 2 - widthOf(cases, BULLET_SIZE) - 0.6, BULLET_SIZE, 1);
  return { words, cases, lines: linesOf(words + cases, room, BULLET_SIZE, 2).length };
}

export const summary: SlideKind = {
  about: {
    en: 'The first headlines as large numbers, and what the charts find',
    zh: '摘要：主要指标与图表结论',
  },
  build(context) {
    const { findings, language } = context;
    const groups = headlineGroups(findings, language);
    const [, after] = comparedStrategies(findings);
    const said = heading(
      finding(groups, context),
      say(
        language,
        `${strategyTitle(after, context)}, range over ${findings.scenarios.length} scenarios`,
        `${strategyTitle(after, context)}，${findings.scenarios.length} 个情景的范围`,
      ),
    );
    const shown = groups.slice(0, CARDS);
    const top = said.top + (shown.length === 0 ? 0 : CARD.h + 0.25);
    const bottom = 6.9;
    const under = top + LEAD;
    const told: { readonly chart: DeckChart; readonly finding: Finding }[] = [];
    let used = 0;
    for (const chart of toldOf(context).slice(0, MOST_FINDINGS)) {
      const finding = findingOf(chart);
      used += heightOf(finding.lines, BULLET_SIZE) + 0.1;
      if (used > bottom - under) break;
      told.push({ chart, finding });
    }
    const list: Block[] =
      told.length === 0
        ? []
        : [
            text(
              { x: MARGIN, y: top, w: INNER, h: LEAD },
              say(
                language,
                'What the charts find, over all scenarios and strategies unless a line ends with others',
                '图表结论：行末未注明者，涵盖全部情景与策略',
              ),
              TEXT_SIZE,
              COLOUR.grey,
            ),
            {
              kind: 'text',
              box: { x: MARGIN, y: under, w: INNER, h: bottom - under },
              size: BULLET_SIZE,
              bullets: true,
              paragraphs: told.map(({ finding: { words, cases } }) => [
                { text: words, color: COLOUR.ink },
                ...(cases === '' ? [] : [{ text: cases, color: COLOUR.grey }]),
              ]),
            },
          ];
    return [
      {
        layout: 'content',
        title: said.title,
        size: said.size,
        subtitle: '',
        blocks: [
          ...said.subtitle,
          ...shown.flatMap((group, index) => card(group, index, context, said.top)),
          ...list,
        ],
        notes: notesOn(
          [
            ...shown.map(({ quantity }) => ({ quantity, year: findings.horizons.medium, strategy: after })),
            ...told.flatMap(
              ({
                chart: {
                  request: { quantities, scenarios, strategies },
                },
              }) =>
                quantities.map((quantity) => ({
                  quantity,
                  year: findings.horizons.medium,
                  scenario: scenarios[0],
                  strategy: strategies.length === 0 || strategies.includes(after) ? after : strategies[0],
                })),
            ),
          ],
          context,
        ),
      },
    ];
  },
};
