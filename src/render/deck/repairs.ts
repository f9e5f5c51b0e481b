// Makes good what pptxgenjs leaves wrong or open to chance: what PowerPoint would offer to repair, dates, and charts without looks.
import { chartXml } from './chart_xml.ts';
import type { Painted } from './paint.ts';
import { isXml, type Parts, partsOf, relationships, resolved, textOf } from './parts.ts';
import { sheetOf } from './sheet.ts';
import { putSvgs } from './svg_pictures.ts';
import { escaped, unescaped } from './xml.ts';

/** What stands in a file in place of the time at which it was made. */
export interface Stamp {
  readonly language: 'en-GB' | 'zh-CN';
  /** Day of the facts, as `2026-11-22`. */
  readonly day: string;
}

const CHINESE_FONT = 'Microsoft YaHei';
const SLIDE = /^ppt\/slides\/slide\d+\.xml$/;
const SHAPES = /^ppt\/(?:slides|slideLayouts|slideMasters|notesSlides|notesMasters)\/[^/]+\.xml$/;

const numberOf = (path: string): number => Number(/(\d+)\.\w+$/.exec(path)?.[1] ?? 0);

const pathsLike = (parts: Parts, pattern: RegExp): readonly string[] =>
  [...parts.keys()]
    .filter((path) => pattern.test(path))
    .toSorted((one, other) => numberOf(one) - numberOf(other));

/** Parts under new names, and all that names them. Counters of the library run on from file to file in one process. */
function renamed(parts: Parts, names: ReadonlyMap<string, string>): Parts {
  const moved: Parts = new Map();
  const last = (path: string): string => path.split('/').at(-1) ?? path;
  for (const [path, content] of parts) {
    const target = names.get(path) ?? path;
    const rewritten =
      typeof content === 'string' && (path.endsWith('.rels') || path === '[Content_Types].xml')
        ? content.replace(/((?:Target|PartName)=")([^"]+)"/g, (whole, start: string, written: string) => {
            const owner = path.replace('_rels/', '').replace(/\.rels$/, '');
            const to = names.get(resolved(path.endsWith('.rels') ? owner : '', written));
            return to === undefined
              ? whole
              : `${start}${written.slice(0, -last(written).length)}${last(to)}"`;
          })
        : content;
    moved.set(target, rewritten);
  }
  return moved;
}

/** Charts and their sheets in the order in which they were painted. */
function numbered(parts: Parts): Parts {
  const names = new Map<string, string>();
  for (const [index, path] of pathsLike(parts, /^ppt\/charts\/chart\d+\.xml$/).entries()) {
    names.set(path, `ppt/charts/board-chart-${index + 1}.xml`);
    names.set(
      path.replace(/([^/]+)$/, '_rels/$1.rels'),
      `ppt/charts/_rels/board-chart-${index + 1}.xml.rels`,
    );
  }
  for (const [index, path] of pathsLike(parts, /^ppt\/embeddings\/.*\.xlsx$/).entries())
    names.set(path, `ppt/embeddings/board-sheet-${index + 1}.xlsx`);
  for (const path of pathsLike(parts, /^ppt\/media\//))
    names.set(path, path.replace('media/', 'media/board-'));
  return renamed(parts, names);
}

async function putCharts(parts: Parts, { charts }: Painted): Promise<void> {
  for (const [index, { chart, box }] of charts.entries()) {
    const path = `ppt/charts/board-chart-${index + 1}.xml`;
    const sheet = relationships(parts, path).find(({ type }) => type === 'package');
    if (sheet === undefined) throw new Error(`the chart ${path} has no sheet`);
    parts.set(path, chartXml(chart, box, sheet.id));
    parts.set(sheet.target, await sheetOf(chart));
  }
}

/** The master of the notes has a theme of its own; two masters that share one are repaired by PowerPoint. */
function separateThemes(parts: Parts): void {
  const path = 'ppt/notesMasters/_rels/notesMaster1.xml.rels';
  const text = textOf(parts, path);
  if (!text.includes('theme1.xml')) return;
  parts.set('ppt/theme/theme2.xml', textOf(parts, 'ppt/theme/theme1.xml'));
  parts.set(path, text.replace('theme1.xml', 'theme2.xml'));
  const types = textOf(parts, '[Content_Types].xml');
  parts.set(
    '[Content_Types].xml',
    types.replace(
      '</Types>',
      '<Override PartName="/ppt/theme/theme2.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>',
    ),
  );
}

/** Nothing is declared that is not there. */
export function tidyTypes(parts: Parts): void {
  const extensions = new Set([...parts.keys()].map((path) => path.split('.').at(-1) ?? ''));
  const types = textOf(parts, '[Content_Types].xml')
    .replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (whole, path: string) =>
      parts.has(path) ? whole : '',
    )
    .replace(/<Default Extension="([^"]+)"[^>]*\/>/g, (whole, extension: string) =>
      extensions.has(extension) ? whole : '',
    );
  parts.set('[Content_Types].xml', types);
}

/** Ids that no other shape of the part has. */
function numberShapes(text: string): string {
  let id = 0;
  return text.replace(/(<p:cNvPr\b[^>]*?\sid=")\d+"/g, (_, start: string) => `${start}${++id}"`);
}

const NO_TEXT = (language: string): string =>
  `</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="${language}"/></a:p></p:txBody></p:sp>`;

function repairShapes(path: string, text: string, { language }: Stamp): string {
  const other = language === 'zh-CN' ? ' altLang="en-US"' : '';
  return (
    numberShapes(text)
      .replaceAll(
        /<p:bgPr>(<a:solidFill>.*?<\/a:solidFill>)<\/p:bgPr>/gs,
        '<p:bgPr>$1<a:effectLst/></p:bgPr>',
      )
      .replaceAll('</p:spPr></p:sp>', NO_TEXT(language))
      .replaceAll('<a:buSzPct val="100000"/>', '')
      // A paragraph says how it stands once, before all its runs.
      .replaceAll(/<\/a:r><a:pPr\b[^>]*(?:\/>|>.*?<\/a:pPr>)/gs, '</a:r>')
      .replaceAll(/<p:extLst><p:ext uri="\{D42A27DB[^"]*"><p14:modId[^>]*\/><\/p:ext><\/p:extLst>/g, '')
      .replaceAll(/(<a:(?:rPr|endParaRPr|defRPr)\b[^>]*?) lang="en-US"/g, `$1 lang="${language}"${other}`)
      .replaceAll(/(<p:ph\b[^>]*?)\s+hasCustomPrompt="1"/g, (whole, start: string) =>
        path.startsWith('ppt/slides/') ? start : whole,
      )
  );
}

/** Text of tables for readers who do not see them, which the library has no word for; first rows as heads. */
function repairTables(text: string, alts: Painted['alts']): string {
  return text
    .replace(/<p:cNvPr id="(\d+)" name="(Table [^"]*)"\/>/g, (whole, id: string, name: string) => {
      const alt = alts.get(unescaped(name));
      return alt === undefined ? whole : `<p:cNvPr id="${id}" name="${name}" descr="${escaped(alt)}"/>`;
    })
    .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>');
}

/** The lines of a note are paragraphs. */
const repairNotes = (text: string): string =>
  text.replace(
    /<a:p><a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r>(<a:endParaRPr[^>]*\/>)<\/a:p>/g,
    (_, style: string, words: string, end: string) =>
      words
        .split('\n')
        .map((line) =>
          line === '' ? `<a:p>${end}</a:p>` : `<a:p><a:r>${style}<a:t>${line}</a:t></a:r>${end}</a:p>`,
        )
        .join(''),
  );

function repairPresentation(text: string): string {
  const master = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(text)?.[0];
  return master === undefined
    ? text
    : text.replace(master, '').replace('<p:sldIdLst', `${master}<p:sldIdLst`);
}

const repairTheme = (text: string): string =>
  text.replaceAll(/(<a:(?:major|minor)Font>.*?<a:ea typeface=)""/gs, `$1"${CHINESE_FONT}"`);

function repaired(path: string, text: string, stamp: Stamp, alts: Painted['alts']): string {
  if (SHAPES.test(path)) {
    const shapes = repairShapes(path, text, stamp);
    if (path.startsWith('ppt/notesSlides/')) return repairNotes(shapes);
    return SLIDE.test(path) ? repairTables(shapes, alts) : shapes;
  }
  if (path === 'ppt/presentation.xml') return repairPresentation(text);
  if (path.startsWith('ppt/theme/')) return repairTheme(text);
  if (path === 'docProps/core.xml')
    return text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp.day}T00:00:00Z`);
  return text;
}

/** @returns the parts of a sound file: the same for the same slides */
export async function soundParts(made: Painted, stamp: Stamp): Promise<Parts> {
  const parts = numbered(await partsOf(made.bytes));
  await putCharts(parts, made);
  putSvgs(parts, made);
  separateThemes(parts);
  tidyTypes(parts);
  for (const [path, content] of parts)
    if (typeof content === 'string' && isXml(path))
      parts.set(path, repaired(path, content, stamp, made.alts));
  return parts;
}
