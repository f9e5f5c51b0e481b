// Keys that take one name or a list of them.

/** @returns the names, none where the key is not given */
export const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
