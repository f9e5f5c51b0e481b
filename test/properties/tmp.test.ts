import { it } from 'vitest';
import { createUnitSystem } from '../../src/units/index.ts';
import { createMathjsUnits } from '../../src/units/mathjs.ts';
const time = (name: string, f: () => void, n = 10) => { f(); const t = performance.now(); for (let i = 0; i < n; i++) f(); console.log(name, ((performance.now() - t) / n).toFixed(1)); };
it('x', () => { time('mathjs', () => createMathjsUnits()); time('systems', () => createUnitSystem({})); const s = createUnitSystem({}); time('readparse', () => s.parse('tCO2e/t')); let i = 2000; time('money', () => s.parse(`CNY_${i++}`)); });
