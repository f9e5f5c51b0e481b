// A parsed file as the bundle keeps it, so that a file that stands as it was shipped need not be read as YAML again; and back.
import type { Span } from '../diagnostics/index.ts';
import { pathKey, type Spans } from './spans.ts';
import type { ParsedFile } from './types.ts';

/** Plain data, with its places as numbers: they are two thirds of what is known of a file. */
export interface Prepared {
  readonly file: Omit<ParsedFile, 'spans'>;
  readonly places: Places;
}

interface Places {
  /** The last step of each path, a line each; whole paths would repeat what stands above them. */
  readonly names: string;
  /** Per path: the index of its parent, from and to of its value, from and to of its key; -1 where there is none. */
  readonly numbers: Int32Array;
  readonly folded: ReadonlySet<string>;
  readonly commented: ReadonlySet<string>;
}

const NUMBERS = 5;
const NONE = -1;
const ROOT = pathKey([]);

function placesOf({ values, keys, folded, commented }: Spans): Places {
  const names: string[] = [];
  const numbers = new Int32Array(values.size * NUMBERS);
  const indices = new Map<string, number>();
  for (const [path, { from, to }] of values) {
    const cut = path.lastIndexOf('\n');
    const key = keys.get(path);
    const isRoot = names.length === 0 && path === ROOT;
    const parent = isRoot ? NONE : (indices.get(cut === -1 ? ROOT : path.slice(0, cut)) ?? NONE);
    numbers.set([parent, from, to, key?.from ?? NONE, key?.to ?? NONE], names.length * NUMBERS);
    indices.set(path, names.length);
    names.push(path.slice(cut + 1));
  }
  return { names: names.join('\n'), numbers, folded, commented };
}

function spansOf(file: string, { names, numbers, folded, commented }: Places): Spans {
  const values = new Map<string, Span>();
  const keys = new Map<string, Span>();
  const paths: string[] = [];
  let at = 0;
  const next = (): number => numbers[at++] ?? NONE;
  for (const name of names.split('\n')) {
    const above = paths[next()] ?? ROOT;
    const path = above === ROOT ? name : `${above}\n${name}`;
    paths.push(path);
    values.set(path, { file, from: next(), to: next() });
    const key = { file, from: next(), to: next() };
    if (key.from !== NONE) keys.set(path, key);
  }
  return { file, values, keys, folded, commented };
}

/** What is kept of a file without faults. */
export function prepared({ spans, ...file }: ParsedFile): Prepared {
  return { file, places: placesOf(spans) };
}

/** Puts another file into every place below a value that nobody else holds. */
function moved(value: unknown, from: string, to: string): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Map) for (const each of value.values()) moved(each, from, to);
  else if ('file' in value && value.file === from && 'to' in value && typeof value.to === 'number')
    value.file = to;
  else for (const each of Object.values(value)) moved(each, from, to);
}

/**
 * The file as parsing it would give it.
 * @param path where it stands now, which may be elsewhere
 */
export function restored({ file, places }: Prepared, path: string): ParsedFile {
  if (file.path !== path) moved(file, file.path, path);
  // What was taken apart is put together again: the kind of the file goes with its content.
  return { ...file, path, spans: spansOf(path, places) } as ParsedFile;
}
