// The library in a real browser: the same bits as in Node, draws and kernels included.

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { sourcesOf } from '../kit/memory.ts';
import { WORKS } from '../kit/uncertain.ts';
import { isMissing, needs, withPage } from './browser.ts';
import { type Handed, resultsOf } from './library.ts';

async function script(): Promise<string> {
  const entry = fileURLToPath(new URL('library.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    globalName: 'library',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

it.skipIf(isMissing)(needs('Chromium computes a study with its draws to the same bits as Node'), async () => {
  const { entries, files } = sourcesOf(new Map(Object.entries(WORKS)), 'study.yaml');
  const handed: Handed = {
    entries,
    files: [...files.values()].map(({ path, text, links }) => ({ path, text, links: [...links] })),
  };
  const here = await resultsOf(handed);
  const code = await script();
  const there = await withPage(async (page) => {
    await page.addScriptTag({ content: code });
    return page.evaluate(
      (given) => (window as unknown as { library: { resultsOf: typeof resultsOf } }).library.resultsOf(given),
      handed,
    );
  });
  expect(here).toContain('"percentiles"');
  expect(there === here).toBe(true);
});
