// board.pptx: the findings as slides that a committee can present and edit, in the order that the study gives them.
import type { Artifact } from '../types.ts';
import { plain } from '../wording.ts';
import { assumptions } from './assumptions.ts';
import { chartSlide } from './charts.ts';
import { headlines } from './headlines.ts';
import type { DeckContext, SlideKind } from './kind.ts';
import { notCovered } from './not_covered.ts';
import { CHARTS, ORDER, type SlideName } from './order.ts';
import { painted } from './paint.ts';
import { fileOf } from './parts.ts';
import { register } from './register.ts';
import { soundParts } from './repairs.ts';
import { summary } from './summary.ts';
import { targets } from './targets.ts';
import type { Template } from './template.ts';
import { title } from './title.ts';
import { transplanted } from './transplant.ts';
import type { Slide } from './types.ts';

/** Kind by the name that a study gives it. */
export const slideKinds: Readonly<Record<string, SlideKind>> = {
  title,
  summary,
  headlines,
  targets,
  register,
  assumptions,
  not_covered: notCovered,
} satisfies Record<SlideName, SlideKind>;

async function slidesOf(context: DeckContext): Promise<readonly Slide[]> {
  const { charts, findings } = context;
  const order = findings.deck ?? ORDER;
  // A chart that has the name of a kind comes with the others.
  const single = new Set(order.filter((name) => slideKinds[name] === undefined));
  const slides: Slide[] = [];
  for (const name of order) {
    const kind = slideKinds[name];
    if (kind !== undefined) {
      slides.push(...kind.build(context));
      continue;
    }
    const own = charts.filter(({ request }) =>
      name === CHARTS ? !single.has(request.name) : request.name === name,
    );
    for (const chart of own) slides.push(await chartSlide(chart, context));
  }
  return slides;
}

/**
 * @param brand the line at the foot of our own layouts
 * @param template a company's file, whose layouts take the place of ours
 */
export async function boardDeck(
  context: DeckContext,
  brand: string,
  template: Template | undefined,
): Promise<Artifact> {
  const { findings, language } = context;
  const made = await painted(await slidesOf(context), {
    title: plain(`${findings.company} · ${findings.study} · ${findings.asOf}`),
    company: plain(findings.company),
    brand,
  });
  const parts = await soundParts(made, {
    language: language === 'zh' ? 'zh-CN' : 'en-GB',
    day: findings.asOf,
  });
  const whole = template === undefined ? parts : transplanted(parts, template);
  return { path: 'board.pptx', content: await fileOf(whole) };
}
