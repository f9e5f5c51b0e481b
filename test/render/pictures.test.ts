// Every chart kind as specification and picture: valid, repeatable, inside its page, harmless.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Findings } from '../../src/analyse/index.ts';
import { textWidth } from '../../src/render/charts/text.ts';
import { kinds, render } from '../../src/render/index.ts';
import { CURVE, chart, findings } from './fixture.ts';

const schemaPath = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
const ajv = new Ajv({ strict: false, allowUnionTypes: true });
addFormats.default(ajv);
ajv.addFormat('color-hex', () => true);
const valid = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));

const LANGUAGES = ['en', 'zh'] as const;

interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Where each text of a picture stands on the page, groups and their translations added up. */
function textsOf(svg: string): Placed[] {
  const found: Placed[] = [];
  const shifts: (readonly [number, number])[] = [];
  const number = (attributes: string, name: string): number =>
    Number.parseFloat(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '0');
  const shiftOf = (attributes: string): readonly [number, number] => {
    const [, x = '0', y = '0'] = /translate\(([^,)]+),([^)]+)\)/.exec(attributes) ?? [];
    return [Number(x), Number(y)];
  };
  for (const [, close, group, attributes, inner] of svg.matchAll(
    /<(\/g)>|<g\b([^>]*)>|<text\b([^>]*)>(.*?)<\/text>/gs,
  )) {
    if (group?.endsWith('/')) continue;
    if (close) shifts.pop();
    else if (group !== undefined) shifts.push(shiftOf(group));
    else if (attributes !== undefined && inner !== undefined) {
      const own = shiftOf(attributes);
      const baseX = shifts.reduce((sum, [x]) => sum + x, own[0]);
      const y = shifts.reduce((sum, [, dy]) => sum + dy, own[1]) + number(attributes, 'y');
      const size = number(attributes, 'font-size');
      const bold = / font-weight="(bold|700)"/.test(attributes);
      const anchor = / text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
      const spans = [...inner.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>/g)];
      const lines = spans.length === 0 ? [['', '', inner] as const] : spans;
      for (const [, span = '', text = ''] of lines) {
        const x = baseX + (/ x="/.test(span) ? number(span, 'x') : number(attributes, 'x'));
        const width = textWidth(decoded(text), size, bold);
        const left = x - width * ({ middle: 0.5, end: 1 }[anchor] ?? 0);
        found.push({ text: decoded(text), left, right: left + width, y });
      }
    }
  }
  return found;
}

function content(artifacts: Awaited<ReturnType<typeof render>>, path: string): string {
  return String(artifacts.find((one) => one.path === path)?.content ?? '');
}

describe.each(LANGUAGES)('pictures in %s', (language) => {
  test.each(findings.charts)('$name is valid Vega-Lite and stays on its page', async (request) => {
    const artifacts = await render({ ...findings, charts: [request] }, { language });
    const spec: unknown = JSON.parse(content(artifacts, `charts/${request.name}.vl.json`));
    expect(valid(spec) ? [] : valid.errors?.slice(0, 3)).toEqual([]);
    const svg = content(artifacts, `charts/${request.name}.svg`);
    expect(svg).toContain('viewBox="0 0 1280 720"');
    const texts = textsOf(svg);
    expect(texts.length).toBeGreaterThan(8);
    const outside = texts.filter(
      ({ left, right, y }) => left < 0 || right > 1280 || y < 0 || y > 720 || Number.isNaN(left + right + y),
    );
    expect(outside).toEqual([]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|\sid="/);
  });
});

test('two renders are the same bytes, one after the other and at once', async () => {
  const one = await render(findings, { language: 'zh' });
  const [two, three] = await Promise.all([
    render(findings, { language: 'zh' }),
    render(findings, { language: 'zh' }),
  ]);
  expect(two).toEqual(one);
  expect(three).toEqual(one);
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x")',
  'a | b',
  'x'.repeat(10_000),
  '\u202Edetrevni\u202C \u200Fright',
  '🏭🔥 emoji',
  'line\nbreak & "quotes"',
  '长'.repeat(3_000),
];

/** The fixture with one text in every place where a file's text can stand. */
function hostile(text: string): Findings {
  const title = { en: text, zh: text };
  return {
    ...findings,
    company: text,
    study: text,
    scenarios: findings.scenarios.map((one) => ({ ...one, title })),
    strategies: findings.strategies.map((one) => ({ ...one, title })),
    quantities: new Map(
      [...findings.quantities].map(([name, info]) => [name, { ...info, title, about: text }]),
    ),
    series: findings.series.map((one) => ({ ...one, itemTitle: title, proxy: text })),
    sources: new Map([...findings.sources].map(([key]) => [key, { full: text, short: text }])),
    charts: findings.charts.map((one) => ({ ...one, title, labels: new Map() })),
    register: findings.register && {
      ...findings.register,
      title: text,
      rows: findings.register.rows.map((row) => ({ ...row, title, cause: text, owner: text })),
    },
  };
}

test.each(HOSTILE)('a hostile text ends as plain text: %#', async (text) => {
  const artifacts = await render(hostile(text), { language: 'en' });
  for (const artifact of artifacts) {
    const body = String(artifact.content);
    if (artifact.path.endsWith('.vl.json')) {
      const spec: unknown = JSON.parse(body);
      expect(valid(spec)).toBe(true);
    } else if (!/\.(?:csv|yaml)$/.test(artifact.path)) {
      expect(body).not.toContain('<script');
    }
    expect(body).not.toMatch(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/);
    if (artifact.path.endsWith('.svg')) {
      expect(body.length).toBeLessThan(300_000);
      expect(textsOf(body).filter(({ left, right }) => left < -1 || right > 1281)).toEqual([]);
    }
    if (artifact.path.endsWith('.csv')) expect(body).not.toMatch(/(^|,)"?[=+@]/m);
  }
});

test.each(Object.keys(kinds))('kind %s says so when there is nothing to draw', async (kind) => {
  const empty = { ...findings, series: [], targets: [], totals: new Map(), register: undefined };
  const artifacts = await render({ ...empty, charts: [chart(kind, ['eu_price'])] }, { language: 'en' });
  const svg = content(artifacts, `charts/${kind}-eu_price.svg`);
  expect(svg).toContain('<svg');
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

describe.each(LANGUAGES)('an abatement curve in %s', (language) => {
  const bars = async () => {
    const artifacts = await render({ ...findings, charts: [CURVE] }, { language });
    const spec = JSON.parse(content(artifacts, 'charts/curve.vl.json'));
    const panels: { name: string; from: number; to: number; height: number; width: number }[][] =
      spec.concat.map(
        (panel: { layer: { data: { values: never[] } }[] }) => panel.layer[0]?.data.values ?? [],
      );
    return { svg: content(artifacts, 'charts/curve.svg'), panels };
  };

  test('stands cheapest first, as wide as the tonnes, side by side', async () => {
    const { panels } = await bars();
    expect(panels).toHaveLength(3);
    for (const panel of panels) {
      expect(panel).toHaveLength(5);
      let end = 0;
      for (const [index, bar] of panel.entries()) {
        expect(bar.height).toBeGreaterThanOrEqual(panel[index - 1]?.height ?? Number.NEGATIVE_INFINITY);
        end += bar.width;
        expect(bar.to).toBeCloseTo(end, 9);
        // A bar too thin to be seen is widened to its left; all others are as wide as their tonnes.
        if (bar.name !== 'Lamps' && bar.name !== '照明') expect(bar.to - bar.from).toBeCloseTo(bar.width, 9);
        else expect(bar.to - bar.from).toBeGreaterThan(bar.width);
      }
    }
  });

  test('has no text upon another', async () => {
    const texts = textsOf((await bars()).svg);
    for (const [index, one] of texts.entries())
      for (const other of texts.slice(index + 1))
        if (Math.abs(one.y - other.y) < 12)
          expect(
            one.right <= other.left + 0.5 || other.right <= one.left + 0.5,
            `${one.text} | ${other.text}`,
          ).toBe(true);
  });
});
