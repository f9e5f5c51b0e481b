// The disclosure map in words: answers, places and standards, the same in Markdown, table and report.
import type {
  Confidence,
  DisclosureFinding,
  DisclosureRowFinding,
  Findings,
  PlaceFinding,
  StandardFinding,
  StandardVersionFinding,
  Title,
} from '../analyse/index.ts';
import { confidenceWord } from './origin.ts';
import { packFiles } from './pack-files.ts';
import { type Language, named, plain, say } from './wording.ts';

/** A sentence in the language, whole: it is read, not set on a chart. */
export const sentence = (title: Title, language: Language): string => plain(title[language]);

const ANSWERS = {
  yes: { en: 'yes', zh: '是' },
  partly: { en: 'partly', zh: '部分' },
  no: { en: 'no', zh: '否' },
} as const;

export const answerWord = (answer: DisclosureRowFinding['answer'], language: Language): string =>
  ANSWERS[answer][language];

const SCENARIO_TEXTS: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  provider: { en: 'Provider', zh: '提供方' },
  vintage: { en: 'Vintage', zh: '版本' },
  licence: { en: 'Licence', zh: '许可' },
  retrieved: { en: 'Retrieved', zh: '获取日期' },
  narrative: { en: 'Narrative', zh: '情景叙述' },
  kind: { en: 'Kind', zh: '类型' },
  temperature: { en: 'Warming', zh: '升温' },
  because: { en: 'Why it is here', zh: '采用理由' },
};

/** The file of the pack that holds a place, and the words or the name to look for in it. */
export interface Shown {
  readonly file: string;
  /** Empty where the whole file answers. */
  readonly key: string;
  /** What a reader calls it; empty where the key says it. */
  readonly title: string;
}

export function shownAt(place: PlaceFinding, findings: Findings, language: Language): Shown {
  const { kind, name, part } = place;
  const title = place.title === undefined ? '' : named(place.title, language);
  switch (kind) {
    case 'quantity':
      return { file: 'results.csv', key: name, title };
    case 'input':
      return { file: 'assumptions.md', key: name, title };
    case 'target':
      return { file: 'targets.md', key: title, title: '' };
    case 'register':
      return { file: 'register.csv', key: name, title };
    case 'chart':
      return { file: `charts/${name}.svg`, key: '', title };
    case 'scenarios':
      return {
        file: 'scenarios.md',
        key: SCENARIO_TEXTS[name]?.[language] ?? '',
        title: counted(place, findings, language),
      };
    case 'file':
      return {
        file: name,
        key: part === undefined ? '' : (packFiles[name]?.parts[part]?.[language] ?? ''),
        title: '',
      };
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/** `results.csv: transition_cost (Transition cost)`. */
export function shownText(place: PlaceFinding, findings: Findings, language: Language): string {
  const { file, key, title } = shownAt(place, findings, language);
  const behind = key === '' ? '' : say(language, `: ${key}`, `：${key}`);
  return file + behind + (title === '' ? '' : say(language, ` (${title})`, `（${title}）`));
}

/** What an answer calls its reasons: of a row that is not answered at all, or of what is missing. */
export const lacksWord = ({ answer }: DisclosureRowFinding, language: Language): string =>
  answer === 'no' ? say(language, 'Why not', '未回应原因') : say(language, 'Lacks', '欠缺');

/** A text that not every scenario has says of how many it is. */
function counted({ scenarios = 0 }: PlaceFinding, findings: Findings, language: Language): string {
  const all = findings.scenarios.length;
  return scenarios === all
    ? ''
    : say(language, `${scenarios} of ${all} scenarios`, `${all} 个情景中的 ${scenarios} 个`);
}

export const inForce = ({ versions, inForce: name }: StandardFinding): StandardVersionFinding | undefined =>
  versions.find((version) => version.name === name);

/** Nothing where the text itself was read. */
const doubt = (confidence: Confidence, language: Language): string => {
  const word = confidenceWord(confidence, language);
  return confidence === 'high' ? '' : say(language, ` [confidence ${word}]`, `［置信度${word}］`);
};

/** `22(b)(i)(1)` of `IFRS S2`, with what the standard asks beyond the row. */
export function askedTexts(
  { asked }: DisclosureRowFinding,
  { standards }: DisclosureFinding,
  language: Language,
): readonly { readonly standard: string; readonly text: string }[] {
  return asked.map(({ standard, paragraph, asks, confidence }) => {
    const found = standards.find(({ name }) => name === standard);
    const more = asks === undefined ? '' : say(language, `: ${asks.en}`, `：${asks.zh}`);
    return {
      standard: found === undefined ? standard : named(found.title, language),
      text: named(paragraph, language) + more + doubt(confidence, language),
    };
  });
}

/** How many rows are answered, and that this is no mark. */
export function countText({ rows }: DisclosureFinding, language: Language): string {
  const count = (answer: DisclosureRowFinding['answer']): number =>
    rows.filter((row) => row.answer === answer).length;
  return say(
    language,
    `${rows.length} rows: ${count('yes')} answered, ${count('partly')} in part, ${count('no')} not. A row is answered where the run leaves something that answers it; this map is no opinion that a report complies.`,
    `共 ${rows.length} 项：${count('yes')} 项已回应，${count('partly')} 项部分回应，${count('no')} 项未回应。仅当本次运行的产出可回应时，方计为已回应；本对照表不构成合规意见。`,
  );
}

export const noMap = (language: Language): string =>
  say(language, 'The study gives no disclosure map.', '本研究未提供披露对照表。');
