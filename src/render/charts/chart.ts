// What a chart kind is and gives: for the kinds and for the frame around them.
import type { ChartRequest, Findings } from '../../analyse/index.ts';
import type { Language } from '../wording.ts';
import type { Shows } from './bodies.ts';
import type { ChartKind } from './kinds.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A Vega-Lite specification. Its shape is proven by the official schema in a test, not by types of 40,000 lines. */
export type VegaLiteSpec = { readonly [key: string]: Json };

/** Pixels. */
export interface Area {
  readonly width: number;
  readonly height: number;
}

/** The body of a picture, and where its first panel starts inside the area that it was given. */
export interface Drawing {
  readonly spec: VegaLiteSpec;
  readonly origin: { readonly x: number; readonly y: number };
}

/** A picture before its size is known: the words first, as they decide how much room is left to draw. */
export interface Picture {
  /** The finding, computed from the numbers. */
  readonly headline: string;
  /** The topic, the cases where they are not all of the study, and the unit. */
  readonly subtitle: string;
  /** The scenarios and strategies that the finding is of, in words; absent or empty where it is of all. */
  readonly cases?: string;
  /** Sentences for the caption: proxies, assumptions, what was left out. */
  readonly notes: readonly string[];
  /** Names of sources for the caption, the weightiest first; as many are shown as fit. */
  readonly sources: readonly string[];
  readonly draw: (area: Area) => Drawing;
  /** The same body as data; absent where nothing but the drawing can show it. */
  readonly shows?: Shows;
}

/** What a kind finds and draws; what is the same for every kind is not its matter. */
export interface Sketch extends Pick<Picture, 'headline' | 'draw' | 'shows'> {
  /** What the subtitle says between the topic and the unit. */
  readonly facts: readonly string[];
  /** In words; empty where there is none. */
  readonly unit: string;
  /** Sentences for the caption before those on proxies and assumptions. */
  readonly notes: readonly string[];
  /** The quantities that its numbers rest on, where they are not those of the request alone. */
  readonly restsOn?: readonly string[];
  /** Titles of what found no room. */
  readonly left?: readonly string[];
  /** Names of the cases that it is of, where they are not those of the request; none are all. */
  readonly only?: { readonly scenarios: readonly string[]; readonly strategies: readonly string[] };
}

/** A chart kind with its pictures. */
export interface Kind extends ChartKind {
  readonly build: (request: ChartRequest, findings: Findings, language: Language) => Picture;
}

/** How a kind finds and draws: one file, one line in the table of kinds. */
export type Sketching = (request: ChartRequest, findings: Findings, language: Language) => Sketch;
