// What a table of the IAMC becomes: the pair that is written, the account of every cell, and each fault with its place.

import { describe, expect, it } from 'vitest';
import { HEADER, importCsv, MODEL, row, rowsOf } from './kit.ts';

const wide = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\n');

describe('a table', () => {
  it('wide: becomes one row a value, with a sidecar that a study can read', async () => {
    const { imported, csv, sidecar, printed } = await importCsv(
      wide(row(), row({ scenario: 'Current Policies' }, '1,,0.5')),
    );
    expect(printed).toBe('');
    expect(csv).toBe(
      [
        'model,scenario,region,variable,unit,year,value',
        `${MODEL},Net Zero 2050,World,Price|Carbon,US$2010/t CO2,2020,1`,
        `${MODEL},Net Zero 2050,World,Price|Carbon,US$2010/t CO2,2025,2`,
        `${MODEL},Net Zero 2050,World,Price|Carbon,US$2010/t CO2,2030,3`,
        `${MODEL},Current Policies,World,Price|Carbon,US$2010/t CO2,2020,1`,
        `${MODEL},Current Policies,World,Price|Carbon,US$2010/t CO2,2030,0.5`,
        '',
      ].join('\n'),
    );
    await expect(sidecar).toMatchFileSnapshot('sidecar.yaml');
    expect(imported).toMatchObject({
      cells: { kept: 5, empty: 1, filtered: 0 },
      source: 'ngfs-phase5',
      where: { scenario: 'Net Zero 2050' },
    });
  });

  it('long, with lower-case columns in another order, its years in any order: becomes the same', async () => {
    const start = `World,${MODEL},US$2010/t CO2,Net Zero 2050,Price|Carbon`;
    const long = `region,model,unit,scenario,variable,value,year\n${start},3,2030\n${start},1,2020\n${start},2,2025\n`;
    expect((await importCsv(long)).csv).toBe((await importCsv(wide(row()))).csv);
  });

  it('with a byte order mark left out, CRLF, blank lines and empty columns at the end: becomes the same', async () => {
    const text = [`${HEADER},,`, '', `${row()},,`, ',,,,,,,,,', ''].join('\r\n');
    expect(await importCsv(text)).toMatchObject({ csv: (await importCsv(wide(row()))).csv, printed: '' });
  });

  it('keeps the notice that a database writes below its table', async () => {
    const { imported, printed } = await importCsv(wide(row(), '"© NGFS Phase 5\n  Scenario Explorer"'));
    expect([printed, imported?.notices]).toEqual(['', ['© NGFS Phase 5 Scenario Explorer']]);
  });

  it.each([
    ['US$2010/t CO2', 'US$2010/t CO2'],
    ['USD_2010/t CO2', 'USD_2010/t CO2'],
    [' US$2010/t  CO2 ', 'US$2010/t CO2'],
  ])('in the unit %j is translated', async (unit, spelling) => {
    const { csv, sidecar } = await importCsv(wide(row({ unit })));
    expect(rowsOf(csv)[0]).toContain(`,${spelling},2020`);
    expect(sidecar).toContain(`units: { ${spelling}: USD_2010/tCO2e }`);
  });
});

describe('names', () => {
  it.each([
    ['Below 2?C', 'Below 2°C'],
    ['Below 2?C (version: 2)', 'Below 2°C'],
    ['Below 2\uFFFDC', 'Below 2°C'],
    ['Below 2Â°C', 'Below 2°C'],
    ['BELOW 2°C', 'Below 2°C'],
    ['Delayed Transition', 'Delayed transition'],
    ['Low Demand', 'Low demand'],
    ['Net Zero 2050 (version: 11)', 'Net Zero 2050'],
    ['NDCs', 'Nationally Determined Contributions (NDCs)'],
  ])('the scenario %j is read as %s, and that is said', async (scenario, name) => {
    const { csv, imported } = await importCsv(wide(row({ scenario })));
    expect(rowsOf(csv)[0]?.split(',')[1]).toBe(name);
    expect(imported?.readAs).toEqual([{ column: 'scenario', written: scenario, as: name }]);
  });

  it.each([
    ['native', MODEL, `${MODEL}|EU 28`],
    ['native with commas', MODEL, `${MODEL}|Middle East, North Africa, Central Asia`],
    ['native under another prefix', 'MESSAGEix-GLOBIOM 2.0-M-R12-NGFS', 'MESSAGEix-GLOBIOM 2.0-R12|China'],
    ['one of five', MODEL, 'OECD & EU (R5)'],
    ['a country', `Downscaling[${MODEL}]`, 'CHN'],
    ['of NiGEM', `NiGEM NGFS v1.24.2[${MODEL}]`, 'NiGEM NGFS v1.24.2|United States'],
  ])('a region that is %s is known', async (_, model, region) => {
    const { imported, printed } = await importCsv(wide(row({ model, region })));
    expect([printed, imported?.cells.kept, imported?.readAs]).toEqual(['', 3, []]);
  });

  it('a country by its name, five regions as the IPCC calls them: read as ours', async () => {
    const { csv } = await importCsv(
      wide(row({ model: `Downscaling[${MODEL}]`, region: 'China' }), row({ region: 'R5ASIA' })),
    );
    expect(rowsOf(csv).map((line) => line.split(',')[2])).toEqual(
      ['CHN', 'Asia (R5)'].flatMap((name) => [name, name, name]),
    );
  });

  it('of one model do not pass with another', async () => {
    const { printed } = await importCsv(wide(row({ model: 'GCAM 6.0 NGFS', region: `${MODEL}|EU 28` })));
    expect(printed).toContain(`error import/region: no codelist has the region "${MODEL}|EU 28"`);
    expect((await importCsv(wide(row({ model: `Downscaling[Other]` })))).printed).toContain('import/model');
  });

  it('that nobody knows are all told at once, each with its place and what is near', async () => {
    const { printed, csv } = await importCsv(
      wide(
        row({ scenario: 'Net Zero 2055' }),
        row({ model: 'REMIND-MAgPIE 3.3-4.7', variable: 'Price|Carbn', unit: 'US$2010/tCO2' }),
        row({ region: `${MODEL}|Chian` }),
        row({ unit: 'EJ/yr' }, '1,n/a,"3,5"'),
        row({ scenario: 'Net Zero 2055' }),
      ),
    );
    expect(csv).toBe('');
    await expect(`${printed}\n`).toMatchFileSnapshot('unknown.txt');
  });

  it('that are missing are told', async () => {
    const { printed } = await importCsv(wide(row({ scenario: '', region: ' ' })));
    expect(printed).toContain('import/scenario: the row has no scenario\n  IAM_data.csv:2:23');
    expect(printed).toContain('import/region: the row has no region');
  });
});

describe('a selection', () => {
  const table = wide(
    row(),
    row({ scenario: 'Below 2?C (version: 3)', region: `${MODEL}|China` }, '1,,3'),
    row({ scenario: 'Current Policies', variable: 'Price|Carbon|Supply' }),
    row({ variable: 'Some|Other Thing', unit: 'furlong', scenario: 'Below 2?C' }, 'a,b,c'),
  );

  it('keeps what is asked for and counts every other cell, by what leaves it out', async () => {
    const { imported, printed } = await importCsv(table, {
      variable: ['price|carbon*'],
      region: ['World', '*|China'],
      scenario: ['Net Zero 2050', 'Below 2°C'],
    });
    expect(printed).toBe('');
    expect(imported).toMatchObject({
      cells: { kept: 5, empty: 1, filtered: 6 },
      filteredBy: { variable: 3, region: 0, scenario: 3, model: 0 },
      scenarios: [
        { name: 'Net Zero 2050', kept: 3, empty: 0, filtered: 0 },
        { name: 'Below 2°C', kept: 2, empty: 1, filtered: 3 },
        { name: 'Current Policies', kept: 0, empty: 0, filtered: 3 },
      ],
      variables: [
        { name: 'Price|Carbon', kept: 5, empty: 1, filtered: 0 },
        { name: 'Price|Carbon|Supply', kept: 0, empty: 0, filtered: 3 },
        { name: 'Some|Other Thing', kept: 0, empty: 0, filtered: 3 },
      ],
    });
  });

  it.each([
    'Below 2?C',
    'Below 2°C',
    'below 2?c (version: 3)',
    'Below*',
    'BELOW 2°C',
  ])('finds the scenario asked for as %j', async (scenario) => {
    const { imported } = await importCsv(table, { variable: ['Price|Carbon'], scenario: [scenario] });
    expect(imported?.cells).toMatchObject({ kept: 2, empty: 1 });
  });

  it('that nothing answers is an error, with what is near', async () => {
    const told = async (options: Parameters<typeof importCsv>[1]) =>
      (await importCsv(table, options)).printed;
    expect(await told({ variable: ['Price|Carbn'], region: ['Wrld'] })).toBe(
      [
        'error import/none: no row has --variable "Price|Carbn"',
        '  IAM_data.csv',
        '  = help: did you mean Price|Carbon?',
        '',
        '1 error',
      ].join('\n'),
    );
    expect(await told({ variable: ['Price|Carbon'], region: ['Wrld'] })).toContain(
      'no row chosen by --variable has --region "Wrld"\n  IAM_data.csv\n  = help: did you mean World?',
    );
    expect(
      await told({ variable: ['Price|Carbon'], region: ['World', '*China'], scenario: ['Net Zero 2050'] }),
    ).toContain('no row with --region "*China" has a name asked for by --scenario');
  });

  it('of one version leaves the other out; both at once are told as twice', async () => {
    const two = wide(
      row({ scenario: 'Net Zero 2050 (version: 1)' }, '1,1,1'),
      row({ scenario: 'Net Zero 2050 (version: 2)' }, '2,2,2'),
    );
    const { csv } = await importCsv(two, { scenario: ['Net Zero 2050 (version: 2)'] });
    expect(rowsOf(csv).map((line) => line.split(',').at(-1))).toEqual(['2', '2', '2']);
    const { printed } = await importCsv(two, { scenario: ['Net Zero 2050'] });
    expect(printed).toContain(
      `import/twice: 2020 stands twice for ${MODEL}, Net Zero 2050, World, Price|Carbon`,
    );
    expect(printed).toContain('IAM_data.csv:3:');
    expect(printed).toContain('the path begins in line 2');
  });

  it('of empty cells alone is an error', async () => {
    expect((await importCsv(wide(row({}, ',,')))).printed).toContain('import/empty');
  });
});

describe('a cell', () => {
  it.each([
    'n/a',
    '=1+1',
    "=cmd|' /C calc'!A0",
    '1e999',
    'NaN',
    'Infinity',
    '0x1F',
    '1 000',
    '-',
    '１２',
    '--1',
  ])('%j is no number', async (cell) => {
    const { printed } = await importCsv(wide(row({}, `1,"${cell}",3`)));
    expect(printed).toContain(
      `error import/number: ${JSON.stringify(cell)} is not a number\n  IAM_data.csv:2:72`,
    );
  });

  it.each([
    ['1e3', '1000'],
    ['+.5', '0.5'],
    ['-1.50', '-1.5'],
    [' 7 ', '7'],
    ['183.29999999999998', '183.29999999999998'],
    ['0', '0'],
  ])('%j is %s', async (cell, value) => {
    expect(rowsOf((await importCsv(wide(row({}, `${cell},,`)))).csv)[0]).toMatch(
      new RegExp(`,${value.replace('.', '\\.')}$`),
    );
  });

  it('of ten thousand characters is told in one line', async () => {
    const long = 'x'.repeat(10_000);
    for (const text of [
      wide(row({}, `1,${long},3`)),
      wide(row({ region: long })),
      wide(row({ variable: `${long}"` })),
      `${long},b\n`,
    ]) {
      const { printed } = await importCsv(text);
      expect(printed).toContain('error import/');
      expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThan(250);
    }
  });

  it('that hides a line end shifts no place', async () => {
    const { printed } = await importCsv(
      wide(`"${MODEL}","two\nlines",World,Price|Carbon,US$2010/t CO2,1,2,oops`),
    );
    expect(printed).toContain('"two\\nlines"');
    expect(printed).toContain('"oops" is not a number\n  IAM_data.csv:3:');
  });

  it('of a decimal comma in every row is told ten times and counted', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => row({}, `"${index},5",2,3`));
    const { printed } = await importCsv(wide(...rows));
    expect(printed.match(/import\/number/g)).toHaveLength(10);
    expect(printed).toContain('and 40 further faults of this kind');
  });
});

describe('a header or a row of another form', () => {
  it.each([
    ['', 'is empty'],
    ['Model,Scenario,Region,Unit,2020\n', 'the header lacks variable'],
    ['Model,Scenario,Region,Variable,Unit\n', 'the header has no years, and no year, value'],
    ['Model,Scenario,Region,Variable,Unit,Year\n', 'the header has no years, and no value'],
    [`${HEADER},Year,Value\n`, '3 columns of years, and year, value too'],
    [`${HEADER},2030\n`, 'the column "2030" stands twice'],
    [`${HEADER},Notes\n`, 'unknown column "Notes"'],
    ['Model,Scenrio,Region,Variable,Unit,2020\n', 'did you mean scenario?'],
    [`${HEADER.replaceAll(',', ';')}\n`, 'the columns are not separated by commas'],
    [`${HEADER}\na,b,c\n`, '3 cells, where the header has 8'],
    [`${HEADER}\n${row()},9\n`, 'a value outside the columns of the header'],
    [`${HEADER}\n${row({}, '1,2,"3')}\n`, 'a quote is opened here and never closed'],
    [`${HEADER}\n${row({}, '1,2,3"')}\n`, 'a cell with a quote in it stands in quotes as a whole'],
    [`model,scenario,region,variable,unit,year,value\n${row({}, '30,1')}\n`, '"30" is not a year'],
  ])('%j: %s', async (text, message) => {
    const { printed, imported } = await importCsv(text);
    expect(imported).toBeUndefined();
    expect(printed).toContain(message);
  });
});

describe('the source', () => {
  it('of a model in two publications must be named', async () => {
    const table = wide(row({ model: 'GCAM 6.0 NGFS', region: 'GCAM 6.0 NGFS|China' }));
    expect((await importCsv(table)).printed).toContain('--source ngfs-phase4');
    const { sidecar } = await importCsv(table, { source: 'ngfs-phase4' });
    expect(sidecar).toContain('source: [ ngfs-phase4,');
    expect(sidecar).toContain('Phase IV (November 2023)');
  });

  it('that no reference file describes is an error that says what to add', async () => {
    const { printed } = await importCsv(wide(row()), { source: 'my-consultant' });
    expect(printed).toContain('no reference file describes the source my-consultant');
    expect(printed).toContain('my-consultant: { title: ..., publisher: ..., date: ... }');
    expect((await importCsv(wide(row()), { source: 'ngfs-phase55' })).printed).toContain(
      'did you mean ngfs-phase5?',
    );
  });

  it('without a known licence asks for it', async () => {
    expect((await importCsv(wide(row()), { source: 'iso-3166-1' })).printed).toContain('--licence');
    const { sidecar } = await importCsv(wide(row()), { source: 'iso-3166-1', licence: 'CC BY 4.0' });
    expect(sidecar).toContain('licence: CC BY 4.0');
  });
});
