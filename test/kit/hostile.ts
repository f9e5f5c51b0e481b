// A study whose every label is hostile, for whoever draws, prints or packs labels: they must stay labels.

import { fileURLToPath } from 'node:url';
import { hasErrors } from '../../src/diagnostics/index.ts';
import { load } from '../../src/load/index.ts';
import { run } from '../../src/pipeline.ts';
import { withTexts } from './memory.ts';
import type { Findings } from './project.ts';

export const SCRIPT = '<script>document.title="taken over"</script>';
const LABELS = {
  script: SCRIPT,
  ends: `</script></style></title>--><!--${SCRIPT}`,
  image: '<img src=x onerror="document.title=1"><a href="javascript:alert(1)">press</a>',
  spreadsheet: '=HYPERLINK("http://example.org","press")',
  reversed: '\u202Eesrever\u200F\u2066 5 \u2069',
  emoji: '🔥 👩‍🚒 🇨🇳 é́́́',
  long: 'W'.repeat(10_000),
  many: '很长的标签'.repeat(2_000),
} as const;

/** What turns the direction of a line. */
export const REVERSING = /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/;

/** Texts of the bakery that a modeller may word as he likes, each with what it becomes. */
const REPLACED: Readonly<Record<string, keyof typeof LABELS>> = {
  'Bakery pack': 'script',
  'Corner Oven Bakeries': 'ends',
  'Early action': 'long',
  'Late action': 'reversed',
  及早行动: 'many',
  'Electric ovens': 'image',
  'Carbon becomes dear soon and people eat more bread': 'long',
  'The ovens of 2023 bake on': 'many',
  'Halved by 2026': 'spreadsheet',
  'Output adds up': 'emoji',
  'bread and pastry are all that is baked': 'ends',
  'Emitting has a price': 'script',
  'Carbon cost of ovens': 'long',
  'master baker': 'spreadsheet',
  'half as much again as bread': 'image',
  'no forecast is published': 'long',
  'Europe stands for the town': 'reversed',
  Pastry: 'long',
  'Oven emissions': 'ends',
  Allowance: 'image',
};

/** The bakery of the golden files under hostile names. */
export async function hostileBakery(): Promise<Findings> {
  const project = fileURLToPath(new URL('../golden/project', import.meta.url));
  const { value: sources } = await load(['scenarios/bakery/study.yaml'], { cwd: project });
  const texts = [...sources.files].flatMap(([path, { text }]): [string, string][] => {
    if (!path.endsWith('.yaml')) return [];
    const changed = Object.entries(REPLACED).reduce(
      (all, [plain, label]) =>
        all.replaceAll(new RegExp(`(?<=[:,] |\\[)${plain}(?=[,}\\]]| }|\\n|$)`, 'g'), () =>
          JSON.stringify(LABELS[label]),
        ),
      text,
    );
    return [[path, changed]];
  });
  const { value, diagnostics } = run(withTexts(sources, new Map(texts)), []);
  if (value === undefined || hasErrors(diagnostics))
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}
