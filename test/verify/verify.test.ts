// What verify says of a pack, of the files of its project, and of those who would deceive it; bytes.test.ts changes file after file.

import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { runStudy } from '../../src/cli/study.ts';
import { verifyPack } from '../../src/cli/verification.ts';
import { checksumOf } from '../../src/load/index.ts';
import { changedByte, filesBelow, makeProject, meanwhile, options, SILENT } from './pack.ts';

// Page and PNGs are made by what `npm run prepare` builds; what stands for them here changes with every byte of its picture too.
vi.mock('../../src/load/page.ts', () => ({ loadPage: async () => ({ script: 'page', style: 'page' }) }));
vi.mock('../../src/cli/font_thread.ts', () => ({
  fontThread: () => ({
    cutFont: async (_: unknown, characters: string) => new TextEncoder().encode(characters),
    end: () => {},
  }),
}));
vi.mock('../../src/cli/png_threads.ts', () => ({
  pngThreads: () => ({
    toPng: async (svg: string) => new TextEncoder().encode(svg).reverse(),
    end: () => {},
  }),
}));

const { project, pack, study } = makeProject();
beforeAll(async () => {
  expect((await runStudy(study, pack, options, SILENT)).diagnostics).toEqual([]);
});

/** What verify says: each code with the file that it names. */
async function verified(): Promise<readonly string[]> {
  const { diagnostics } = await verifyPack(pack, undefined, SILENT);
  return diagnostics.map(
    ({ code, labels }) => `${code} ${labels[0]?.span.file.replace(`${pack}/`, '') ?? ''}`,
  );
}

const everything = (): ReadonlyMap<string, string> =>
  new Map(filesBelow(project).map((path) => [path, checksumOf(readFileSync(join(project, path)))]));

describe('verify', () => {
  it('finds a pack that nobody touched to be what its inputs give, and leaves all as it was', async () => {
    const before = everything();
    expect(await verified()).toEqual([]);
    expect(everything()).toEqual(before);
  });

  it('is not deceived by a checksum that was changed with its file', async () => {
    const path = join(pack, 'results.csv');
    const forged = changedByte(readFileSync(path));
    const sum = (bytes: Buffer): Buffer =>
      Buffer.from(String(bytes).replace(checksumOf(readFileSync(path)), checksumOf(forged)));
    const edits = { [join(pack, 'environment.json')]: sum, [path]: () => forged };
    expect(await meanwhile(edits, verified)).toEqual(['verify/differs results.csv']);
  });

  it('is not deceived by an input that was changed everywhere with its checksums', async () => {
    const edit = (bytes: Buffer): Buffer =>
      Buffer.from(String(bytes).replace('rods: 3000 t', 'rods: 3001 t'));
    const kept = join(pack, 'inputs/scenarios/company.yaml');
    const before = readFileSync(kept);
    const record = (bytes: Buffer): Buffer =>
      Buffer.from(String(bytes).replace(checksumOf(before), checksumOf(edit(before))));
    const path = join(pack, 'run.json');
    const old = readFileSync(path);
    const sums = (bytes: Buffer): Buffer =>
      Buffer.from(String(record(bytes)).replace(checksumOf(old), checksumOf(record(old))));
    const found = await meanwhile(
      {
        [join(project, 'scenarios/company.yaml')]: edit,
        [kept]: edit,
        [path]: record,
        [join(pack, 'environment.json')]: sums,
      },
      verified,
    );
    expect(found).toContain('verify/differs results.csv');
    expect(found).toContain('verify/differs assumptions.md');
  });

  it('names what is missing and what no run left', async () => {
    expect(await meanwhile({ [join(project, 'scenarios/money.yaml')]: undefined }, verified)).toEqual([
      'verify/input-missing scenarios/money.yaml',
    ]);
    expect(await meanwhile({ [join(pack, 'targets.md')]: undefined }, verified)).toEqual([
      'verify/missing targets.md',
      'verify/checksum targets.md',
    ]);
    writeFileSync(join(pack, 'notes.md'), 'mine\n');
    expect(await verified()).toEqual(['verify/extra notes.md', 'verify/checksum notes.md']);
    rmSync(join(pack, 'notes.md'));
  });

  it('says where a text parts, and what to do about an input', async () => {
    const { diagnostics } = await meanwhile(
      { [join(pack, 'targets.md')]: (bytes) => Buffer.from(String(bytes).replace('# Targets', '# Target ')) },
      () => verifyPack(pack, undefined, SILENT),
    );
    expect(diagnostics[0]).toMatchObject({
      labels: [{ span: { cell: { line: 1, column: 9 } } }],
      notes: ['pack   # Target ', 'again  # Targets'],
    });
    const said = await meanwhile({ [join(project, 'scenarios/model.yaml')]: changedByte }, () =>
      verifyPack(pack, undefined, SILENT),
    );
    expect(said.diagnostics[0]?.help).toContain(`put the file back from ${pack}/inputs/scenarios/model.yaml`);
  });

  it('keeps a company’s own layouts of the deck as an input', async () => {
    const template = join(project, 'company.pptx');
    cpSync(join(pack, 'board.pptx'), template);
    const own = join(project, 'out/own');
    const ran = await runStudy(study, own, { ...options, template }, SILENT);
    expect(ran.diagnostics).toEqual([]);
    const look = async () => (await verifyPack(own, undefined, SILENT)).diagnostics.map(({ code }) => code);
    expect(await look()).toEqual([]);
    expect(await meanwhile({ [template]: changedByte }, look)).toEqual(['verify/input-changed']);
    expect(await meanwhile({ [template]: undefined }, look)).toEqual(['verify/input-missing']);
    expect(await meanwhile({ [join(own, 'template.pptx')]: changedByte }, look)).toEqual([
      'verify/input-copy',
      'verify/checksum',
    ]);
  });

  it('holds workbooks and decks of another version of Node by what is packed in them', async () => {
    const path = join(pack, 'register.xlsx');
    const archive = await JSZip.loadAsync(readFileSync(path));
    const packed = async (edit: (zip: JSZip) => void): Promise<() => Buffer> => {
      const zip = await JSZip.loadAsync(await archive.generateAsync({ type: 'nodebuffer' }));
      edit(zip);
      const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
      return () => bytes;
    };
    const look = async () => (await verified()).filter((said) => !said.includes('checksum'));
    const elsewhere = {
      [join(pack, 'environment.json')]: (bytes: Buffer) =>
        Buffer.from(String(bytes).replace(`"node": "${process.version}"`, '"node": "v99.0.0"')),
    };
    const same = await packed(() => {});
    const other = await packed((zip) => zip.file('xl/workbook.xml', '<workbook/>'));
    expect(await meanwhile({ [path]: same }, look)).toEqual(['verify/differs register.xlsx']);
    expect(await meanwhile({ [path]: same, ...elsewhere }, look)).toEqual([]);
    const { result } = await meanwhile({ [path]: same, ...elsewhere }, () =>
      verifyPack(pack, undefined, SILENT),
    );
    expect(result?.repacked).toEqual(['register.xlsx']);
    expect(await meanwhile({ [path]: other, ...elsewhere }, look)).toEqual(['verify/differs register.xlsx']);
  });

  it('verifies a pack far from its project against the inputs that it keeps, and says so', async () => {
    const away = realpathSync(mkdtempSync(join(tmpdir(), 'tcfd-verify-away-')));
    try {
      cpSync(pack, join(away, 'study'), { recursive: true });
      const { diagnostics } = await verifyPack(join(away, 'study'), undefined, SILENT);
      expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([
        ['warning', 'verify/no-project'],
      ]);
    } finally {
      rmSync(away, { recursive: true, force: true });
    }
  });

  it('tells a folder that is no pack what it wants', async () => {
    const { diagnostics, result } = await verifyPack(project, undefined, SILENT);
    expect([diagnostics.map(({ code }) => code), result]).toEqual([['pack/none'], undefined]);
  });
});
