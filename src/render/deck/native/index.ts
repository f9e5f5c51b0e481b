// A chart's body as blocks of a slide that can be edited, where its kind can be shown so.
import type { Shows } from '../../charts/bodies.ts';
import type { Language } from '../../wording.ts';
import type { Block, Box } from '../types.ts';
import { canBeFans, nativeFans } from './fans.ts';
import { nativeGroups } from './groups.ts';
import { nativeHeatMap } from './heat_map.ts';
import { nativeLines } from './lines.ts';
import { nativeLying } from './lying.ts';
import { nativeRegret } from './regret.ts';
import { nativeStacks } from './stacks.ts';
import { nativeWaterfall } from './waterfall.ts';

/** @returns the blocks; undefined where only a picture can show the body */
export function nativeBlocks(
  shows: Shows | undefined,
  area: Box,
  alt: string,
  language: Language,
): readonly Block[] | undefined {
  switch (shows?.kind) {
    case 'lines':
      return nativeLines(shows.picture, area, alt);
    case 'fans':
      return canBeFans(shows.picture) ? nativeFans(shows.picture, area, alt) : undefined;
    case 'stacks':
      return nativeStacks(shows.picture, area, alt);
    case 'groups':
      return nativeGroups(shows.picture, area, alt);
    case 'waterfall':
      return nativeWaterfall(shows.picture, area, alt, language);
    case 'lying':
      return nativeLying(shows.picture, area, alt, language);
    case 'heat_map':
      return nativeHeatMap(shows.picture, area, alt);
    case 'regret':
      return nativeRegret(shows.picture, area, alt);
    case 'curves':
    case undefined:
      return undefined;
  }
}
