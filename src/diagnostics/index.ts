// What other rooms may use of the diagnostics.

export * from './columns.ts';
export * from './diagnostic.ts';
export * from './frame.ts';
export * from './json.ts';
export * from './locate.ts';
export * from './paint.ts';
export * from './suggest.ts';
