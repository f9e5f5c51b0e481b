// Slide kind `assumptions`: assumed values that weigh most on the headlines, and why they are assumed.

import type { EvidenceFinding } from '../../analyse/index.ts';
import { percentOf } from '../charts/numbers.ts';
import { COLOUR } from '../charts/theme.ts';
import { unitName } from '../charts/units.ts';
import { confidenceWord } from '../origin.ts';
import { named, plain, say } from '../wording.ts';
import { writtenIn } from '../written.ts';
import type { DeckContext, SlideKind } from './kind.ts';
import { explainCommand } from './notes.ts';
import { tableSlides } from './table.ts';
import type { Cell } from './types.ts';

const MOST = 8;

interface Heavy {
  readonly input: EvidenceFinding['heaviest'][number];
  readonly of: EvidenceFinding;
}

/** Each assumed input once, where it weighs most. */
function heaviest({ findings }: DeckContext): readonly Heavy[] {
  const found = new Map<string, Heavy>();
  for (const of of findings.evidence)
    for (const input of of.heaviest) {
      if (input.grade !== 'assumed') continue;
      const key = `${input.quantity}\n${input.itemTitle.en}`;
      if (input.weight > (found.get(key)?.input.weight ?? 0)) found.set(key, { input, of });
    }
  return [...found.values()].toSorted((one, other) => other.input.weight - one.input.weight).slice(0, MOST);
}

export const assumptions: SlideKind = {
  about: {
    en: 'Assumed values that weigh most on the headlines, and why they are assumed',
    zh: '对主要指标影响最大的假设及其理由',
  },
  build(context) {
    const { findings, language, study } = context;
    const heavy = heaviest(context);
    const [first] = heavy;
    if (first === undefined) return [];
    const nameOf = ({ input }: Heavy): string => {
      const item = named(input.itemTitle, language);
      return named(input.title, language) + (item === '' ? '' : say(language, ` (${item})`, `（${item}）`));
    };
    const assumedOf = ({ input }: Heavy) =>
      findings.assumptions.find(
        ({ quantity, provenance }) => quantity === input.quantity && provenance.kind === 'assumed',
      );
    const title = say(
      language,
      `${nameOf(first)} is assumed and carries ${percentOf(first.input.weight, language, 2)} of the weight behind ${named(first.of.title, language)}`,
      `${nameOf(first)}为假设值，占${named(first.of.title, language)}权重的 ${percentOf(first.input.weight, language, 2)}`,
    );
    return tableSlides(
      {
        title,
        subtitle: say(language, 'Assumptions that matter', '重要假设'),
        caption: say(
          language,
          'Weight: how far 1 % of the value moves the headline, as a share of all such moves. Every input: assumptions.md; by headline: evidence.md.',
          '权重：该值变动 1% 使指标变动的幅度占全部幅度的比例。全部输入见 assumptions.md；按指标见 evidence.md。',
        ),
        columns: [
          { head: say(language, 'Assumed input', '假设输入'), weight: 2 },
          { head: say(language, 'Value', '取值'), weight: 2 },
          { head: say(language, 'Why', '理由'), weight: 3.4 },
          { head: say(language, 'Confidence', '置信度'), weight: 1 },
          { head: say(language, 'Weighs on', '影响指标'), weight: 1.6 },
          { head: say(language, 'Weight', '权重'), weight: 0.6, align: 'right' },
        ],
        rows: heavy.map((one): Cell[] => {
          const value = assumedOf(one);
          const from = value?.provenance;
          const unit = value === undefined ? '' : unitName(value.unit, language);
          return [
            { text: nameOf(one), bold: true },
            {
              text:
                value === undefined
                  ? ''
                  : plain(
                      writtenIn(
                        `${value.value}${/[a-z]/i.test(value.value) || unit === '' ? '' : ` ${unit}`}`,
                        language,
                      ),
                    ),
            },
            { text: from?.kind === 'assumed' ? plain(from.why) : '', color: COLOUR.grey },
            { text: from === undefined ? '' : confidenceWord(from.confidence, language) },
            { text: named(one.of.title, language) },
            { text: percentOf(one.input.weight, language, 2), bold: true },
          ];
        }),
        notes: heavy.flatMap((one) => {
          const value = assumedOf(one);
          return [
            `${nameOf(one)}${say(language, ': ', '：')}${one.input.quantity}${value === undefined ? '' : `${say(language, ', ', '，')}${plain(value.file)}:${value.line}`}`,
            say(language, 'Ask: ', '查询：') +
              explainCommand(
                { quantity: one.of.headline, year: one.of.year, strategy: one.of.strategy },
                study,
              ),
          ];
        }),
        alt: title,
      },
      language,
    );
  },
};
