// What is the same for every kind of chart: which cases it is of, what its numbers rest on, and what found no room.
import type { ChartRequest, Findings } from '../../analyse/index.ts';
import { type Language, listed, named, say } from '../wording.ts';
import { leftOut, provenance, sourcesOf } from './caption.ts';
import type { Kind, Picture, Sketch, Sketching } from './chart.ts';
import { chosen, topic } from './data.ts';

/** More names are counted. */
const MOST_NAMED = 3;

/**
 * The scenarios and strategies that a picture is of, in words, where they are not all of the study: so that nobody takes what it finds
 * for a finding on all of them.
 */
function casesOf(
  { left, only }: Sketch,
  request: ChartRequest,
  findings: Findings,
  language: Language,
): readonly string[] {
  const among = (
    all: Findings['scenarios'] | Findings['strategies'],
    asked: readonly string[],
    counted: (some: number, all: number) => string,
  ): string => {
    const titles = chosen<(typeof all)[number]>(all, asked)
      .map(({ title }) => named(title, language))
      .filter((title) => !left?.includes(title));
    if (titles.length === all.length) return '';
    return titles.length > MOST_NAMED ? counted(titles.length, all.length) : listed(titles, language);
  };
  return [
    among(findings.scenarios, only?.scenarios ?? request.scenarios, (some, all) =>
      say(language, `${some} of ${all} scenarios`, `${all} 个情景中的 ${some} 个`),
    ),
    among(findings.strategies, only?.strategies ?? request.strategies, (some, all) =>
      say(language, `${some} of ${all} strategies`, `${all} 种策略中的 ${some} 种`),
    ),
  ].filter((words) => words !== '');
}

function completed(sketch: Sketch, request: ChartRequest, findings: Findings, language: Language): Picture {
  const { headline, facts, unit, notes, restsOn, left = [], draw, shows } = sketch;
  const about = { ...request, quantities: restsOn ?? request.quantities };
  const cases = casesOf(sketch, request, findings, language);
  const unsaid = cases.filter((words) => !facts.includes(words));
  return {
    headline,
    subtitle: topic(request, unit, language, ...unsaid, ...facts),
    cases: cases.join(say(language, ', ', '，')),
    notes: [...notes, ...provenance(about, findings, language), ...leftOut(left, language)],
    sources: sourcesOf(about, findings),
    draw,
    ...(shows === undefined ? {} : { shows }),
  };
}

/** Whole pictures of what a kind sketches. */
export const whole =
  (sketch: Sketching): Kind['build'] =>
  (request, findings, language) =>
    completed(sketch(request, findings, language), request, findings, language);
