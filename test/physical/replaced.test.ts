// A user replaces the tables of sites by the output of a hazard model: only the tables and their sidecars change.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Sources } from '../../src/load/index.ts';
import { run } from '../../src/pipeline.ts';
import { numberOf } from '../company/board.ts';
import { withTexts } from '../kit/memory.ts';
import { type Findings, loadBoard } from '../kit/project.ts';

const sources = await loadBoard();
const HERE = 'scenarios/innovation-new-material';
const textOf = (name: string): string => sources.files.get(`${HERE}/${name}`)?.text ?? '';

/** The board with another table; its checksum is that of the new text, as it is on disk. */
function withTable(name: string, csv: string, texts: Readonly<Record<string, string>> = {}): Sources {
  const sha256 = createHash('sha256').update(csv).digest('hex');
  const sidecar = textOf(`${name}.yaml`).replace(/sha256: \w+/, `sha256: ${sha256}`);
  const changed = withTexts(
    sources,
    new Map(
      Object.entries({ ...texts, [`${name}.yaml`]: sidecar }).map(([file, text]) => [
        `${HERE}/${file}`,
        text,
      ]),
    ),
  );
  const path = `${HERE}/${name}.csv`;
  const bytes = new TextEncoder().encode(csv);
  const table = { path, text: csv, bytes, sha256, links: new Map<string, string>() };
  return { ...changed, files: new Map([...changed.files, [path, table]]) };
}

const lossIn = (findings: Findings, year = 2030): number =>
  numberOf(findings, 'Current Policies', 'Committed plan', 'flood_total', year);

function ran(changed: Sources): Findings {
  const { value, diagnostics } = run(changed, []);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value;
}

const csv = textOf('hazards.csv');
const [head = '', ...rows] = csv.trim().split('\n');

describe('a table of hazards', () => {
  it('in another order gives the same', () => {
    const turned = `${[head, ...rows.toReversed()].join('\n')}\n`;
    expect(lossIn(ran(withTable('hazards', turned)))).toBe(lossIn(ran(sources)));
  });

  it('without water leaves no floods', () => {
    const dry = csv.replaceAll(/,flood,(\d+),[\d.]+,m,[\d.]+,[\d.]+/g, ',flood,$1,0,m,0,0');
    expect(lossIn(ran(withTable('hazards', dry)))).toBe(0);
  });

  it('with a return period more, named in its set, counts it', () => {
    const more = rows.flatMap((row) =>
      row.includes(',500,')
        ? [row, row.replace(',500,', ',1000,').replace(/,([\d.]+),(m|m\/s),.*$/, ',6,$2,,,')]
        : [row],
    );
    const sites = textOf('sites.yaml')
      .replace(
        'return_period: "500" }\n',
        'return_period: "1000" }\n      "1000": { return_period: "1000" }\n',
      )
      .replace('"500": 0.2 %', '"500": 0.2 %, "1000": 0.1 %');
    const changed = withTable('hazards', `${[head, ...more].join('\n')}\n`, { 'sites.yaml': sites });
    expect(lossIn(ran(changed))).toBeGreaterThan(lossIn(ran(sources)));
  });

  it('with a row missing is refused by name', () => {
    const { value, diagnostics } = run(withTable('hazards', `${[head, ...rows.slice(1)].join('\n')}\n`), []);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual(['hazards.csv has no row for shandong; 10']);
  });

  it('that changed behind its sidecar is refused', () => {
    const { files } = withTable('hazards', `${csv}\n`);
    const kept = sources.files.get(`${HERE}/hazards.yaml`);
    if (kept === undefined) throw new Error('the sidecar is gone');
    const { diagnostics } = run({ ...sources, files: new Map([...files, [kept.path, kept]]) }, []);
    expect(diagnostics.map(({ code }) => code)).toContain('data/checksum');
  });
});
