// One report from bytes to verdict, against the same bytes loaded by exceljs and merely inflated by zlib, in one run. Three
// files: saved by LibreOffice, saved again by openpyxl, and as exceljs writes our template.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { examineReport } from '../functions/examine/examine-report';
import { readWorkbook } from '../functions/xlsx/read-workbook';
import { holdsAnswers } from '../templates/extract/answer-sheets';
import { type Job, measure } from './measure';
import { pythonWith } from './python';
import { PLACE, sampleForm, savedSample, writtenReport } from './sample-reports';
import { milliseconds, showTable, times } from './show-table';
import { partsOf, unpack } from './zip-parts';

const ROUNDS = 40;
const WARM_UP = 10;

async function main(): Promise<void> {
  const rows: string[][] = [];
  for (const [name, bytes] of await files()) {
    const cost = await measure(await jobsOn(bytes), ROUNDS, WARM_UP);
    const exceljs = cost.get('exceljs')!;
    const inflate = cost.get('inflate')!;
    for (const [job, { wall, cpu }] of cost)
      rows.push([
        name,
        job,
        milliseconds(wall),
        milliseconds(cpu),
        times(exceljs.wall / wall),
        times(exceljs.cpu / cpu),
        times(wall / inflate.wall),
      ]);
  }
  showTable(['file', 'job', 'wall ms', 'CPU ms', 'faster than exceljs', 'by CPU', 'to inflate'], rows);
}

async function files(): Promise<[string, Uint8Array][]> {
  const form = sampleForm();
  const saved = savedSample('DV01');
  const again = savedByOpenpyxl(saved);
  return [
    ['LibreOffice', saved],
    ...(again ? ([['openpyxl', again]] as [string, Uint8Array][]) : []),
    ['exceljs', await writtenReport(form, form.definition.units[0]!, 0)],
  ];
}

async function jobsOn(bytes: Uint8Array): Promise<Job[]> {
  const forms = [sampleForm().definition];
  const task = { workbook: bytes, ...PLACE, revision: 1, receivedAt: '2024-06-17T02:00:00Z', file: 'DV01.xlsx' };
  const parts = await partsOf(bytes);
  const examination = await examineReport(task, { forms });
  // openpyxl drops what formulas were worth: such a file is examined all the way, and sent back.
  if (examination.kind !== 'valid' && examination.kind !== 'blocked') throw new Error(JSON.stringify(examination));
  const buffer = Buffer.from(bytes) as unknown as Parameters<Workbook['xlsx']['load']>[0];
  return [
    { name: 'inflate', run: () => parts.map(unpack) },
    { name: 'read', run: () => readWorkbook(bytes, { wantsSheet: holdsAnswers }) },
    { name: 'read, extract, validate', run: () => examineReport(task, { forms }) },
    { name: 'exceljs', run: () => new Workbook().xlsx.load(buffer) },
  ];
}

function savedByOpenpyxl(bytes: Uint8Array): Uint8Array | undefined {
  const python = pythonWith('openpyxl');
  if (python === undefined) {
    console.log('Without openpyxl: it is not installed.\n');
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const [from, to] = [join(folder, 'a.xlsx'), join(folder, 'b.xlsx')];
    writeFileSync(from, bytes);
    const program = 'import openpyxl, sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])';
    const run = spawnSync(python, ['-c', program, from, to], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
