// tcfd schema [KIND]: what files may say, as JSON Schemas by which an editor completes and checks them.

import { relative } from 'node:path';
import { hasErrors, suggest } from '../diagnostics/index.ts';
import { type AddCommand, type GlobalOptions, report, say, worded, wordIn } from './command.ts';
import { type ExitCode, Misuse } from './exit.ts';

const written = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

/** One schema, to stdout. */
async function printOne(asked: string, options: GlobalOptions): Promise<ExitCode> {
  const { fileSchemas } = await import('../index.ts');
  const [kind, schema] = [...fileSchemas()].find(([each]) => each === asked) ?? [];
  if (schema === undefined) {
    const kinds = [...fileSchemas().keys()];
    const near = suggest(asked, kinds);
    const word = wordIn(options);
    throw new Misuse(
      word(`there is no kind of file called ${asked}`, `没有名为 ${asked} 的文件类型`),
      near === undefined
        ? word(`kinds: ${kinds.join(', ')}`, `可用的文件类型：${kinds.join('、')}`)
        : word(`did you mean tcfd schema ${near}?`, `是否为 tcfd schema ${near}？`),
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
      worded(options, 'there is no folder scenarios/ here or above', '此处及上级均无 scenarios/ 文件夹'),
      worded(options, 'name one: tcfd schema --out acme/schema', '请指明：tcfd schema --out acme/schema'),
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
      say(
        worded(
          options,
          `${folder}: ${files.length} schemas. A file names its own in the first line:`,
          `${folder}：${files.length} 个 JSON Schema。每个文件在首行指明自己的 Schema：`,
        ),
      );
      say('  # yaml-language-server: $schema=../schema/study.json');
    },
  });
}

export const addSchema: AddCommand = (cli, done, word) =>
  cli.command(
    'schema [kind]',
    word(
      'write JSON Schemas of all kinds of file for editors, or print that of one kind',
      '为编辑器写出全部 JSON Schema，或输出其中一种',
    ),
    (command) =>
      command.positional('kind', {
        type: 'string',
        describe: word(
          'model, study, ...; left out, all go to scenarios/schema/ or --out',
          'model、study 等；省略时全部写入 scenarios/schema/ 或 --out',
        ),
      }),
    async (options) =>
      done(options.kind === undefined ? await writeAll(options) : await printOne(options.kind, options)),
  );
