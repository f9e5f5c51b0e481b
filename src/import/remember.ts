// Looks at each name once, whatever the number of rows that have it.

/** The same function, which remembers what it said of each text. */
export function remembering<T>(look: (written: string) => T): (written: string) => T {
  const known = new Map<string, { readonly said: T }>();
  return (written) => {
    const found = known.get(written) ?? { said: look(written) };
    known.set(written, found);
    return found.said;
  };
}
