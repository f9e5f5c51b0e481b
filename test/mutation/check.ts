// What the check says of broken files, without what comes after it: a mutant of the check is held against this in a tenth of the time.

import { checkFiles } from '../kit/checked.ts';
import { codes, describeFaults } from '../kit/faults.ts';

/** Codes of the rules that need no picture and no pack to be checked against. */
const OF_RULES = /^(?:cycle|formula-number|given|name|set|source|spread-bounds|time|unit|value-bounds)/;

describeFaults(
  codes.filter((code) => OF_RULES.test(code)),
  async (files, entry, overrides) => {
    const { diagnostics, print } = checkFiles(files, entry, overrides);
    return { diagnostics, printed: print(diagnostics) };
  },
);
