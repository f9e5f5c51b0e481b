// inputs/: the files that a run was made of, byte for byte, so that a pack can be run again and compared when they have long changed.

import type { Sources } from '../load/index.ts';
import type { Artifacts } from '../render/index.ts';

/**
 * Each file at its path from the project's root: the folder is a project of its own. The layouts of the deck stand beside it.
 * @param template a company's own layouts, where there are some
 */
export const keptInputs = ({ files }: Sources, template: Uint8Array | undefined): Artifacts => [
  ...[...files.values()]
    .map(({ path, bytes }) => ({ path: `inputs/${path}`, content: bytes }))
    .sort((one, other) => (one.path < other.path ? -1 : 1)),
  ...(template === undefined ? [] : [{ path: 'template.pptx', content: template }]),
];
