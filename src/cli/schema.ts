// tcfd schema [KIND]: what files may say, as JSON Schemas by which an editor completes and checks them.

import { relative } from 'node:path';
import { hasErrors, suggest } from '../diagnostics/index.ts';
import { type AddCommand, type GlobalOptions, report, say } from './command.ts';
import { type ExitCode, Misuse } from './exit.ts';

const written = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

/** One schema, to stdout. */
async function printOne(word: string, options: GlobalOptions): Promise<ExitCode> {
  const { fileSchemas } = await import('../index.ts');
  const [kind, schema] = [...fileSchemas()].find(([each]) => each === word) ?? [];
  if (schema === undefined) {
    const kinds = [...fileSchemas().keys()];
    const near = suggest(word, kinds);
    throw new Misuse(
      `there is no kind of file called ${word}`,
      near === undefined ? `kinds: ${kinds.join(', ')}` : `did you mean tcfd schema ${near}?`,
    );
  }
  return report(options, {
    command: 'schema',
    diagnostics: [],
    texts: new Map(),
    result: { kind, schema },
    print: () => say(written(schema).trimEnd()),
  });
}

/** All of them, into a folder; those of an earlier version are replaced. */
async function writeAll(options: GlobalOptions): Promise<ExitCode> {
  const [{ fileSchemas }, { schemaFolder }, { writeTogether }] = await Promise.all([
    import('../index.ts'),
    import('../load/index.ts'),
    import('../write/index.ts'),
  ]);
  const cwd = process.cwd();
  const project = options.out ?? (await schemaFolder(cwd));
  if (project === undefined)
    throw new Misuse(
      'there is no folder scenarios/ here or above',
      'name one: tcfd schema --out acme/schema',
    );
  const folder = relative(cwd, project) || '.';
  const files = [...fileSchemas()].map(([kind, schema]) => ({
    path: `${kind}.json`,
    content: written(schema),
  }));
  const { diagnostics } = await writeTogether(files, folder, true);
  return report(options, {
    command: 'schema',
    diagnostics,
    texts: new Map(),
    ...(hasErrors(diagnostics) ? {} : { result: { folder, files: files.map(({ path }) => path) } }),
    print: () => {
      say(`${folder}: ${files.length} schemas. A file names its own in the first line:`);
      say('  # yaml-language-server: $schema=../schema/study.json');
    },
  });
}

export const addSchema: AddCommand = (cli, done) =>
  cli.command(
    'schema [kind]',
    'write JSON Schemas of all kinds of file for editors, or print that of one kind',
    (command) =>
      command.positional('kind', {
        type: 'string',
        describe: 'model, study, ...; left out, all go to scenarios/schema/ or --out',
      }),
    async (options) =>
      done(options.kind === undefined ? await writeAll(options) : await printOne(options.kind, options)),
  );
