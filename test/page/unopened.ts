// Which numbers of the report nobody can press, and why that is right: what is left when the reasons below are taken away should open.

import type { Page } from 'playwright-core';
import type { Findings } from '../kit/project.ts';

/** Where numbers open, and how many there are at the least. */
export const OPENING: readonly (readonly [selector: string, least: number])[] = [
  ['aside.issues', 1],
  ['#targets', 200],
  ['#headlines', 700],
  ['#evidence', 70],
  ['#charts h3', 50],
  ['#register .pairs dd', 25],
  ['#decisions', 280],
  ['#reconciliation .difference', 70],
  ['#backtest', 8],
];

/** Places whose texts are not computed by the run. */
const PLACES: readonly (readonly [selector: string, reason: string])[] = [
  ['.facts', 'dates, years and counts of the study'],
  ['#cases', 'what the files of scenarios and strategies say'],
  [
    'aside.issues li',
    'what the files say of a scenario; shares of draws among it open, as a test of its own holds',
  ],
  [
    '#register .issues, #register .pairs dt, #register h3',
    'what the file of the register says, and its dates',
  ],
  [
    '#register .pairs dd',
    'the same; where the indicator stands and what is tolerated open, as a test of its own holds',
  ],
  ['#register .tags', 'the year of the row'],
  ['.count, .count-badge, summary', 'counts of rows, and their numbering'],
  ['.chart figcaption p, .caption', 'units, years, counts of inputs and draws, names of sources'],
  ['thead', 'years and units'],
  ['#reconciliation > .lead', 'counts of lines'],
  [
    '.comparison > p:not(.difference), .comparison h4, .sides p:not(.amount)',
    'what the file of the company says',
  ],
  ['code, .place', 'formulas, and lines of files'],
  ['#disclosure, #sources, #guide', 'paragraphs of standards, counts of values, and help'],
  ['#assumptions .why, #assumptions .where, #assumptions .item, #assumptions h3', 'what files say'],
  ['#backtest td:last-child, #backtest td:nth-last-child(2), #targets dd', 'what files say of it'],
  ['#decisions td:last-child p', 'who says so'],
];

/** What stands between numbers that open, and is none of the run. */
const WORDS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/\b(?:19|20)\d\d(?:–\d{4}|年|\b)/g, 'years'],
  [/\d+ (?:more below|figures?|lines? ha(?:s|ve))|另有 \d+ 项|\d+ 项/g, 'counts of lines'],
  [
    /in \d+ of \d+ (?:scenarios|cases)|\d+ of \d+ risks|在 \d+ 个情景中的 \d+ 个|\d+ 种情形中的 \d+ 种/g,
    'counts of cases',
  ],
  [/Q[1-4]|[一二三四]季度/g, 'quarters'],
  [/how far 1 % of|变动 1%|from 0 % to 100 %|从 0% 升至 100%/g, 'rules in words'],
  [
    /[(（](?:[^()（）]*[;；] ?)?\d+(?:\.\d+)?[)）]/g,
    'counts of lines, and elements that are named by a number',
  ],
  [/CO2|m3/g, 'chemistry and units'],
];

/** Names with a number in them. */
function namesIn(findings: Findings): readonly string[] {
  const titles = [
    ...findings.scenarios,
    ...findings.strategies,
    ...findings.quantities.values(),
    ...findings.targets,
    ...findings.unquantifiedTargets,
    ...findings.charts,
    ...findings.series.map(({ itemTitle }) => ({ title: itemTitle })),
  ].flatMap(({ title }) => [title.en, title.zh]);
  const labels = findings.charts.flatMap(({ labels }) =>
    [...labels.values()].flatMap(({ en, zh }) => [en, zh]),
  );
  return [...new Set([...titles, ...labels])]
    .filter((name) => /\d/.test(name) && /\p{L}/u.test(name))
    .toSorted((one, other) => other.length - one.length);
}

/** Texts of the page, all of it unfolded, in which a number stands that is no button and has none of the reasons. */
export async function unopenedIn(page: Page, findings: Findings): Promise<readonly string[]> {
  const texts = await page.evaluate(
    (excused) => {
      const found: string[] = [];
      const walker = document.createTreeWalker(
        document.querySelector('main') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      while (walker.nextNode()) {
        const { textContent, parentElement } = walker.currentNode;
        if (!/\d/.test(textContent ?? '') || parentElement?.closest(`button, svg, select, ${excused}`))
          continue;
        found.push(`${parentElement?.closest('section')?.id}: ${textContent}`);
      }
      return found;
    },
    PLACES.map(([selector]) => selector).join(', '),
  );
  const names = namesIn(findings);
  return texts.filter((text) => {
    const bare = names.reduce((rest, name) => rest.replaceAll(name, ''), text);
    return /\d/.test(WORDS.reduce((rest, [pattern]) => rest.replaceAll(pattern, ''), bare));
  });
}
