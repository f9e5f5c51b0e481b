// The load stage: the files that were asked for and every file that they name, each once.

import { realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Document } from 'yaml';
import { type Diagnostic, error, type Outcome, type Span } from '../diagnostics/index.ts';
import { type Found, find, findLinked } from './find.ts';
import type { Link } from './links.ts';
import { type PreparedFile, readPrepared } from './prepared.ts';
import { type Fault, type Read, read } from './read.ts';
import { fromRoot, rootOf } from './root.ts';
import type { SourceFile, Sources } from './types.ts';

const YAML = /\.ya?ml$/;

/** A link that leads somewhere: what it names, and the place that names it. */
interface Step {
  readonly path: string;
  readonly written: string;
  readonly span: Span;
}

interface Visit {
  readonly file?: SourceFile;
  readonly document?: Document.Parsed | undefined;
  readonly ready?: PreparedFile | undefined;
  readonly next: readonly Step[];
  readonly diagnostics: readonly Diagnostic[];
}

const told = (fault: Fault, span: Span): Diagnostic =>
  error(fault.code, fault.message, span, { help: fault.help });

/** Read faults begin with a verb, since only the place knows how the file is called there. */
const toldOf = (step: Step, fault: Fault): Diagnostic =>
  told({ ...fault, message: `${step.written} ${fault.message}` }, step.span);

/** What a text names. Reading YAML is loaded with the first file that has to be read. */
async function namedIn(text: string): Promise<Pick<Visit, 'document'> & { readonly links: readonly Link[] }> {
  const { linking, linksIn } = await import('./links.ts');
  const document = linking(text);
  return { document, links: document === undefined ? [] : linksIn(document) };
}

async function visit(
  root: string,
  step: Step,
  found: Read,
  known: (sha256: string) => PreparedFile | undefined,
): Promise<Visit> {
  const real = join(root, step.path);
  if ('fault' in found) return { next: [], diagnostics: [toldOf(step, found.fault)] };
  const links = new Map<string, string>();
  const next: Step[] = [];
  const diagnostics: Diagnostic[] = [];
  // A data file is text for its sidecar to describe; it names no others.
  const isYaml = YAML.test(step.path);
  const ready = isYaml ? known(found.sha256) : undefined;
  const { document, links: named } =
    ready === undefined && isYaml
      ? await namedIn(found.text)
      : { document: undefined, links: ready?.links ?? [] };
  for (const link of named) {
    const target = findLinked(root, real, link.written);
    const span = { file: step.path, from: link.from, to: link.to };
    if ('fault' in target) {
      diagnostics.push(told(target.fault, span));
      continue;
    }
    const path = fromRoot(root, target.path);
    links.set(link.written, path);
    next.push({ path, written: link.written, span });
  }
  return { file: { path: step.path, ...found, links }, document, ready, next, diagnostics };
}

/** What could be read is there beside errors too, for frames around them. */
export interface Loaded extends Outcome<Sources> {
  readonly value: Sources;
}

/** Breadth first, so that the order is that of reading: the study, what it names, what those name. */
async function visitAll(root: string, entries: readonly Step[]): Promise<Loaded> {
  const files = new Map<string, SourceFile>();
  const documents = new Map<string, Document.Parsed>();
  const prepared = new Map<string, { text: string; prepared: unknown }>();
  const known = await readPrepared();
  const diagnostics: Diagnostic[] = [];
  const queue: Step[] = [];
  const named = new Set<string>();
  const add = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if (named.has(step.path)) continue;
      named.add(step.path);
      queue.push(step);
    }
  };
  add(entries);
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    const visited = await visit(root, step, read(join(root, step.path)), known);
    const { file, document, ready } = visited;
    if (file !== undefined) files.set(step.path, file);
    if (file !== undefined && document !== undefined) documents.set(file.text, document);
    if (file !== undefined && ready !== undefined) prepared.set(step.path, { ...ready, text: file.text });
    diagnostics.push(...visited.diagnostics);
    add(visited.next);
  }
  const asked = [...new Set(entries.map((entry) => entry.path))];
  return { value: { entries: asked, files, documents, prepared }, diagnostics };
}

/** The entry's own place in a message: there is no line yet, only the name that was typed. */
const typed = (entry: string): Span => ({ file: entry, from: 0, to: 0 });

const realOrSame = (path: string): Promise<string> => realpath(path).catch(() => path);

export interface LoadOptions {
  readonly cwd: string;
  /** The project's root where it is known: the inputs that a pack keeps have theirs beside them, wherever it lies. */
  readonly root?: string | undefined;
}

/** An entry through the real path of its folder, so that only a link below the root can lead out of it. */
async function enter(
  entry: string,
  { cwd, root: known }: LoadOptions,
): Promise<{ root: string; found: Found }> {
  const given = resolve(cwd, entry);
  const root = await realOrSame(known ?? (await rootOf(given)));
  const folder = await realOrSame(dirname(given));
  return { root, found: find(root, join(folder, given.slice(dirname(given).length)), entry) };
}

/**
 * Reads the files asked for and, transitively, every file that they name.
 *
 * The value is there even beside errors, for frames of the files that could be read: a link that leads nowhere
 * is then an error and is missing from its file's `links`. Texts have no byte order mark and LF line ends, which
 * is what every span counts; checksums are of the bytes on disk. Never throws for what stands in the files.
 *
 * @param entries Paths relative to `cwd` (or absolute); all must belong to one project.
 */
export async function load(entries: readonly string[], options: LoadOptions): Promise<Loaded> {
  const diagnostics: Diagnostic[] = [];
  const steps: Step[] = [];
  let shared: string | undefined;
  for (const entry of entries) {
    const { root, found } = await enter(entry, options);
    if ('fault' in found) {
      diagnostics.push(told(found.fault, typed(entry)));
      continue;
    }
    shared ??= root;
    if (root === shared) {
      const path = fromRoot(root, found.path);
      steps.push({ path, written: entry, span: typed(entry) });
    } else {
      const notes = [`${shared} is the project of the first file`, `${root} is the project of this one`];
      const message = 'the files asked for belong to two projects';
      diagnostics.push(
        error('load/two-projects', message, typed(entry), { notes, help: 'run them one by one' }),
      );
    }
  }
  const { value, diagnostics: below } = await visitAll(shared ?? options.cwd, steps);
  return { value, diagnostics: [...diagnostics, ...below] };
}
