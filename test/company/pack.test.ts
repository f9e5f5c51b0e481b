// The pictures of the real study, in both languages, against the official schema of Vega-Lite; what the board opens first.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/index.ts';
import { runWithDraws } from '../../src/pipeline.ts';
import { shownAt } from '../../src/render/disclosure-words.ts';
import { packFiles } from '../../src/render/pack-files.ts';
import { deviates, workerHere } from '../../src/simulate/index.ts';
import { runRecord } from '../../src/write/index.ts';
import { loadBoard } from '../kit/project.ts';

// Few draws: their pictures are looked at, not their numbers.
const sources = await loadBoard();
const drawn = await runWithDraws(sources, [], {
  draws: 100,
  deviates,
  workers: [workerHere(deviates)],
});
if (drawn.value === undefined) throw new Error(JSON.stringify(drawn.diagnostics, null, 2));
const findings = drawn.value;
const ajv = new Ajv({ strict: false, allowUnionTypes: true });
addFormats.default(ajv);
ajv.addFormat('color-hex', () => true);
const schema = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
const holds = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

describe.each(['en', 'zh'] as const)('the pack in %s', async (language) => {
  const artifacts = await render(findings, { language });
  const names = findings.charts.map(({ name }) => name);

  it('has every picture that the board asks for', () => {
    const wanted = ['carbon-price-eu', 'carbon-price-china', 'green-power', 'ingot-footprint', 'emissions'];
    expect(names).toEqual(expect.arrayContaining([...wanted, 'cbam', 'waterfall-2030', 'heat-map']));
  });

  it.each(names)('%s is a specification that holds, and a picture with words', (name) => {
    const text = (path: string): string => String(artifacts.find((one) => one.path === path)?.content);
    expect(holds(JSON.parse(text(`charts/${name}.vl.json`))), JSON.stringify(holds.errors)).toBe(true);
    const svg = text(`charts/${name}.svg`);
    expect(svg.match(/<text/g)?.length ?? 0).toBeGreaterThan(8);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('holds every place that the disclosure map points at, and every part that one can point at', () => {
    const given = { set: [], draws: undefined, seed: undefined, lang: language } as const;
    const files = [...artifacts, runRecord(sources, findings, given, '0.0.0', artifacts)];
    const text = (path: string): string => String(files.find((one) => one.path === path)?.content ?? '');
    const { rows = [] } = findings.disclosure ?? {};
    const places = rows.flatMap(({ shown }) => shown.map((place) => shownAt(place, findings, language)));
    expect([rows.length, places.length > 50]).toEqual([17, true]);
    const parts = Object.entries(packFiles).flatMap(([file, each]) => [
      { file, key: '' },
      ...Object.values(each.parts).map((part) => ({ file, key: part[language] })),
    ]);
    for (const { file, key } of [...places, ...parts]) {
      expect(text(file), file).not.toBe('');
      expect(text(file), `${file}: ${key}`).toContain(key);
    }
  });

  it('leaves no word of a machine in its texts', () => {
    for (const { path, content } of artifacts)
      if (path.endsWith('.md')) expect(String(content), path).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
});
