// The disclosure map for the page: what is asked, by whom, whether the pack answers, and where on the page or in which file.
import type { Findings, PlaceFinding, StandardVersionFinding } from '../../analyse/index.ts';
import {
  answerWord,
  askedTexts,
  countText,
  inForce,
  lacksWord,
  noMap,
  sentence,
  shownText,
} from '../disclosure-words.ts';
import { type Language, named, plain, say } from '../wording.ts';
import type { DisclosureBlock } from './types.ts';

const FILES: Readonly<Record<string, string>> = {
  'reconciliation.md': 'reconciliation',
  'backtest.md': 'backtest',
  'evidence.md': 'evidence',
  'assumptions.md': 'assumptions',
  'register.md': 'register',
  'targets.md': 'targets',
};

const daysText = ({ from, until }: StandardVersionFinding, language: Language): string =>
  until === undefined
    ? say(language, `since ${from}`, `自 ${from} 起`)
    : say(language, `${from} to ${until}`, `${from} 至 ${until}`);

/** The section of the page that shows the same; empty where only the file does. */
function sectionOf({ kind, name }: PlaceFinding): string {
  switch (kind) {
    case 'input':
      return 'assumptions';
    case 'target':
      return 'targets';
    case 'register':
      return 'register';
    case 'chart':
      return 'charts';
    case 'file':
      return FILES[name] ?? '';
    case 'quantity':
    case 'scenarios':
      return '';
    default: {
      const never: never = kind;
      return never;
    }
  }
}

export function disclosureBlock(findings: Findings, language: Language): DisclosureBlock {
  const { disclosure: map } = findings;
  if (map === undefined) return { about: noMap(language), standards: [], rows: [] };
  return {
    about: countText(map, language),
    standards: map.standards.map((standard) => {
      const version = inForce(standard);
      return {
        title: named(standard.title, language),
        version: version === undefined ? '' : named(version.title, language),
        days: version === undefined ? '' : daysText(version, language),
        note: version?.note === undefined ? '' : sentence(version.note, language),
      };
    }),
    rows: map.rows.map((row) => ({
      title: named(row.title, language),
      asks: sentence(row.asks, language),
      asked: askedTexts(row, map, language).map(({ standard, text }) => [standard, plain(text)] as const),
      answer: row.answer,
      answered: answerWord(row.answer, language),
      note: row.note === undefined ? '' : sentence(row.note, language),
      lacksTitle: lacksWord(row, language),
      lacks: row.lacks === undefined ? '' : sentence(row.lacks, language),
      shown: row.shown.map((place) => ({
        text: plain(shownText(place, findings, language)),
        section: sectionOf(place),
      })),
    })),
  };
}
