// The register's likelihoods from the draws: how often the impact of a row is material. Both sides of a row are of the same draws.
import type { Register, Study } from '../resolve/index.ts';
import type { Rating, RegisterFinding, RegisterSide } from './register-types.ts';
import type { RegisterChance } from './uncertainty-types.ts';

/** The impact from which on a matter counts as having happened: the second band, as the lowest has no lower bound. */
const MATERIAL = 1;

/** Rows in money get the likelihood that their draws have, in the scenario that the row shows; judgements stay for the others. */
export function likelihoodsOf(
  finding: RegisterFinding,
  { register }: Study,
  chances: readonly RegisterChance[],
): RegisterFinding {
  const strategies = { inherent: finding.inherent, current: finding.current, residual: finding.residual };
  return {
    ...finding,
    rows: finding.rows.map((row) => {
      const side = (role: keyof typeof strategies, judged: RegisterSide): RegisterSide => {
        const found = chances.find(
          (each) =>
            each.row === row.name && each.strategy === strategies[role] && each.scenario === judged.scenario,
        );
        const material = found?.reaching[MATERIAL];
        if (material === undefined || register === undefined) return judged;
        const drawn = { ...material, band: finding.impactBands[MATERIAL] ?? '' };
        return { ...judged, likelihood: bandOf(material.chance, register), judged: judged.likelihood, drawn };
      };
      return {
        ...row,
        inherent: side('inherent', row.inherent),
        current: row.current === undefined ? undefined : side('current', row.current),
        residual: side('residual', row.residual),
      };
    }),
  };
}

function bandOf(chance: number, { likelihoodBands }: Register): Rating {
  const level = likelihoodBands.findLastIndex(({ from }) => chance >= from);
  return { name: likelihoodBands[level]?.name ?? '', level: level + 1 };
}
