// Colours of the zones, the same as on the heat map of the pack, as rules that follow the numbers.
import { TINTS } from '../charts/theme.ts';
import { letters } from './places.ts';
import type { Area, Sheet } from './types.ts';

/**
 * @param zone from the first cell of the area to a formula of its zone
 */
export function zoneColours(area: Area, zone: (cell: string) => string): Sheet['colours'] {
  const cell = `${letters(area.column)}${area.row + 1}`;
  return TINTS.map((colour, index) => ({ area, formula: `${zone(cell)}=${index + 1}`, colour }));
}
