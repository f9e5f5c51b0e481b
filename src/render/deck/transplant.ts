// Our slides in a company's file: its own slides go, ours come with all that they need, its masters and layouts stay.
import { fittedSlide, layoutIn, smaller } from './fit.ts';
import { LAYOUTS } from './masters.ts';
import { type Parts, relationships, relationshipsOf, textOf } from './parts.ts';
import type { Template } from './template.ts';

const TYPES = '[Content_Types].xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';
const FIRST_ID = 256;
const NOTES_THEME = 'ppt/theme/board-notes-theme.xml';
/** What of a template is bound to slides that go, or to macros. */
const DROPPED = ['slide', 'vbaProject', 'thumbnail', 'core-properties', 'extended-properties'];

const numberOf = (path: string): number => Number(/(\d+)\.xml$/.exec(path)?.[1] ?? 0);

function typeOf(parts: Parts, path: string): string {
  const text = textOf(parts, TYPES);
  const own = new RegExp(
    `<Override PartName="/${path.replace(/[.[\]]/g, '\\$&')}" ContentType="([^"]*)"`,
  ).exec(text)?.[1];
  const extension = path.split('.').at(-1) ?? '';
  return (
    own ??
    new RegExp(`<Default Extension="${extension}" ContentType="([^"]*)"`, 'i').exec(text)?.[1] ??
    'application/octet-stream'
  );
}

/** All parts that can be reached from the root of the file. */
function reachable(parts: Parts): ReadonlySet<string> {
  const seen = new Set<string>([TYPES, '_rels/.rels']);
  const queue = [''];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next !== '') seen.add(relationshipsOf(next));
    for (const { target, outside } of relationships(parts, next))
      if (!outside && !seen.has(target)) {
        seen.add(target);
        queue.push(target);
      }
  }
  return seen;
}

const without = (text: string, types: readonly string[]): string =>
  text.replace(/<Relationship\b[^>]*>/g, (tag) =>
    types.includes(/\sType="[^"]*\/([^"/]+)"/.exec(tag)?.[1] ?? '') ? '' : tag,
  );

const added = (text: string, lines: readonly string[]): string =>
  text.replace('</Relationships>', `${lines.join('')}</Relationships>`);

const line = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${OFFICE}/${type}`}" Target="${target}"/>`;

/** Paths from the root work everywhere, whatever folder a company's file keeps its parts in. */
const pointed = (text: string, from: RegExp, to: string): string =>
  text.replace(/<Relationship\b[^>]*>/g, (tag) =>
    from.test(/\sType="([^"]*)"/.exec(tag)?.[1] ?? '')
      ? tag.replace(/\sTarget="[^"]*"/, ` Target="/${to}"`)
      : tag,
  );

function presentationWith(text: string, slides: readonly string[], hasNotes: boolean): string {
  const ids = slides.map((id, index) => `<p:sldId id="${FIRST_ID + index}" r:id="${id}"/>`).join('');
  const bare = text
    .replace(/<p:sldIdLst>.*?<\/p:sldIdLst>|<p:sldIdLst\/>/s, '')
    .replace(/<p:custShowLst>.*?<\/p:custShowLst>/s, '')
    .replace(/<p:ext uri="\{521415D9-36F7-43E2-AB2F-B90AF26B5E84\}".*?<\/p:ext>/s, '')
    .replace(/<p:extLst>\s*<\/p:extLst>/, '');
  const notes = hasNotes
    ? ''
    : '<p:notesMasterIdLst><p:notesMasterId r:id="rIdBoardNotes"/></p:notesMasterIdLst>';
  const withNotes = bare.replace(/<\/p:sldMasterIdLst>/, `$&${notes}`);
  const last =
    ['</p:handoutMasterIdLst>', '</p:notesMasterIdLst>', '</p:sldMasterIdLst>'].find((end) =>
      withNotes.includes(end),
    ) ?? '';
  return withNotes.replace(last, `${last}<p:sldIdLst>${ids}</p:sldIdLst>`);
}

/**
 * @param own parts of our deck
 * @returns parts of the company's file with our slides
 */
export function transplanted(own: Parts, { parts: theirs, presentation, layouts }: Template): Parts {
  const made: Parts = new Map(theirs);
  const known = {
    title: layoutIn(theirs, layouts.title, presentation),
    content: layoutIn(theirs, layouts.content, presentation),
  };
  const theirNotes = relationships(theirs, presentation).find(({ type }) => type === 'notesMaster')?.target;
  const notesMaster = theirNotes ?? 'ppt/notesMasters/board-notes-master.xml';
  const brought: string[] = [];
  const bring = (path: string, content: string | Uint8Array, from = path): void => {
    made.set(path, content);
    brought.push(`<Override PartName="/${path}" ContentType="${typeOf(own, from)}"/>`);
  };
  // Nothing of theirs is to be taken for ours.
  for (const path of [...made.keys()]) if (/^ppt\/(?:slides|notesSlides)\//.test(path)) made.delete(path);
  const slides = [...own.keys()]
    .filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    .toSorted((one, other) => numberOf(one) - numberOf(other));
  for (const path of slides) {
    const layout = relationships(own, path).find(({ type }) => type === 'slideLayout')?.target ?? '';
    const kind = textOf(own, layout).includes(`name="${LAYOUTS.title[0]}"`) ? 'title' : 'content';
    bring(path, fittedSlide(textOf(own, path), kind, known[kind]));
    made.set(
      relationshipsOf(path),
      pointed(textOf(own, relationshipsOf(path)), /\/slideLayout$/, layouts[kind]),
    );
  }
  for (const [path, content] of own) {
    if (/^ppt\/charts\/[^/]+\.xml$/.test(path)) bring(path, smaller(String(content), known.content.letters));
    else if (/^ppt\/(?:embeddings|media)\//.test(path) || /^ppt\/notesSlides\/[^/]+$/.test(path))
      bring(path, content);
    else if (path.startsWith('ppt/charts/_rels/')) made.set(path, content);
    else if (path.startsWith('ppt/notesSlides/_rels/'))
      made.set(path, pointed(String(content), /\/notesMaster$/, notesMaster));
    else if (path.startsWith('docProps/')) bring(path, content);
  }
  if (theirNotes === undefined) {
    const from = 'ppt/notesMasters/notesMaster1.xml';
    bring(notesMaster, textOf(own, from), from);
    made.set(
      relationshipsOf(notesMaster),
      pointed(textOf(own, relationshipsOf(from)), /\/theme$/, NOTES_THEME),
    );
    bring(NOTES_THEME, textOf(own, 'ppt/theme/theme2.xml'), 'ppt/theme/theme2.xml');
  }
  const names = slides.map((path) => `rIdBoard${numberOf(path)}`);
  made.set(presentation, presentationWith(textOf(theirs, presentation), names, theirNotes !== undefined));
  made.set(
    relationshipsOf(presentation),
    added(without(textOf(theirs, relationshipsOf(presentation)), DROPPED), [
      ...slides.map((path, index) => line(names[index] ?? '', 'slide', `/${path}`)),
      ...(theirNotes === undefined ? [line('rIdBoardNotes', 'notesMaster', `/${notesMaster}`)] : []),
    ]),
  );
  made.set(
    '_rels/.rels',
    added(without(textOf(theirs, '_rels/.rels'), DROPPED), [
      line(
        'rIdBoardCore',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ),
      line('rIdBoardApp', 'extended-properties', 'docProps/app.xml'),
    ]),
  );
  const kept = reachable(made);
  for (const path of [...made.keys()]) if (!kept.has(path)) made.delete(path);
  const types = textOf(theirs, TYPES).replace(
    /<Override PartName="\/([^"]+)"[^>]*\/>/g,
    (whole, path: string) => {
      if (path === presentation) return `<Override PartName="/${path}" ContentType="${PRESENTATION}"/>`;
      return made.has(path) && !brought.some((one) => one.includes(`"/${path}"`)) ? whole : '';
    },
  );
  const rels = /<Default Extension="rels"/i.test(types)
    ? ''
    : '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  made.set(TYPES, types.replace('</Types>', `${rels}${brought.join('')}</Types>`));
  return made;
}
