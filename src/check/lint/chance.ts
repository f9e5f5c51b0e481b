// lint/chance: a value of a discrete spread that always comes; the spread then says less than it seems to.
import { warning } from '../../diagnostics/index.ts';
import type { LintRule } from './rule.ts';

export const lintChance: LintRule = ({ study }) => {
  const seen = new Set<string>();
  return study.cases.flatMap(({ inputs }) =>
    [...inputs].flatMap(([name, cells]) =>
      cells.flatMap(({ spread }) => {
        if (spread?.shape.kind !== 'discrete') return [];
        const place = `${spread.span.file} ${spread.span.from}`;
        const decided = spread.shape.points.some(({ chance }) => chance === 1);
        if (!decided || seen.has(place)) return [];
        seen.add(place);
        return [
          warning(
            'lint/chance',
            `one of the values of ${name} always comes: its chance is 100 %`,
            spread.span,
            { help: 'say spread: none, or give others a chance' },
          ),
        ];
      }),
    ),
  );
};
