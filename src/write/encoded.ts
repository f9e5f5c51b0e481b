// A pack as bytes: its texts are encoded once, for their checksums and for the disk.

import type { Artifacts } from '../render/types.ts';

/** The same files without texts. */
export const encoded = (artifacts: Artifacts): Artifacts =>
  artifacts.map(({ path, content }) => ({
    path,
    content: typeof content === 'string' ? Buffer.from(content) : content,
  }));
