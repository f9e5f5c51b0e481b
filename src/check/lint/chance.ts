// lint/chance: a value of a discrete spread that never comes, or always; the spread then says less than it seems to.
import { warning } from '../../diagnostics/index.ts';
import type { LintRule } from './rule.ts';

export const lintChance: LintRule = ({ study }) => {
  const seen = new Set<string>();
  return study.cases.flatMap(({ inputs }) =>
    [...inputs].flatMap(([name, cells]) =>
      cells.flatMap(({ spread }) => {
        if (spread?.shape.kind !== 'discrete') return [];
        const place = `${spread.span.file} ${spread.span.from}`;
        const decided = spread.shape.points.find(({ chance }) => chance === 0 || chance === 1);
        if (decided === undefined || seen.has(place)) return [];
        seen.add(place);
        const [comes, help] =
          decided.chance === 0
            ? ['never comes', 'leave it out, or give it a chance']
            : ['always comes', 'say spread: none, or give others a chance'];
        return [
          warning(
            'lint/chance',
            `one of the values of ${name} ${comes}: its chance is ${decided.chance * 100} %`,
            spread.span,
            {
              help,
            },
          ),
        ];
      }),
    ),
  );
};
