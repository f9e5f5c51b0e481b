// `npm run mutate`: how many small faults in the code the quick tests notice, by room of src/; `-- 'src/units/**'` for one of them.

import { Stryker } from '@stryker-mutator/core';

/** A mutant that a test notices: one fails, or none comes to an end. */
const NOTICED = ['Killed', 'Timeout'];
const SHOWN = ['Killed', 'Timeout', 'Survived', 'NoCoverage'];

const mutate = process.argv.slice(2);
const mutants = await new Stryker({
  configFile: 'test/mutation/stryker.js',
  ...(mutate.length === 0 ? {} : { mutate }),
}).runMutationTest();

const rooms = [
  ...new Set(mutants.map(({ fileName }) => fileName.replace(/^.*\/src\//, '').split('/')[0] ?? '')),
];
console.log(
  `\n| code | score | ${SHOWN.join(' | ').toLowerCase()} |\n|---|---|${SHOWN.map(() => '---|').join('')}`,
);
for (const room of [...rooms, ...(rooms.length > 1 ? [''] : [])]) {
  const statuses = mutants
    .filter(({ fileName, status }) => fileName.includes(`/src/${room}`) && SHOWN.includes(status))
    .map(({ status }) => status);
  const score = (100 * statuses.filter((status) => NOTICED.includes(status)).length) / statuses.length;
  const counts = SHOWN.map((shown) => statuses.filter((status) => status === shown).length);
  console.log(`| \`src/${room}\` | ${score.toFixed(1)} % | ${counts.join(' | ')} |`);
}
