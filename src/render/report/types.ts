// What report.html carries as data: every text in the reader's language, every number with the spots that explain it. Plain JSON.

import type { ExplanationGraph, Grade } from '../../analyse/index.ts';
import type { Language } from '../wording.ts';
import type { WORDS } from './words.ts';

type Spot = Readonly<Record<'slot' | 'cell' | 'time', number>>;

/** A number to read, and where the run holds it. */
export interface Reading {
  readonly text: string;
  /** Position of the scenario and strategy in the graph. */
  readonly each: number;
  /** Several where the number is their sum; none where no formula of the models comes to it. */
  readonly spots: readonly Spot[];
  /** Of the text; absent where what stands beside the number says it. */
  readonly unit?: string | undefined;
  /** What the sum is called and what it is shown in; absent for a single spot, which has a name of its own. */
  readonly sum?: { readonly title: string; readonly unit: string; readonly factor: number } | undefined;
  /** From the 5th to the 95th percentile of the draws, in the unit of the text; empty where there are none. */
  readonly range?: string | undefined;
  /** The text says these percentiles of the draws, from 0 to 100, and not the central case. */
  readonly percentiles?: readonly number[] | undefined;
  /** The text says how much of what the spots rest on is of this grade. */
  readonly grade?: Grade | undefined;
  /** What the number is, where no formula of the models comes to it. */
  readonly account?: Account | undefined;
}

/** What a number is that stands outside the models: how it comes about, of which numbers, and who says so. */
export interface Account {
  readonly title: string;
  /** The rule, in a sentence. */
  readonly about: string;
  /** Behind the text of the number; empty where the text says it. */
  readonly unit: string;
  /** The number in its declared unit, not rounded for a table; empty for one that a file gives. */
  readonly exact: string;
  /** Label and text: file, source, reason, draws. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** The numbers that it is computed from, each of which opens further. */
  readonly of: readonly (readonly [label: string, number: Reading])[];
}

/** A text in which numbers open. */
export type Pieces = readonly (string | Reading)[];

/** What a cell of a table or a sentence says. */
export type Cell = string | Pieces;

/** A scenario or a strategy. */
export interface Card {
  readonly title: string;
  readonly tag: string;
  readonly text: string;
}

export interface TargetBlock {
  readonly title: string;
  readonly goal: Pieces;
  readonly rows: readonly {
    readonly strategy: string;
    /** One for each scenario. */
    readonly cells: readonly {
      readonly met: boolean;
      readonly reading: Reading;
      /** Of the number; that of percent stands in its text. */
      readonly unit: string;
      readonly remark: Pieces;
    }[];
  }[];
}

/** A target that the model says nothing about. */
export interface OpenTarget {
  readonly title: string;
  readonly goal: Pieces;
  readonly why: string;
}

/** What the headlines rest on, in whole percents that add up to 100. */
export interface EvidenceBlock {
  readonly about: string;
  readonly grades: readonly string[];
  readonly lines: readonly {
    readonly title: string;
    readonly year: number;
    readonly shares: readonly {
      readonly percent: number;
      readonly reading: Reading;
    }[];
    readonly heaviest: readonly Pieces[];
  }[];
}

export interface HeadlineBlock {
  readonly title: string;
  readonly about: string;
  readonly unit: string;
  readonly years: readonly number[];
  readonly rows: readonly {
    readonly strategy: string;
    /** One for each scenario, in it one for each year. */
    readonly cells: readonly (readonly Reading[])[];
  }[];
}

/** A chart with its words and, as a table, its numbers. */
export interface Figure {
  readonly name: string;
  readonly headline: Pieces;
  readonly subtitle: string;
  readonly caption: readonly string[];
  /** Position of its Vega specification. */
  readonly spec: number;
  /** Width over height. */
  readonly ratio: number;
  /** The same for a phone; absent for a kind that scrolls there. */
  readonly narrow?: { readonly spec: number; readonly ratio: number };
  readonly unit: string;
  /** Over the columns of numbers. */
  readonly head: readonly string[];
  readonly lines: readonly { readonly labels: readonly string[]; readonly readings: readonly Reading[] }[];
}

/** A section of tables: what decisions rest on, the backtest. */
export interface TableBlock {
  readonly about: Cell;
  readonly tables: readonly {
    readonly title: string;
    readonly lead: Cell;
    readonly head: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
  }[];
}

interface Rated {
  readonly impact: string;
  /** The band by the numbers, where a role has set another; empty otherwise. */
  readonly byNumbers: string;
  readonly likelihood: string;
  /** The share of draws behind the likelihood; empty where it is a judgement. */
  readonly chance: Pieces;
  /** 1 to 5 each. */
  readonly levels: readonly [impact: number, likelihood: number];
  readonly reading?: Reading | undefined;
  readonly scenario: string;
}

export interface RegisterItem {
  readonly number: number;
  readonly title: string;
  readonly kind: 'risk' | 'opportunity';
  readonly type: string;
  readonly horizon: string;
  readonly before: Rated;
  readonly current?: Rated | undefined;
  readonly after: Rated;
  readonly warnings: readonly string[];
  readonly owner: string;
  /** Label and text, in the order in which they are read. */
  readonly facts: readonly (readonly [label: string, text: Cell])[];
  readonly impacts: readonly {
    readonly scenario: string;
    /** Before the response, today where it is known, after it. */
    readonly readings: readonly Reading[];
  }[];
  readonly impactHead: readonly string[];
}

export interface RegisterBlock {
  readonly title: string;
  readonly about: string;
  readonly legend: Cell;
  /** What needs an answer. */
  readonly issues: readonly string[];
  readonly unit: string;
  readonly items: readonly RegisterItem[];
}

export interface ReconciliationBlock {
  readonly about: string;
  readonly groups: readonly {
    readonly title: string;
    readonly agrees: boolean;
    readonly lines: readonly {
      readonly title: string;
      readonly sides: readonly {
        readonly reading: Reading;
        readonly about: string;
        readonly formula: string;
      }[];
      readonly unit: string;
      readonly difference: Cell;
      readonly because: string;
    }[];
  }[];
}

/** What standards ask and where the pack answers; without rows where the study gives no map. */
export interface DisclosureBlock {
  readonly about: string;
  readonly standards: readonly {
    readonly title: string;
    /** The version in force and its days; empty where none is. */
    readonly version: string;
    readonly days: string;
    readonly note: string;
  }[];
  readonly rows: readonly {
    readonly title: string;
    readonly asks: string;
    readonly asked: readonly (readonly [standard: string, text: string])[];
    readonly answer: 'yes' | 'partly' | 'no';
    readonly answered: string;
    readonly note: string;
    readonly lacksTitle: string;
    readonly lacks: string;
    /** What answers, and the section of the page that shows it too; empty where only the file does. */
    readonly shown: readonly { readonly text: string; readonly section: string }[];
  }[];
}

export interface Said {
  /** Empty where it holds for the whole value. */
  readonly when: string;
  readonly text: string;
  readonly assumed: boolean;
  /** In words; empty where it is high, as for most sources. */
  readonly confidence: string;
}

export interface AssumptionItem {
  readonly name: string;
  readonly title: string;
  readonly item: string;
  readonly where: string;
  readonly value: string;
  readonly unit: string;
  readonly assumed: boolean;
  /** Who says so: of the value, of single years of it, of its later years. */
  readonly origins: readonly Said[];
  readonly remarks: readonly string[];
  readonly layer: string;
  readonly place: string;
  readonly reading: Reading;
}

/** The graph with its values apart, as base64 of 64-bit numbers, least byte first. */
export interface PackedGraph extends Omit<ExplanationGraph, 'paths'> {
  /** Numbers in each path. */
  readonly lengths: readonly number[];
}

export type Words = { readonly [key in keyof typeof WORDS]: string };

export interface ReportData {
  readonly language: Language;
  readonly words: Words;
  readonly company: string;
  readonly study: string;
  /** What a question on the command line names, and how many draws there are. */
  readonly asked: {
    readonly file: string;
    readonly overrides: readonly string[];
    readonly cases: ExplanationGraph['cases'];
    readonly draws?: number | undefined;
  };
  /** Label and text: date, years, money. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** What must be known before a number is trusted. */
  readonly notices: readonly Cell[];
  readonly scenarios: readonly Card[];
  readonly strategies: readonly Card[];
  readonly targets: readonly TargetBlock[];
  readonly openTargets: readonly OpenTarget[];
  readonly headlines: readonly HeadlineBlock[];
  readonly evidence?: EvidenceBlock | undefined;
  readonly figures: readonly Figure[];
  readonly heatMap?: Figure | undefined;
  readonly register?: RegisterBlock | undefined;
  readonly reconciliation: ReconciliationBlock;
  readonly disclosure: DisclosureBlock;
  /** Absent where the study declares no decisions. */
  readonly decisions?: TableBlock | undefined;
  /** Absent where the company names no later figure. */
  readonly backtest?: TableBlock | undefined;
  readonly assumptions: readonly AssumptionItem[];
  readonly sources: readonly { readonly name: string; readonly values: number }[];
  readonly guide: readonly (readonly [term: string, text: string])[];
  readonly graph: PackedGraph;
}
