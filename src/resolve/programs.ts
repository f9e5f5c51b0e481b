// Which files make a program of their own: each study with all it names, and what is left over together.
import type { Parsed } from '../parse/index.ts';

/** The files that an entry names, directly or through others, the entry included. */
function reachable(parsed: Parsed, entry: string, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  for (const path of parsed.links.get(entry)?.values() ?? []) reachable(parsed, path, found);
  return found;
}

const only = (parsed: Parsed, entries: readonly string[], paths: ReadonlySet<string>): Parsed => ({
  ...parsed,
  entries,
  files: new Map([...parsed.files].filter(([path]) => paths.has(path))),
});

/** Splits what was parsed into programs: one a study, and one of the entries that no study names. */
export function splitPrograms(parsed: Parsed): readonly Parsed[] {
  const studies = parsed.entries.filter((entry) => parsed.files.get(entry)?.kind === 'study');
  const programs = studies.map((entry) => only(parsed, [entry], reachable(parsed, entry)));
  const covered = new Set(programs.flatMap(({ files }) => [...files.keys()]));
  const left = parsed.entries.filter((entry) => !covered.has(entry));
  if (left.length === 0) return programs;
  return [...programs, only(parsed, left, new Set(left.flatMap((entry) => [...reachable(parsed, entry)])))];
}
