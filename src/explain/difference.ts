// Two folders of files byte for byte: which differ, which are there in one alone, and where a difference begins.

/** Files by their path in a folder. */
export type FolderFiles = ReadonlyMap<string, Uint8Array>;

/** Where two texts part, and what stands there in each. */
export interface Parting {
  /** Both from 1; the column counts characters. */
  readonly line: number;
  readonly column: number;
  readonly recorded: string;
  readonly again: string;
}

export interface Difference {
  readonly path: string;
  /** `missing`: the run again leaves it and the folder has it not; `extra`: the other way round. */
  readonly kind: 'differs' | 'missing' | 'extra';
  /** The first byte that differs. */
  readonly offset?: number;
  /** Absent for files that are no text. */
  readonly parting?: Parting;
}

const NEWLINE = 0x0a;
/** Characters shown on each side of the place where texts part. */
const AROUND = 32;

const isText = (bytes: Uint8Array): boolean => !bytes.subarray(0, 8192).includes(0);

function firstDifference(one: Uint8Array, other: Uint8Array): number | undefined {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return at;
  return one.length === other.length ? undefined : length;
}

/** The line around a byte: what stands before it, and from it on. A letter cut in two shows as a replacement mark. */
function around(bytes: Uint8Array, offset: number): { readonly before: string; readonly after: string } {
  const start = bytes.lastIndexOf(NEWLINE, offset - 1) + 1;
  const next = bytes.indexOf(NEWLINE, offset);
  const end = Math.min(next === -1 ? bytes.length : next, offset + 4 * AROUND);
  const decode = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to));
  return { before: offset === 0 ? '' : decode(start, offset), after: decode(offset, end) };
}

const clipped = ({ before, after }: { readonly before: string; readonly after: string }): string =>
  [...before].slice(-AROUND).join('') + [...after].slice(0, AROUND).join('');

function partingAt(recorded: Uint8Array, again: Uint8Array, offset: number): Parting {
  let line = 1;
  for (let at = 0; at < offset; at++) if (recorded[at] === NEWLINE) line++;
  const [here, there] = [around(recorded, offset), around(again, offset)];
  return { line, column: [...here.before].length + 1, recorded: clipped(here), again: clipped(there) };
}

/**
 * Compares what a folder holds with what a run again leaves.
 * @param apart files that two runs of the same inputs need not share
 */
export function differencesBetween(
  recorded: FolderFiles,
  again: FolderFiles,
  apart: ReadonlySet<string>,
): readonly Difference[] {
  const paths = [...new Set([...recorded.keys(), ...again.keys()])].filter((path) => !apart.has(path));
  return paths.toSorted().flatMap((path): readonly Difference[] => {
    const [old, fresh] = [recorded.get(path), again.get(path)];
    if (old === undefined) return [{ path, kind: 'missing' }];
    if (fresh === undefined) return [{ path, kind: 'extra' }];
    const offset = firstDifference(old, fresh);
    if (offset === undefined) return [];
    const parting = isText(old) && isText(fresh) ? { parting: partingAt(old, fresh, offset) } : {};
    return [{ path, kind: 'differs', offset, ...parting }];
  });
}
