// What a person reads when a file is at fault: held to the character.

import { describe, expect, it } from 'vitest';
import { inChinese } from '../../src/diagnostics/chinese/index.ts';
import {
  type Diagnostic,
  error,
  type Label,
  locate,
  type Paint,
  plain,
  printDiagnostics,
  toJson,
  warning,
} from '../../src/diagnostics/index.ts';

const FILE = 'scenarios/models/cbam.yaml';

/** The span of the nth (from 0) occurrence of a stretch in a text. */
function label(text: string, stretch: string, says?: string, nth = 0, file = FILE): Label {
  let from = text.indexOf(stretch);
  for (let skipped = 0; skipped < nth; skipped++) from = text.indexOf(stretch, from + 1);
  return {
    span: { file, from, to: from + stretch.length },
    ...(says === undefined ? {} : { text: says }),
  };
}

function fault(first: Label, also: readonly Label[] = [], details: object = {}): Diagnostic {
  return error('test/fault', 'it is wrong', first.span, {
    text: first.text,
    also,
    ...details,
  });
}

const print = (diagnostics: readonly Diagnostic[], text: string, paint: Paint = plain): string =>
  printDiagnostics(diagnostics, new Map([[FILE, text]]), paint);

const lines = (...rows: readonly string[]): string => rows.join('\n');

describe('printDiagnostics', () => {
  it('marks the operator and both operands, with units and help', () => {
    const formula = '    is: certificates * eu_price + certificates';
    const text = `${'\n'.repeat(30)}${formula}\n`;
    const plus = label(text, '+');
    const diagnostic = error('unit/mismatch', 'a cost and an amount of CO2e cannot be added', plus.span, {
      also: [label(text, 'certificates * eu_price', 'EUR_2024'), label(text, 'certificates', 'tCO2e', 1)],
      notes: ['left   Money   [EUR_2024]', 'right  CO2e    [tCO2e]'],
      help: 'multiply the right side by a Money / CO2e quantity; in reach: eu_price (EUR_2024/tCO2e)',
    });
    expect(print([diagnostic], text)).toBe(
      lines(
        'error unit/mismatch: a cost and an amount of CO2e cannot be added',
        '  scenarios/models/cbam.yaml:31:33',
        '31 |     is: certificates * eu_price + certificates',
        '   |         ----------------------- ^ ------------ tCO2e',
        '   |         EUR_2024',
        '   = left   Money   [EUR_2024]',
        '     right  CO2e    [tCO2e]',
        '   = help: multiply the right side by a Money / CO2e quantity; in reach: eu_price (EUR_2024/tCO2e)',
        '',
        '1 error',
      ),
    );
  });

  it('puts a message, which stays as it is, into words of Chinese', () => {
    const text = 'is: alpha';
    const diagnostics = [
      error('test/fault', 'it is wrong', label(text, 'alpha').span, { help: 'write this\nor that' }),
      warning('test/odd', 'it is odd', label(text, 'is').span),
      warning('test/odd', 'it is odd too', label(text, 'is').span),
    ];
    expect(printDiagnostics(diagnostics.map(inChinese), new Map([[FILE, text]]), plain, 'zh')).toBe(
      lines(
        '错误 test/fault：it is wrong',
        '  scenarios/models/cbam.yaml:1:5',
        '1 | is: alpha',
        '  |     ^^^^^',
        '  = 建议：write this',
        '          or that',
        '',
        '警告 test/odd：it is odd',
        '  scenarios/models/cbam.yaml:1:1',
        '1 | is: alpha',
        '  | ^^',
        '',
        '警告 test/odd：it is odd too',
        '  scenarios/models/cbam.yaml:1:1',
        '1 | is: alpha',
        '  | ^^',
        '',
        '1 个错误，2 个警告',
      ),
    );
  });

  it('hangs several texts with connectors, and side by side where they fit', () => {
    const text = 'is: alpha + beta + gamma + delta';
    const marks = [
      label(text, 'beta', 'a longer text'),
      label(text, 'alpha', 'one'),
      label(text, 'gamma', 'three'),
      label(text, 'delta', 'four'),
    ] as const;
    const [first, ...also] = marks;
    expect(print([fault(first, also)], text)).toBe(
      lines(
        'error test/fault: it is wrong',
        '  scenarios/models/cbam.yaml:1:13',
        '1 | is: alpha + beta + gamma + delta',
        '  |     -----   ^^^^   -----   ----- four',
        '  |     one     |      three',
        '  |             a longer text',
        '',
        '1 error',
      ),
    );
  });

  it('draws a fault over the label around it', () => {
    const text = 'is: alpha + beta';
    expect(print([fault(label(text, '+', 'here'), [label(text, 'alpha + beta', 'tCO2e')])], text)).toBe(
      lines(
        'error test/fault: it is wrong',
        '  scenarios/models/cbam.yaml:1:11',
        '1 | is: alpha + beta',
        '  |     ------^----- tCO2e',
        '  |           here',
        '',
        '1 error',
      ),
    );
  });

  it('gives other lines and other files frames of their own, with one gutter', () => {
    const text = 'values:\n  a: 1\n';
    const other = `${'\n'.repeat(9)}  a: 2\n`;
    const texts = new Map([
      [FILE, text],
      ['other.yaml', other],
    ]);
    const diagnostic = fault(label(text, 'a:', 'set here', 0), [
      label(text, 'values', 'in this block'),
      label(other, 'a', 'and here', 0, 'other.yaml'),
      { span: { file: 'unread.yaml', from: 3, to: 4 }, text: 'and there' },
    ]);
    expect(printDiagnostics([diagnostic], texts, plain)).toBe(
      lines(
        'error test/fault: it is wrong',
        '  scenarios/models/cbam.yaml:2:3',
        ' 2 |   a: 1',
        '   |   ^^ set here',
        '  scenarios/models/cbam.yaml:1:1',
        ' 1 | values:',
        '   | ------ in this block',
        '  other.yaml:10:3',
        '10 |   a: 2',
        '   |   - and here',
        '  unread.yaml: and there',
        '',
        '1 error',
      ),
    );
  });

  it('counts Chinese and emoji as two columns, combining marks as none', () => {
    for (const [text, before] of [
      ['zh: 欧盟碳价 bad', 13],
      ['ok: 🌍 bad', 7],
      ['ok: 👩‍🔬 bad', 7],
      ['ok: cafe\u0301 bad', 9],
      ['ok: ☀️ bad', 7],
    ] as const)
      expect(print([fault(label(text, 'bad'))], text).split('\n')[3]).toBe(`  | ${' '.repeat(before)}^^^`);
    const chinese = 'zh: 欧盟 x';
    expect(print([fault(label(chinese, '盟', '这里'))], chinese).split('\n')[3]).toBe('  |       ^^ 这里');
  });

  it('expands tabs to the next multiple of four', () => {
    const text = 'a:\tb\t\tbad';
    expect(
      print([fault(label(text, 'bad'))], text)
        .split('\n')
        .slice(2, 4),
    ).toEqual(['1 | a:  b       bad', '  |             ^^^']);
  });

  it('shows control characters instead of obeying them', () => {
    const text = 'a: \u001b[31m\u202Ebad';
    expect(
      print([fault(label(text, 'bad'))], text)
        .split('\n')
        .slice(2, 4),
    ).toEqual(['1 | a: \uFFFD[31m\uFFFDbad', '  |          ^^^']);
  });

  it('cuts a long line around its marks', () => {
    const text = `is: ${'x'.repeat(300)} + bad + ${'y'.repeat(300)}`;
    const [, , row = '', marks = ''] = print([fault(label(text, 'bad', 'here'))], text).split('\n');
    expect(row).toBe(`1 | ...${'x'.repeat(17)} + bad + ${'y'.repeat(134)}...`);
    expect(marks).toBe(`  | ${' '.repeat(23)}^^^ here`);
  });

  it('marks a line that is cut at its end', () => {
    const text = `${'x'.repeat(300)} bad`;
    const [, , row = '', marks = ''] = print([fault(label(text, 'bad'))], text).split('\n');
    expect(row).toBe(`1 | ...${'x'.repeat(156)} bad`);
    expect(marks).toBe(`  | ${' '.repeat(160)}^^^`);
  });

  it('works at the end of a file, in an empty file and without labels', () => {
    const at = (text: string): readonly string[] =>
      print([fault({ span: { file: FILE, from: text.length, to: text.length } })], text)
        .split('\n')
        .slice(1, -2);
    expect(at('a: b')).toEqual(['  scenarios/models/cbam.yaml:1:5', '1 | a: b', '  |     ^']);
    expect(at('a: b\n')).toEqual(['  scenarios/models/cbam.yaml:2:1', '2 |', '  | ^']);
    expect(at('')).toEqual(['  scenarios/models/cbam.yaml:1:1']);
    expect(print([{ ...fault(label('a', 'a')), labels: [] }], '')).toBe(
      'error test/fault: it is wrong\n\n1 error',
    );
  });

  it('marks a span over several lines to the end of its first', () => {
    const text = 'values:\n  a: { b: 1,   \n    c: 2 }\n';
    const diagnostic = fault(label(text, '{ b: 1,   \n    c: 2 }', 'whole'));
    expect(print([diagnostic], text).split('\n').slice(2, 4)).toEqual([
      '2 |   a: { b: 1,',
      '  |      ^^^^^^^ whole',
    ]);
  });

  it('indents the lines of a note and of a help', () => {
    const text = 'a';
    const printed = print(
      [
        fault(label(text, 'a'), [], {
          notes: ['one\ntwo', 'three'],
          help: 'x\ny',
        }),
      ],
      text,
    );
    expect(printed.split('\n').slice(4, -2)).toEqual([
      '  = one',
      '    two',
      '    three',
      '  = help: x',
      '          y',
    ]);
  });

  it('ends with the count, and says nothing about nothing', () => {
    const one = label('a', 'a');
    const worry = warning('test/worry', 'it is odd', one.span);
    expect(
      print([fault(one), fault(one), worry], 'a')
        .split('\n')
        .at(-1),
    ).toBe('2 errors, 1 warning');
    expect(print([worry, worry], 'a').split('\n').at(-1)).toBe('2 warnings');
    expect(print([], 'a')).toBe('');
  });

  it('paints by role and never changes the text', () => {
    const wrap =
      (name: string) =>
      (text: string): string =>
        `<${name}>${text}</${name}>`;
    const paint: Paint = {
      error: wrap('e'),
      warning: wrap('w'),
      strong: wrap('s'),
      quiet: wrap('q'),
      label: wrap('l'),
      help: wrap('h'),
    };
    const text = 'is: alpha + beta';
    const diagnostic = fault(label(text, '+'), [label(text, 'alpha', 'EUR')], {
      notes: ['note'],
      help: 'mend',
    });
    const painted = print([diagnostic], text, paint);
    expect(painted.split('\n').slice(0, 4)).toEqual([
      '<e>error test/fault</e><s>: it is wrong</s>',
      '  <q>scenarios/models/cbam.yaml:1:11</q>',
      '<q>1 |</q> is: alpha + beta',
      '<q>  |</q>     <l>-----</l> <e>^</e>',
    ]);
    expect(painted.replaceAll(/<\/?\w>/g, '')).toBe(print([diagnostic], text));
  });
});

describe('toJson', () => {
  it('gives lines and columns from 1, the end excluded', () => {
    const text = 'a: 1\nb: {\n  c: 2 }\n';
    const [record] = toJson(
      [
        fault(label(text, '{\n  c: 2 }', 'map'), [], {
          notes: ['n'],
          help: 'h',
        }),
      ],
      new Map([[FILE, text]]),
    );
    expect(record).toEqual({
      severity: 'error',
      code: 'test/fault',
      message: 'it is wrong',
      file: FILE,
      line: 2,
      column: 4,
      endLine: 3,
      endColumn: 9,
      labels: [
        {
          file: FILE,
          line: 2,
          column: 4,
          endLine: 3,
          endColumn: 9,
          text: 'map',
        },
      ],
      notes: ['n'],
      help: 'h',
    });
  });

  it('says 0 where the text of a file is not known', () => {
    const [record] = toJson([fault({ span: { file: 'gone.yaml', from: 0, to: 0 } })], new Map());
    expect(record).toMatchObject({
      file: 'gone.yaml',
      line: 0,
      column: 0,
      endLine: 0,
      endColumn: 0,
      help: null,
    });
  });
});

describe('locate', () => {
  it('counts from 1 and stays inside the text', () => {
    const text = 'ab\ncd\n';
    expect([0, 2, 3, 5, 6, 99].map((offset) => locate(text, offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 2, column: 3 },
      { line: 3, column: 1 },
      { line: 3, column: 1 },
    ]);
  });
});
