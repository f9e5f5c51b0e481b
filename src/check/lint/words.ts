// How findings name many things at once.

const MOST = 5;

/** The first few names, and how many more there are. */
export const some = (names: readonly string[]): string =>
  names.length > MOST
    ? `${names.slice(0, MOST).join(', ')} and ${names.length - MOST} more`
    : names.join(', ');
