// Did you mean: the known name closest to what was written, for every message about an unknown one.

/** Damerau-Levenshtein distance (neighbouring letters swapped count once) between two short texts. */
export function distance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        (rows[row - 1]?.[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (rows[row - 1]?.[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1])
        best = Math.min(best, (rows[row - 2]?.[column - 2] ?? 0) + 1);
      current.push(best);
    }
    rows.push(current);
  }
  return rows[left.length]?.[right.length] ?? 0;
}

const MOST_EDITS = 3;

/** The closest of `known` to `written`: at most 3 edits and under half its length, or one that contains it. */
export function suggest(written: string, known: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  let best: { name: string; score: number } | undefined;
  for (const name of known) {
    const candidate = name.toLowerCase();
    const contained =
      (wanted.length > 3 && candidate.includes(wanted)) ||
      (candidate.length > 3 && wanted.includes(candidate));
    // More letters apart than edits are allowed: a cell of thousands of letters is near to nothing.
    const far = Math.abs(wanted.length - candidate.length) > MOST_EDITS;
    const edits = far ? Number.POSITIVE_INFINITY : distance(wanted, candidate);
    if (edits > Math.min(MOST_EDITS, Math.ceil(wanted.length / 2)) && !contained) continue;
    // A name of the same length wins over one that is merely contained.
    const score = (contained ? Math.min(edits, 2) : edits) + (candidate.length === wanted.length ? 0 : 0.5);
    if (best === undefined || score < best.score || (score === best.score && name < best.name))
      best = { name, score };
  }
  return best?.name;
}

/** `did you mean "x"?`, or nothing when no known name is near. */
export function didYouMean(written: string, known: Iterable<string>): string | undefined {
  const name = suggest(written, known);
  return name === undefined ? undefined : `did you mean ${name}?`;
}
