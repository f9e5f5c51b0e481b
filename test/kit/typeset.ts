// How Chinese is set: beside a Chinese character commas, brackets, colons and semicolons are full-width, and percent stands close to its number.

/** A half-width mark beside a Chinese character; behind a percent sign set apart no English sentence goes on. */
const FAULTS = [/\p{Script=Han}[,:;()]|[,:;()]\p{Script=Han}/u, /\d\s+%(?! [A-Za-z])/] as const;
/** European acts are cited with the brackets of the Official Journal. */
const CITED = /第\(EU\)/g;

/** Whether a line of Chinese is set wrongly. */
export const isSetWrongly = (line: string): boolean =>
  FAULTS.some((fault) => fault.test(line.replace(CITED, '')));
