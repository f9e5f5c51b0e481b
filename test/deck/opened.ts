// A deck opened again: its parts, its slides in order, and what is wrong with it as a file.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Findings } from '../../src/analyse/index.ts';
import { outlined, rasteriser } from '../../src/load/index.ts';
import { type Parts, partsOf, relationships, textOf } from '../../src/render/deck/parts.ts';
import { type Language, render, type Template } from '../../src/render/index.ts';
import { PROGRAMS, start } from '../kit/debian.ts';

const XSD = fileURLToPath(new URL('../ooxml-xsd/', import.meta.url));

export interface Made {
  readonly bytes: Uint8Array;
  readonly parts: Parts;
}

/** The deck of a pack, pictures drawn by the shipped fonts. */
export async function deckOf(findings: Findings, language: Language, template?: Template): Promise<Made> {
  const artifacts = await render(findings, {
    ...{
      language,
      template,
      study: 'scenarios/bakery/study.yaml',
      toPng: rasteriser(0.5),
      toPaths: outlined,
    },
  });
  const bytes = artifacts.find(({ path }) => path === 'board.pptx')?.content;
  if (!(bytes instanceof Uint8Array)) throw new Error('no deck');
  return { bytes, parts: await partsOf(bytes) };
}

/** Paths of the slides in the order in which they are shown. */
export function slidesOf(parts: Parts): readonly string[] {
  const targets = new Map(relationships(parts, 'ppt/presentation.xml').map(({ id, target }) => [id, target]));
  return [...textOf(parts, 'ppt/presentation.xml').matchAll(/<p:sldId\b[^>]* r:id="([^"]*)"/g)].map(
    ([, id = '']) => targets.get(id) ?? `nothing behind ${id}`,
  );
}

export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Everything that is written in a part, paragraph by paragraph. */
export const wordsIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<a:p>(.*?)<\/a:p>/gs)].map(([, inner = '']) =>
    [...inner.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => unescaped(text)).join(''),
  );

export const notesOf = (parts: Parts, slide: string): string => {
  const target = relationships(parts, slide).find(({ type }) => type === 'notesSlide')?.target ?? '';
  return wordsIn(textOf(parts, target)).join('\n');
};

/** Relationships that lead nowhere, parts that nothing leads to, parts without a type, ids that shapes share. */
export function faultsIn(parts: Parts): readonly string[] {
  const types = textOf(parts, '[Content_Types].xml');
  const reached = new Set<string>(['[Content_Types].xml', '_rels/.rels']);
  const queue = [''];
  const faults: string[] = [];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (path !== '') reached.add(path.replace(/([^/]+)$/, '_rels/$1.rels'));
    for (const { target, outside } of relationships(parts, path)) {
      if (outside) faults.push(`${path} leads outside to ${target}`);
      else if (!parts.has(target)) faults.push(`${path} leads to ${target}, which is not there`);
      else if (!reached.has(target)) {
        reached.add(target);
        queue.push(target);
      }
    }
  }
  for (const path of parts.keys()) {
    if (!reached.has(path)) faults.push(`nothing leads to ${path}`);
    const extension = path.split('.').at(-1) ?? '';
    const typed = types.includes(`PartName="/${path}"`) || types.includes(`Extension="${extension}"`);
    if (!typed && path !== '[Content_Types].xml') faults.push(`${path} has no type`);
  }
  for (const [, path = ''] of types.matchAll(/PartName="\/([^"]+)"/g))
    if (!parts.has(path)) faults.push(`${path} has a type and is not there`);
  for (const [path, content] of parts) {
    const ids = [...String(content).matchAll(/<p:cNvPr\b[^>]*?\sid="(\d+)"/g)].map(([, id]) => id);
    if (new Set(ids).size < ids.length) faults.push(`${path} has shapes of the same id`);
  }
  return faults;
}

const SCHEMAS: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/charts\/[^/]+\.xml$/, 'dml-chart.xsd'],
  [/^ppt\/(?:theme\/[^/]+|tableStyles)\.xml$/, 'dml-main.xsd'],
  [/^ppt\/.*\.xml$/, 'pml.xsd'],
  [/^xl\/(?!theme\/).*\.xml$/, 'sml.xsd'],
  [/^xl\/theme\/.*\.xml$/, 'dml-main.xsd'],
  [/^docProps\/app\.xml$/, 'shared-documentPropertiesExtended.xsd'],
];

/** Complaints of the ISO 29500 schemas, each part held against its own; sheets of charts are files inside the file. */
export async function complaints(parts: Parts): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tcfd-deck-'));
  try {
    const bySchema = new Map<string, string[]>();
    const put = (all: Parts, below: string): void => {
      for (const [path, content] of all) {
        const schema = SCHEMAS.find(([pattern]) => pattern.test(path))?.[1];
        if (schema === undefined) continue;
        const file = join(folder, below, path);
        mkdirSync(dirname(file), { recursive: true });
        // The schema knows no `xml:space`, which Excel itself writes to keep spaces.
        writeFileSync(
          file,
          schema === 'sml.xsd' ? String(content).replaceAll(' xml:space="preserve"', '') : content,
        );
        bySchema.set(schema, [...(bySchema.get(schema) ?? []), file]);
      }
    };
    put(parts, '');
    for (const [path, content] of parts)
      if (path.endsWith('.xlsx') && content instanceof Uint8Array)
        put(await partsOf(content), `inside-${path}`);
    const told: string[] = [];
    for (const [schema, files] of bySchema)
      await start(PROGRAMS.xmllint, ['--noout', '--schema', join(XSD, schema), ...files]).catch((caught) =>
        told.push(String(caught).replaceAll(folder, '')),
      );
    return told
      .flatMap((text) => text.split('\n'))
      .filter((line) => line !== '' && !line.endsWith(' validates'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
