// What the deck of a study may name, and the order of one that names nothing.

/** All charts that the study's deck does not name one by one. */
export const CHARTS = 'charts';

/** Kinds of slides; beside them stand `charts` and the names of charts. */
export const SLIDES = [
  'title',
  'summary',
  'headlines',
  'targets',
  'register',
  'assumptions',
  'not_covered',
] as const;

/** The order of a study that gives none. */
export const ORDER = [
  'title',
  'summary',
  'headlines',
  CHARTS,
  'targets',
  'register',
  'assumptions',
  'not_covered',
];
