// What a chart, a deck and a disclosure map may name: against kinds and files made up here, since which there are is for the render stage.
import { describe, expect, it } from 'vitest';
import { type ChartNeeds, checkCharts, checkDeck, checkDisclosure } from '../../src/check/index.ts';
import type { Program } from '../../src/resolve/index.ts';
import { type Changes, changed, checkFiles } from '../kit/checked.ts';
import { base } from '../kit/faults.ts';
import type { Files } from '../kit/project.ts';
import { told } from '../kit/told.ts';

function programOf(files: Files): Program {
  const { diagnostics, studies, print } = checkFiles(files, 'study.yaml');
  const [linted] = studies;
  if (linted === undefined) throw new Error(print(diagnostics));
  return linted.program;
}

/** A study that draws, besides all that the base has. */
const DRAWS: Changes = {
  'study.yaml': [['headlines:', 'uncertainty: { draws: 100, seed: 1, ranges: triangular }\nheadlines:']],
};
const NO_REGISTER: Changes = {
  'study.yaml': [['register: { file: register.yaml, inherent: Plan, residual: Plan }\n', '']],
};

describe('a chart', () => {
  const kinds: Readonly<Record<string, { readonly needs: ChartNeeds }>> = {
    lines: { needs: { quantities: 'some' } },
    line: { needs: { quantities: 'one' } },
    still: { needs: { quantities: 'one', still: true } },
    cloud: { needs: { quantities: 'one', draws: true } },
    map: { needs: { quantities: 'none', register: true } },
    parts: { needs: { quantities: 'one', of: 'total' } },
    pieces: { needs: { quantities: 'one', of: 'elements' } },
    pairs: { needs: { quantities: 'some', of: 'alike' } },
    goal: { needs: { quantities: 'one', of: 'target' } },
    curve: { needs: { quantities: 'some', of: 'elements', width: true } },
  };
  /** A second quantity by product in tonnes of CO2e, and one by two sets. */
  const MORE: Changes = {
    'model.yaml': [
      [
        'formulas:\n',
        'formulas:\n  saved: { about: Emissions saved, unit: tCO2e, by: product, is: emissions }\n  shipped: { about: Metal shipped, unit: t, by: [product, cn_code], is: "each(production, cn_code)" }\n',
      ],
    ],
  };
  const say = (chart: string, changes: Changes = {}): readonly string[] => {
    const files = {
      ...changed({ ...MORE, ...changes }),
      'chart.yaml': `chart: trial\ntitle: { en: Trial, zh: 试 }\n${chart.replaceAll('; ', '\n')}\n`,
    };
    return told(checkCharts(programOf(files), kinds), files);
  };

  it.each([
    ['kind: lines; quantities: [emissions, emissions_total, cumulative_emissions]'],
    ['kind: line; quantities: emissions_total'],
    ['kind: still; quantities: revenue_2023'],
    ['kind: still; quantities: emissions_total'],
    ['kind: map'],
    ['kind: parts; quantities: transition_cost'],
    ['kind: pieces; quantities: carbon_cost'],
    ['kind: pairs; quantities: [emissions, saved]'],
    ['kind: goal; quantities: emissions_total'],
    ['kind: curve; quantities: carbon_cost; width: production'],
    ['kind: curve; quantities: [carbon_cost, transition_cost]; width: production'],
  ])('is drawn: %s', (chart) => {
    expect(say(chart)).toEqual([]);
  });

  it('of draws is drawn by a study that draws', () => {
    expect(say('kind: cloud; quantities: transition_cost', DRAWS)).toEqual([]);
  });

  it.each([
    ['kind: curves', 'chart/kind: curves is not a kind of chart | «curves» | did you mean curve?'],
    [
      'kind: snowflake',
      'chart/kind: snowflake is not a kind of chart | «snowflake» | kinds: lines, line, still, cloud, map, parts, pieces, pairs, goal, curve',
    ],
    [
      'kind: constructor',
      'chart/kind: constructor is not a kind of chart | «constructor» | kinds: lines, line, still, cloud, map, parts, pieces, pairs, goal, curve',
    ],
    [
      'kind: cloud; quantities: transition_cost',
      'chart/needs: cloud shows draws, and the study takes none | «transition_cost» | add uncertainty: to the study',
    ],
    ['kind: map; quantities: carbon_cost', 'chart/needs: map takes no quantities | «carbon_cost»'],
    ['kind: line', 'chart/needs: line needs quantities | «line» | add quantities: [...]'],
    ['kind: lines', 'chart/needs: lines needs quantities | «lines» | add quantities: [...]'],
    [
      'kind: line; quantities: [saved, emissions]',
      'chart/needs: line draws one quantity, here are 2 | «[saved, emissions]»',
    ],
    [
      'kind: lines; quantities: [transition_cost, revenue_2023]',
      'chart/needs: lines draws years, and revenue_2023 is known for the base year alone | «[transition_cost, revenue_2023]»',
    ],
    [
      'kind: pairs; quantities: [saved, emissions, emissions_total]',
      'chart/needs: pairs puts the same elements side by side, and saved and emissions_total have others | «[saved, emissions, emissions_total]»',
    ],
    [
      'kind: pairs; quantities: [emissions_total, cumulative_emissions]',
      'chart/needs: pairs draws the elements of a set, and emissions_total has none | «[emissions_total, cumulative_emissions]»',
    ],
    [
      'kind: pieces; quantities: emissions_total',
      'chart/needs: pieces draws the elements of a set, and emissions_total has none | «emissions_total»',
    ],
    [
      'kind: parts; quantities: carbon_cost',
      'chart/needs: parts draws what adds to a total, and carbon_cost is none | «carbon_cost» | totals: transition_cost',
    ],
    [
      'kind: goal; quantities: transition_cost',
      'chart/needs: goal draws targets, and no target of the company aims at transition_cost | «transition_cost» | add one to targets: in the company file',
    ],
    [
      'kind: lines; quantities: carbon_cost; width: production',
      'chart/needs: lines has no bars with a width of their own | «production»',
    ],
    [
      'kind: curve; quantities: carbon_cost',
      'chart/needs: curve needs width: the quantity that says how wide each bar is | «curve»',
    ],
    [
      'kind: curve; quantities: carbon_cost; width: production_2023',
      'chart/needs: curve draws years, and production_2023 is known for the base year alone | «production_2023»',
    ],
    [
      'kind: curve; quantities: carbon_cost; width: emissions_total',
      'chart/needs: curve needs widths and heights of the same elements; emissions_total is by no set, carbon_cost by product | «emissions_total»',
    ],
    [
      'kind: curve; quantities: [emissions, emissions_total, saved]; width: production',
      'chart/needs: curve holds bars against one level, and saved is by product | «production»',
    ],
  ])('is refused: %s', (chart, message) => {
    expect(say(chart)).toEqual([message]);
  });

  it('of the register needs one', () => {
    expect(say('kind: map', NO_REGISTER)).toEqual([
      'chart/needs: map draws the register, and the study has none | «map» | add register: to the study',
    ]);
  });

  it('by two sets is said by both', () => {
    expect(say('kind: curve; quantities: carbon_cost; width: shipped')).toEqual([
      'chart/needs: curve needs widths and heights of the same elements; shipped is by product and cn_code, carbon_cost by product | «shipped»',
    ]);
  });

  it('that a model on its own does not show is not looked at', () => {
    const files = { 'model.yaml': String(base['model.yaml']) };
    expect(checkFiles(files, 'model.yaml').diagnostics).toEqual([]);
  });
});

describe('a deck', () => {
  const say = (deck: string): readonly string[] => {
    const program = programOf(base);
    const { study } = program;
    if (study === undefined) throw new Error('the base project has no study');
    const span = { file: 'scenarios/study.yaml', from: 0, to: 5 };
    const slides = deck.split(', ').map((name) => ({ name, span }));
    return told(checkDeck({ ...program, study: { ...study, deck: slides } }, ['title', 'charts']), base);
  };

  it('shows kinds of slides and charts of the study', () => {
    expect(say('title, carbon-cost, charts')).toEqual([]);
  });

  it('shows nothing else, and everything once', () => {
    expect(say('title, carbon-costs, title, appendix, charts, title')).toEqual([
      'deck/slide: carbon-costs is neither a kind of slide nor a chart of the study | «study» | did you mean carbon-cost?',
      'name/twice: two of the slides are title | «study»',
      "deck/slide: appendix is neither a kind of slide nor a chart of the study | «study» | slides: title, charts, and the names of the study's charts",
      'name/twice: two of the slides are title | «study»',
    ]);
  });
});

describe('an answer of the disclosure map', () => {
  const packFiles = {
    'facts.md': { parts: { heaviest: 1, lightest: 2 } },
    'list.md': { parts: {} },
    'spread.md': { needs: 'draws', parts: {} },
    'risks.md': { needs: 'register', parts: {} },
    'aims.md': { needs: 'targets', parts: {} },
    'agreed.md': { needs: 'reconciliation', parts: {} },
    'later.md': { needs: 'backtest', parts: {} },
  } as const;
  const say = (shown: string, changes: Changes = {}): readonly string[] => {
    const files = {
      ...changed(changes),
      'disclosure.yaml': String(base['disclosure.yaml']).replace('{ scenarios: because }', `{ ${shown} }`),
    };
    return told(checkDisclosure(programOf(files), packFiles), files);
  };
  const WITHOUT_TARGETS: Changes = {
    'company.yaml': [
      [
        'targets:\n  emissions_2030:\n    title: { en: Emissions 2030, zh: 2030 年排放 }\n    quantity: emissions_total\n    year: 2030\n    at_most: 30 ktCO2e\n',
        '',
      ],
    ],
  };

  it.each([
    'scenarios: because',
    'file: facts.md',
    'file: facts.md, part: lightest',
    'file: list.md',
    'file: risks.md',
    'file: aims.md',
  ])('may be { %s }', (shown) => {
    expect(say(shown)).toEqual([]);
  });

  it('may be what draws say, in a study that draws', () => {
    expect(say('file: spread.md', DRAWS)).toEqual([]);
  });

  it.each<[string, Changes, string]>([
    [
      'file: fact.md',
      {},
      'disclosure/file: the run leaves no file fact.md that answers anything | «fact.md» | did you mean facts.md?',
    ],
    [
      'file: toString',
      {},
      'disclosure/file: the run leaves no file toString that answers anything | «toString» | files: facts.md, list.md, spread.md, risks.md, aims.md, agreed.md, later.md',
    ],
    [
      'file: facts.md, part: heavies',
      {},
      'disclosure/part: facts.md has no part heavies | «heavies» | did you mean heaviest?',
    ],
    [
      'file: facts.md, part: q',
      {},
      'disclosure/part: facts.md has no part q | «q» | parts: heaviest, lightest',
    ],
    ['file: list.md, part: q', {}, 'disclosure/part: list.md has no part q | «q» | leave part out'],
    [
      'file: spread.md',
      {},
      'disclosure/file: spread.md says nothing: the study takes no draws | «spread.md» | add uncertainty: to the study',
    ],
    [
      'file: risks.md',
      NO_REGISTER,
      'disclosure/file: risks.md says nothing: the study has no register | «risks.md» | add register: to the study',
    ],
    [
      'file: aims.md',
      WITHOUT_TARGETS,
      'disclosure/file: aims.md says nothing: the company has no targets | «aims.md» | add targets: to the company file',
    ],
    [
      'file: agreed.md',
      {},
      'disclosure/file: agreed.md says nothing: the company reconciles nothing | «agreed.md» | add reconciliation: to the company file',
    ],
    [
      'file: later.md',
      {},
      'disclosure/file: later.md says nothing: the company names no later figure | «later.md» | add backtest: to the company file',
    ],
  ])('may not be { %s }', (shown, changes, message) => {
    expect(say(shown, changes)).toEqual([message]);
  });

  it('is looked at where there is one', () => {
    const files = changed({ 'study.yaml': [['disclosure: disclosure.yaml\n', '']] });
    expect(checkDisclosure(programOf(files), packFiles)).toEqual([]);
  });
});
