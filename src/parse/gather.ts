// The files of a command together: those that the build of the bundle has read already are put together again, the others read.
import type { Diagnostic, Outcome } from '../diagnostics/index.ts';
import type { SourceFile, Sources } from '../load/types.ts';
import { type Prepared, restored } from './prepared.ts';
import type { Parsed, ParsedFile } from './types.ts';

/** Reads the YAML of one file; nothing comes of a file at fault. */
export type FileReader = (file: SourceFile, diagnostics: Diagnostic[]) => ParsedFile | undefined;

const isYaml = ({ path }: SourceFile): boolean => /\.ya?ml$/.test(path);

/** What was made of this very text. */
function readyOf({ path, text }: SourceFile, { prepared }: Sources): Prepared | undefined {
  const ready = prepared?.get(path);
  return ready?.text === text ? (ready.prepared as Prepared) : undefined;
}

/** Every file in the order of the sources. */
export function gather(sources: Sources, read: FileReader): Outcome<Parsed> {
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, ParsedFile>();
  const data = new Map<string, { text: string; sha256: string }>();
  for (const file of sources.files.values()) {
    if (!isYaml(file)) {
      data.set(file.path, { text: file.text, sha256: file.sha256 });
      continue;
    }
    const ready = readyOf(file, sources);
    const parsed = ready === undefined ? read(file, diagnostics) : restored(ready, file.path);
    if (parsed !== undefined) files.set(file.path, parsed);
  }
  const links = new Map([...sources.files.values()].map((file) => [file.path, file.links]));
  return { value: { entries: sources.entries, files, data, links }, diagnostics };
}

/** Sources as parsed if none of their files has to be read, which takes neither YAML nor schemas; undefined otherwise. */
export function parsedAhead(sources: Sources): Outcome<Parsed> | undefined {
  const isReady = (file: SourceFile): boolean => !isYaml(file) || readyOf(file, sources) !== undefined;
  return [...sources.files.values()].every(isReady) ? gather(sources, () => undefined) : undefined;
}
