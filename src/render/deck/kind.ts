// What a kind of slide is given and gives: for the kinds and for the deck that puts them in order.
import type { ChartRequest, Findings, Title } from '../../analyse/index.ts';
import type { Area, Picture } from '../charts/chart.ts';
import type { Language } from '../wording.ts';
import type { Slide } from './types.ts';

export interface DeckChart {
  readonly request: ChartRequest;
  readonly picture: Picture;
}

export interface DeckContext {
  readonly findings: Findings;
  readonly charts: readonly DeckChart[];
  readonly language: Language;
  /** The study's file, as a command names it. */
  readonly study: string;
  /** The body of a picture as PNG; undefined where nobody draws it. */
  readonly toPng: ((picture: Picture, area: Area) => Promise<Uint8Array>) | undefined;
  /** The same as SVG with letters as paths, which stands beside the PNG. */
  readonly toPaths?: ((picture: Picture, area: Area) => Promise<string>) | undefined;
}

/** A kind of slide: one file, one line in the table of kinds. */
export interface SlideKind {
  readonly about: Title;
  /** None where the study has nothing to show. */
  readonly build: (context: DeckContext) => readonly Slide[];
}
