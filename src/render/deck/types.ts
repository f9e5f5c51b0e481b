// What a slide is before it becomes part of a file: plain data, lengths in inches, sizes of letters in points.

/** A place on a slide, from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Run {
  readonly text: string;
  readonly color?: string;
  readonly bold?: boolean;
}

export type Paragraph = readonly Run[];

export interface TextBlock {
  readonly kind: 'text';
  readonly box: Box;
  readonly paragraphs: readonly Paragraph[];
  readonly size: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'middle' | 'bottom';
  readonly bullets?: boolean;
}

export interface ShapeBlock {
  readonly kind: 'shape';
  readonly shape: 'rect' | 'ellipse' | 'diamond';
  readonly box: Box;
  readonly fill: string;
  readonly stroke?: string;
  /** Written in its middle. */
  readonly text?: Run;
  readonly size?: number;
}

/** A straight line, with a head at its end if it leads there. */
export interface LineBlock {
  readonly kind: 'line';
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly color: string;
  readonly width: number;
  readonly dashed?: boolean;
  readonly arrow?: boolean;
}

export interface Cell extends Run {
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  /** A second, smaller line. */
  readonly below?: Run;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly box: Box;
  /** What a reader who does not see it is told. */
  readonly alt: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** Height of each row. */
  readonly heights: readonly number[];
  readonly size: number;
  /** The first row names the columns. */
  readonly head: boolean;
  /** Lines between the rows; a map of colours has white ones. */
  readonly line: string;
}

/** One series of a chart, a value for each category; `undefined` is a gap. */
export interface NativeSeries {
  readonly name: string;
  readonly draw: 'line' | 'area' | 'bar';
  readonly values: readonly (number | undefined)[];
  /** Nothing is seen of a series without a colour: it holds up the others. */
  readonly color: string | undefined;
  /** Points. */
  readonly width?: number;
  readonly dashed?: boolean;
  /** A mark at these categories. */
  readonly marks?: readonly number[];
  readonly labels?: readonly NativeLabel[];
}

/** What is written at one point of a series: its value, or a text of its own. */
export interface NativeLabel {
  readonly at: number;
  /** Of a line: right or above; of a bar: inside at its start or end, or beyond its end where bars do not stand on each other. */
  readonly place: 'right' | 'above' | 'start' | 'end' | 'beyond';
  readonly color: string;
  readonly text?: string;
  /** How far it is moved down, as a share of the chart's height, so that it covers no other. */
  readonly down?: number;
}

/** A chart as PowerPoint and its like draw it themselves, with its numbers in a sheet that can be edited. */
export interface NativeChart {
  /** Names, or years: the axis of years is one of dates, which every program names in the same steps. */
  readonly categories: readonly string[] | readonly number[];
  readonly series: readonly NativeSeries[];
  /** Bars lie, the first category on top. */
  readonly lying: boolean;
  /** Bars of one category stand on each other, not beside each other. */
  readonly stacked: boolean;
  readonly axis: { readonly low: number; readonly high: number; readonly step: number };
  /** Format of Excel for axis and labels. */
  readonly format: { readonly axis: string; readonly labels: string };
  readonly shows: {
    readonly values: boolean;
    readonly categories: boolean;
    readonly grid: boolean;
    /** The line at zero, from which bars lead away; not where they lead away from another value. */
    readonly zero?: boolean;
  };
  /** Every how manieth category is named. */
  readonly every: number;
  /** Where in its box the bars or lines stand, without the names at the axes. */
  readonly inner: Box;
  readonly size: number;
  /** Room between two categories in percent of a bar's width. */
  readonly gap: number;
}

export interface ChartBlock {
  readonly kind: 'chart';
  readonly box: Box;
  readonly alt: string;
  readonly chart: NativeChart;
}

export interface PictureBlock {
  readonly kind: 'picture';
  readonly box: Box;
  readonly alt: string;
  readonly png: Uint8Array;
  /** The same with letters as paths, for programs that draw it sharp at any size. */
  readonly svg?: string | undefined;
}

export type Block = TextBlock | ShapeBlock | LineBlock | TableBlock | ChartBlock | PictureBlock;

export interface Slide {
  readonly layout: 'title' | 'content';
  readonly title: string;
  /** Of the title, where it is smaller than the layout has it. */
  readonly size?: number;
  /** Below the title of a title slide; a block elsewhere. */
  readonly subtitle: string;
  readonly blocks: readonly Block[];
  /** Paragraphs of the speaker notes. */
  readonly notes: readonly string[];
}
