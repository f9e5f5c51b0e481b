// A file of Office Open XML as its parts, and parts as a file of the same bytes every time.
import type { ZippableFile } from 'fflate';

/** Path -> text of XML, or bytes of everything else. */
export type Parts = Map<string, string | Uint8Array>;

const FIRST = ['[Content_Types].xml', '_rels/.rels'];
/** The earliest day that a zip can name, wherever it is midnight. */
const DAY = new Date(1980, 0, 1);
const PACKED = /\.(?:png|jpe?g|gif|xlsx|emf|wmf)$/i;

export const isXml = (path: string): boolean => /\.(?:xml|rels|vml)$/i.test(path);

export async function partsOf(bytes: Uint8Array): Promise<Parts> {
  const { strFromU8, unzipSync } = await import('fflate');
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'));
  return new Map(files.map(([path, content]) => [path, isXml(path) ? strFromU8(content) : content]));
}

/** @returns the file: parts in one order, all of one day, what is packed already left as it is */
export async function fileOf(parts: Parts): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate');
  const rest = [...parts.keys()].filter((path) => !FIRST.includes(path)).toSorted();
  const files = [...FIRST, ...rest].flatMap((path): [string, ZippableFile][] => {
    const content = parts.get(path);
    if (content === undefined) return [];
    return [
      [
        path,
        [typeof content === 'string' ? strToU8(content) : content, { level: PACKED.test(path) ? 0 : 6 }],
      ],
    ];
  });
  return zipSync(Object.fromEntries(files), { mtime: DAY });
}

export const textOf = (parts: Parts, path: string): string => {
  const content = parts.get(path);
  return typeof content === 'string' ? content : '';
};

/** Where the relationships of a part stand. */
export const relationshipsOf = (path: string): string => path.replace(/([^/]+)$/, '_rels/$1.rels');

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** From the root of the file; as written if it lies outside. */
  readonly target: string;
  readonly outside: boolean;
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** `../charts/chart1.xml` beside `ppt/slides/slide1.xml` -> `ppt/charts/chart1.xml` */
export function resolved(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

export function relationships(parts: Parts, path: string): readonly Relationship[] {
  const text = textOf(parts, path === '' ? '_rels/.rels' : relationshipsOf(path));
  return [...text.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => {
    const outside = attribute(tag, 'TargetMode') === 'External';
    const target = attribute(tag, 'Target');
    return {
      id: attribute(tag, 'Id'),
      type: attribute(tag, 'Type').split('/').at(-1) ?? '',
      target: outside ? target : resolved(path, target),
      outside,
    };
  });
}
