// Builds .bundle/ for `npm run prepare`: the command and the library as plain JavaScript that starts fast, and the files that are shipped, read ahead.

import { chmod, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);

/** Dependencies that are CommonJS ask for `require`, which an ES module does not have. */
const BANNER = `import { createRequire as tcfdCreateRequire } from 'node:module';
const require = tcfdCreateRequire(import.meta.url);`;

/** Packages that stay outside: they find files or machine code of their own beside themselves. */
export const OUTSIDE = ['subset-font', '@resvg/resvg-js', 'highs'];

/** @satisfies {import('esbuild').BuildOptions} */
const FOR_NODE = {
  bundle: true,
  platform: /** @type {const} */ ('node'),
  target: 'node20',
  format: /** @type {const} */ ('esm'),
  external: OUTSIDE,
  banner: { js: BANNER },
  logLevel: /** @type {const} */ ('warning'),
};

/**
 * The help, for which yargs measures every word, takes two thirds of the time with a measure that knows plain letters at once.
 * @type {import('esbuild').Plugin}
 */
const TEXT_WIDTH = {
  name: 'width of texts in the help',
  setup: (esbuild) =>
    esbuild.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      /[\\/](?:yargs|cliui|wrap-ansi)[\\/]/.test(importer)
        ? { path: fileURLToPath(new URL('src/cli/text_width.ts', root)) }
        : undefined,
    ),
};

/**
 * Units, which every command reads, are taken from where they stand in mathjs: by its front door they would share a chunk with its parser
 * of formulas, which only a command that reads YAML needs.
 * @type {import('esbuild').Plugin}
 */
const UNITS_ALONE = {
  name: 'units of mathjs without its parser',
  setup: (esbuild) =>
    esbuild.onResolve({ filter: /^mathjs$/ }, ({ importer }) =>
      /[\\/]src[\\/]units[\\/]/.test(importer)
        ? {
            path: fileURLToPath(new URL('type/unit/Unit.js', import.meta.resolve('mathjs'))),
            sideEffects: false,
          }
        : undefined,
    ),
};

/**
 * Builds the client of the report's page: one script, one style.
 * @param {string} folder Where they go.
 */
export async function bundlePage(folder) {
  await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: [
      { in: 'src/page/main.tsx', out: 'page' },
      { in: 'src/page/style.css', out: 'page' },
    ],
    outdir: folder,
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    legalComments: 'none',
    // Whatever a dependency writes beyond ASCII must not depend on how the page is read.
    charset: 'ascii',
    logLevel: 'warning',
  });
}

/**
 * Builds the threads that compute draws: one file that asks for no other and is no ES module, which starts a quarter faster.
 * @param {string} folder Where it goes.
 * @returns {Promise<import('esbuild').Metafile>} Which file went where.
 */
export async function bundleDrawThread(folder) {
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: { draw_worker: 'src/cli/draw_worker.ts' },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}

/**
 * Leaves beside the command what it knows of the files that are shipped before it reads them.
 * @param {string} folder Where that goes.
 */
async function readAhead(folder) {
  const reader = join(folder, 'prepare.js');
  await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: ['src/cli/prepare.ts'],
    outfile: reader,
    ...FOR_NODE,
  });
  const { prepareFiles } = await import(pathToFileURL(reader).href);
  await writeFile(join(folder, 'prepared.bin'), await prepareFiles(fileURLToPath(root)));
  await rm(reader);
}

/**
 * Builds the command and the library.
 * @param {string} folder Where the bundle goes; what is in it is removed.
 * @param {import('esbuild').BuildOptions} changes What a test does otherwise.
 * @returns {Promise<import('esbuild').Metafile | undefined>} Which file went where.
 */
export async function bundle(folder, changes = {}) {
  const about = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  // Chunks of earlier builds have other names and would stay.
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: {
      tcfd: 'src/cli/main.ts',
      font_worker: 'src/cli/font_worker.ts',
      png_worker: 'src/cli/png_worker.ts',
      index: 'src/index.ts',
      node: 'src/node.ts',
    },
    outdir: folder,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
    define: { TCFD_VERSION: JSON.stringify(about.version) },
    metafile: true,
    ...FOR_NODE,
    ...changes,
    plugins: [TEXT_WIDTH, UNITS_ALONE, ...(changes.plugins ?? [])],
  });
  await cp(new URL('src/load/fonts/', root), join(folder, 'fonts'), { recursive: true });
  await bundleDrawThread(folder);
  await bundlePage(join(folder, 'page'));
  await readAhead(folder);
  const command = join(folder, 'tcfd.js');
  await writeFile(command, `#!/usr/bin/env node\n${await readFile(command, 'utf8')}`);
  await chmod(command, 0o755);
  return metafile;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await bundle(fileURLToPath(new URL('.bundle/', root)));
