// A company's own template: what of it a deck needs, and what is wrong with one that lacks it.
import { error, type Outcome } from '../../diagnostics/index.ts';
import { LAYOUTS } from './masters.ts';
import { type Parts, partsOf, relationships, textOf } from './parts.ts';
import type { Slide } from './types.ts';
import { unescaped } from './xml.ts';

export interface Template {
  readonly parts: Parts;
  /** The part that names slides and masters. */
  readonly presentation: string;
  /** Path of each layout that slides use. */
  readonly layouts: Readonly<Record<Slide['layout'], string>>;
}

/** The part that the file is about. */
export const mainPart = (parts: Parts): string | undefined =>
  relationships(parts, '').find(({ type }) => type === 'officeDocument')?.target;

/** Layouts of all masters, by their names. */
function layoutsOf(parts: Parts, presentation: string): ReadonlyMap<string, string> {
  const masters = relationships(parts, presentation).filter(({ type }) => type === 'slideMaster');
  return new Map(
    masters
      .flatMap(({ target }) => relationships(parts, target))
      .filter(({ type, target }) => type === 'slideLayout' && parts.has(target))
      .map(({ target }) => {
        const name = /<p:cSld\b[^>]*\sname="([^"]*)"/.exec(textOf(parts, target))?.[1] ?? '';
        return [unescaped(name).trim(), target] as const;
      }),
  );
}

function layoutNamed(wanted: readonly string[], layouts: ReadonlyMap<string, string>): string | undefined {
  const names = wanted.map((name) => name.toLowerCase());
  return [...layouts].find(([name]) => names.includes(name.toLowerCase()))?.[1];
}

/**
 * Reads a template.
 * @param file as messages name it
 * @returns the template; error `deck/template` where it is no presentation or lacks a layout
 */
export async function readTemplate(bytes: Uint8Array, file: string): Promise<Outcome<Template>> {
  const place = { file, from: 0, to: 0 };
  const fault = (message: string, help: string): Outcome<Template> => ({
    diagnostics: [error('deck/template', message, place, { help })],
  });
  const noDeck = fault(
    `${file} is not a PowerPoint presentation`,
    'save the template as .pptx or .potx and name that file',
  );
  let parts: Parts;
  try {
    parts = await partsOf(bytes);
  } catch {
    return noDeck;
  }
  const presentation = mainPart(parts);
  if (presentation === undefined || !textOf(parts, presentation).includes('<p:sldMasterIdLst')) return noDeck;
  const layouts = layoutsOf(parts, presentation);
  const title = layoutNamed(LAYOUTS.title, layouts);
  const content = layoutNamed(LAYOUTS.content, layouts);
  const missing = [title === undefined ? LAYOUTS.title : [], content === undefined ? LAYOUTS.content : []]
    .filter((names) => names.length > 0)
    .map((names) => names.join(' / '));
  if (title === undefined || content === undefined)
    return fault(
      `${file} has no layout named ${missing.join(', and none named ')}`,
      `name one so in the slide master; its layouts: ${[...layouts.keys()].join(', ')}`,
    );
  return { value: { parts, presentation, layouts: { title, content } }, diagnostics: [] };
}
