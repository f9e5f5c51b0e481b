// The client of the report's page, which `npm run prepare` builds beside the command.

import { readFile } from 'node:fs/promises';

/** @returns the script and the style, as the report carries them */
export async function loadPage(): Promise<{ readonly script: string; readonly style: string }> {
  const [script, style] = await Promise.all(
    ['page/page.js', 'page/page.css'].map((path) => readFile(new URL(path, import.meta.url), 'utf8')),
  );
  if (script === undefined || style === undefined) throw new Error('the page was not read');
  return { script, style };
}
