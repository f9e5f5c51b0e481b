// How wide a text is, for yargs as for all else on a terminal; the bundle puts it in the place of a package that is much slower.

export { columns as default } from '../diagnostics/index.ts';
