// All charts of the board study: each says which cases it is of and what its numbers rest on, wherever it is shown.
import { describe, expect, test } from 'vitest';
import { load } from '../../src/load/index.ts';
import { run } from '../../src/pipeline.ts';
import { groundsOf, proxies } from '../../src/render/charts/caption.ts';
import { standalone } from '../../src/render/charts/frame.ts';
import { kinds, type Language } from '../../src/render/index.ts';
import { inLanguage } from '../../src/render/translated.ts';
import { named } from '../../src/render/wording.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const STUDIES = ['board', 'committee'].map((name) => `scenarios/innovation-new-material/${name}.yaml`);
const LANGUAGES = ['en', 'zh'] as const;

const found = await Promise.all(
  STUDIES.map(async (study) => {
    const findings = run((await load([study], { cwd: ROOT })).value, []).value;
    if (findings === undefined) throw new Error(`${study} does not run`);
    return findings;
  }),
);

const all = found.flatMap((findings) => {
  const each = Object.fromEntries(LANGUAGES.map((language) => [language, inLanguage(findings, language)]));
  return findings.charts.map((request) => ({
    name: `${findings.study}: ${request.name}`,
    request,
    pictureIn(language: Language) {
      const own = each[language];
      const picture = own && kinds[request.kind]?.build(request, own, language);
      if (own === undefined || picture === undefined) throw new Error(`no picture ${request.name}`);
      return { findings: own, picture };
    },
  }));
});

/** What the numbers of a chart rest on: also how wide its bars are, and what drives the rows of the register. */
function restsOn({ request }: (typeof all)[number], { register }: (typeof found)[number]): readonly string[] {
  const rows = request.kind === 'heat_map' ? (register?.rows ?? []) : [];
  return [
    ...request.quantities,
    ...(request.width === undefined ? [] : [request.width]),
    ...rows.flatMap(({ drivenBy }) => drivenBy),
  ];
}

/** Every text that the specification draws, in its order, one after the other. */
function drawn(spec: unknown): string {
  if (Array.isArray(spec)) return spec.map(drawn).join(' ');
  if (typeof spec !== 'object' || spec === null) return typeof spec === 'string' ? spec : '';
  return Object.entries(spec)
    .filter(([key]) => ['concat', 'layer', 'data', 'values', 'text'].includes(key))
    .map(([, value]) => drawn(value))
    .join(' ');
}

const unspaced = (text: string): string => text.replaceAll(/\s/g, '');

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(all)('$name says what stands for what, what is assumed and who says it', (chart) => {
    const { findings, picture } = chart.pictureIn(language);
    const quantities = restsOn(chart, findings);
    const { scenarios, strategies } = chart.request;
    const caption = picture.notes.join(' ');
    expect(caption).toContain(
      proxies({ quantities, scenarios, strategies }, findings, language).slice(1, -1),
    );
    const { assumed, inputs } = groundsOf(quantities, findings);
    if (assumed > 0 && scenarios.length === 0) {
      expect(caption).toMatch(/assumed\.|假设值。/);
      if (inputs > 1) expect(caption).toMatch(/\d+ (?:of \d+ )?inputs |\d+ 项输入/);
    }
    expect(picture.sources.length).toBeGreaterThan(0);
    // On whatever page its specification is drawn, at least the first source by its name.
    const seen = unspaced(drawn(standalone(picture, 'Brand', language)));
    for (const note of picture.notes) expect(seen).toContain(unspaced(note));
    expect(seen).toContain(unspaced(picture.sources[0] ?? ''));
    expect(seen).toContain('Brand');
  });

  test.each(all)('$name names its scenarios and strategies where they are not all', (chart) => {
    const { findings, picture } = chart.pictureIn(language);
    for (const axis of ['scenarios', 'strategies'] as const) {
      const names = chart.request[axis];
      const every: readonly { readonly name: string; readonly title: { en: string; zh: string } }[] =
        findings[axis];
      const titles = every
        .filter(({ name }) => names.length === 0 || names.includes(name))
        .map(({ title }) => named(title, language));
      if (titles.length === every.length) continue;
      const said =
        titles.length > 3 ? new RegExp(`\\b${titles.length}\\b`) : new RegExp(titles.map(escaped).join('.+'));
      expect(picture.subtitle).toMatch(said);
      expect(picture.cases).toMatch(said);
      expect(picture.headline).not.toMatch(/every (?:scenario|strategy|case)(?! shown)/i);
    }
  });
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('names that stand within a sentence do not begin as one', () => {
  const compared = all.filter(({ request }) => request.kind === 'compare');
  expect(compared.length).toBeGreaterThan(1);
  for (const { request } of compared)
    for (const { en } of request.labels.values()) expect(en).not.toMatch(/^[A-Z][a-z]/);
});

test('the name of a scenario is not broken at the end of its line', () => {
  for (const chart of all) {
    const { picture } = chart.pictureIn('zh');
    if (picture.shows?.kind !== 'lines') continue;
    const spec = JSON.stringify(picture.draw({ width: 1184, height: 480 }).spec);
    const names = picture.shows.picture.panels.flatMap(({ lines }) => lines.map(({ name }) => name));
    for (const name of names) if ([...name].length <= 9) expect(spec).toContain(`${name}：`);
  }
});
