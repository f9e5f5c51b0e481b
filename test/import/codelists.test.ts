// The codelists that come with the product: every unit is one of ours, every variable can come in, no name means two things.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { layTogether } from '../../src/import/codelists.ts';
import { keyOf } from '../../src/import/spelling.ts';
import { findCodelists, findReferences, load } from '../../src/load/index.ts';
import type { CodelistFile } from '../../src/parse/index.ts';
import { parse } from '../../src/parse/parse.ts';
import { createUnitSystem } from '../../src/units/index.ts';
import { sourcesOf } from '../kit/memory.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

async function parsed(paths: readonly string[]) {
  const { value, diagnostics } = parse((await load(paths, { cwd: ROOT })).value);
  return { files: [...(value?.files.values() ?? [])], diagnostics };
}

const { files, diagnostics } = await parsed(await findCodelists(ROOT));
const lists = files.filter((file): file is CodelistFile => file.kind === 'codelist');
const references = (await parsed(await findReferences(ROOT))).files;

describe('the codelists', () => {
  it('have no fault and are all codelists', () => {
    expect(diagnostics).toEqual([]);
    expect(layTogether(lists).diagnostics).toEqual([]);
    expect(lists.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
    expect(lists.length).toBeGreaterThan(4);
  });

  it('translate every unit into one of ours', () => {
    const { parse: unit } = createUnitSystem({});
    const { codelists } = layTogether(lists);
    for (const { ours, spelling } of codelists.units.values())
      expect(unit(ours).fault, spelling).toBeUndefined();
    const ours = new Set([...codelists.units.values()].map((one) => one.ours));
    for (const { name, units } of codelists.variables.values())
      expect([name, units.filter((one) => !ours.has(one))]).toEqual([name, []]);
  });

  it('name sources that a reference file describes, and a licence wherever they name models', () => {
    const sources = references.flatMap((file) =>
      file.kind === 'reference' ? Object.keys(file.content.sources ?? {}) : [],
    );
    for (const { content, path } of lists) {
      expect(sources, path).toContain(content.source?.[0]);
      expect(content.licence === undefined, path).toBe(content.models === undefined);
    }
  });

  it('spell no name twice', () => {
    for (const { content, path } of lists)
      for (const names of [content.scenarios ?? {}, content.regions ?? {}]) {
        const keys = Object.entries(names).flatMap(([name, others]) => [
          ...new Set([name, ...others].map(keyOf)),
        ]);
        expect(keys.toSorted(), path).toEqual([...new Set(keys)].toSorted());
      }
  });

  it('that translate one unit in two ways are an error at both places', () => {
    const list = (name: string, unit: string): string =>
      `codelist: ${name}\nabout: A test\nreviewed: 2026-11-22\nunits:\n  pounds: ${unit}\n`;
    const texts = new Map([
      ['a.yaml', list('A', 't')],
      ['b.yaml', list('B', 'kg')],
    ]);
    const two = [...(parse(sourcesOf(texts, 'a.yaml')).value?.files.values() ?? [])];
    const clash = layTogether(
      two.filter((file): file is CodelistFile => file.kind === 'codelist'),
    ).diagnostics;
    expect(clash.map(({ code, labels }) => [code, labels.map(({ span }) => span.file)])).toEqual([
      ['import/codelist', ['b.yaml', 'a.yaml']],
    ]);
  });
});
