// Slide kind `title`: whose pack it is, of which study and as of when.

import { COLOUR } from '../charts/theme.ts';
import { named, plain, say } from '../wording.ts';
import type { SlideKind } from './kind.ts';
import { TITLE_SLIDE } from './masters.ts';
import { fitted } from './measures.ts';

export const title: SlideKind = {
  about: { en: 'Whose pack it is, of which study and as of when', zh: '封面：公司、研究与日期' },
  build({ findings, language, study }) {
    const { company, asOf, years, scenarios, strategies } = findings;
    const { title: place, subtitle } = TITLE_SLIDE;
    const facts = [
      say(language, `As of ${asOf}`, `截至 ${asOf}`),
      `${years[0]}–${years.at(-1)}`,
      say(language, `${scenarios.length} scenarios`, `${scenarios.length} 个情景`),
      say(language, `${strategies.length} strategies`, `${strategies.length} 个策略`),
    ].join(' · ');
    const names = [
      scenarios.map((one) => named(one.title, language)),
      strategies.map((one) => named(one.title, language)),
    ].map((all) => all.join(say(language, ', ', '、')));
    return [
      {
        layout: 'title',
        title: fitted(plain(company), place.box.w, place.size, 2, true),
        subtitle: fitted(plain(findings.study), subtitle.box.w, subtitle.size, 2),
        blocks: [
          {
            kind: 'text',
            box: { x: subtitle.box.x, y: subtitle.box.y + subtitle.box.h + 0.1, w: subtitle.box.w, h: 0.36 },
            size: 14,
            paragraphs: [[{ text: facts, color: TITLE_SLIDE.pale }]],
          },
          {
            kind: 'text',
            box: { x: subtitle.box.x, y: 6.2, w: subtitle.box.w, h: 0.7 },
            size: 12,
            valign: 'bottom',
            paragraphs: names.map((text) => [
              { text: fitted(text, subtitle.box.w, 12, 1), color: COLOUR.grid },
            ]),
          },
        ],
        notes: [
          say(
            language,
            `Made by tcfd run ${study}. run.json beside this file names every input with its checksum; report.html opens every number.`,
            `由 tcfd run ${study} 生成。同一文件夹中的 run.json 列出每个输入文件及其校验和；report.html 可展开每个数字。`,
          ),
          ...scenarios.map(
            (one) => named(one.title, language) + say(language, ': ', '：') + plain(one.narrative),
          ),
          ...strategies.map(
            (one) => named(one.title, language) + say(language, ': ', '：') + plain(one.about),
          ),
        ],
      },
    ];
  },
};
