// Workbooks and decks by what is packed in them: another version of Node may pack the same content in other bytes.

import type { Difference, FolderFiles } from '../explain/index.ts';

const ARCHIVE = /\.(?:xlsx|pptx)$/;

/** Every file of an archive by its name; undefined for what is none. */
async function unpacked(bytes: Uint8Array): Promise<FolderFiles | undefined> {
  const { unzipSync } = await import('fflate');
  try {
    return new Map(Object.entries(unzipSync(bytes)));
  } catch {
    return undefined;
  }
}

/** The differences without archives that hold the same in the same order, however they are packed. */
export async function withoutPacking(
  differences: readonly Difference[],
  recorded: FolderFiles,
  again: FolderFiles,
): Promise<readonly Difference[]> {
  const { differencesBetween } = await import('../explain/index.ts');
  const kept = await Promise.all(
    differences.map(async ({ path }) => {
      const [old, fresh] = [recorded.get(path), again.get(path)];
      if (!ARCHIVE.test(path) || old === undefined || fresh === undefined) return true;
      const [was, is] = [await unpacked(old), await unpacked(fresh)];
      if (was === undefined || is === undefined) return true;
      const sameOrder = [...was.keys()].join('\n') === [...is.keys()].join('\n');
      return !sameOrder || differencesBetween(was, is, new Set()).length > 0;
    }),
  );
  return differences.filter((_, index) => kept[index]);
}
