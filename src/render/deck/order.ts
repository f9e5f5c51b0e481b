// What the deck of a study may name, in the order of a study that gives none.

/** All charts that the study's deck does not name one by one. */
export const CHARTS = 'charts';

/** The order of a study that gives none: every kind of slide, and the charts. */
export const ORDER = [
  'title',
  'summary',
  'headlines',
  CHARTS,
  'targets',
  'register',
  'assumptions',
  'not_covered',
] as const;

/** The name of a kind of slide; beside them a study may name `charts` and its charts one by one. */
export type SlideName = Exclude<(typeof ORDER)[number], typeof CHARTS>;

/** Kinds of slides. */
export const SLIDES = ORDER.filter((name): name is SlideName => name !== CHARTS);
