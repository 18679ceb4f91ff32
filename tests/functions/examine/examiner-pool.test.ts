// Examining, and making a workbook of values, in child processes gives what it gives here, and a process that hangs or dies
// takes only its file along.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ExaminationTask, Examiner } from '../../../functions/examine/examination';
import { examineReport } from '../../../functions/examine/examine-report';
import { examinerPool } from '../../../functions/examine/examiner-pool';
import { rebuildReport } from '../../../functions/examine/rebuild-report';
import { publishedForms } from '../../../functions/forms/published-forms';
import { sample, samplePath, sampleUnits } from '../../setup/samples';

const PROGRAM = resolve(__dirname, '../../../dist/functions.cjs');
const task = (workbook: Uint8Array | string): ExaminationTask => ({
  workbook,
  form: 'khoa-giao',
  period: '2024-H1',
  revision: 1,
  receivedAt: '2024-06-17T02:00:00Z',
  file: 'f.xlsx',
});

test('the same verdicts, from bytes and from paths, on two processes', async () => {
  const pool = examinerPool({ program: PROGRAM, processes: 2 });
  try {
    const units = sampleUnits('2024-H1').slice(0, 4);
    const there = await Promise.all(
      units.flatMap((u) => [pool.examine(task(sample('2024-H1', u))), pool.examine(task(samplePath('2024-H1', u)))]),
    );
    const here = await Promise.all(
      units.map((u) => examineReport(task(sample('2024-H1', u)), { forms: publishedForms() })),
    );
    expect(there).toEqual(here.flatMap((e) => [e, e]));
    expect(here.map((e) => e.kind)).toEqual(['valid', 'valid', 'valid', 'valid']);
    expect(await pool.examine(task(Buffer.from('%PDF-1.7')))).toMatchObject({
      kind: 'unreadable',
      refusal: { code: 'PDF_FILE' },
    });
    await expect(pool.examine({ ...task('x'), period: '2031-Q1' })).rejects.toThrow(
      'No form khoa-giao reports 2031-Q1',
    );
  } finally {
    await pool.close();
  }
});

test('the same workbook of the same values, on any process', async () => {
  const place = { form: 'khoa-giao', period: '2024-H1', unit: 'DV01' };
  const report = { ...place, version: '2024.1', values: { CT_A_01: 3 }, annexes: { PL3: [{}] } };
  const rebuild = { ...place, values: Buffer.from(JSON.stringify(report)), file: 'f' };
  const pool = examinerPool({ program: PROGRAM, processes: 2 });
  try {
    const [one, two] = await Promise.all([pool.rebuild(rebuild), pool.rebuild(rebuild)]);
    expect(one).toEqual(await rebuildReport(rebuild, publishedForms()));
    expect(two).toEqual(one);
    await expect(pool.rebuild({ ...rebuild, period: '2031-Q1' })).rejects.toThrow('No form khoa-giao reports 2031-Q1');
  } finally {
    await pool.close();
  }
});

const examined = (pool: Examiner) => pool.examine({ ...task('x'), file: 'bad' });
const rebuilt = (pool: Examiner) =>
  pool.rebuild({ values: Buffer.from('{}'), form: '', period: '', unit: '', file: 'bad' });

test.each([
  ['hangs', 'for (;;) {}', examined],
  ['grows too large', 'process.exit(9)', examined],
  ['hangs over values', 'for (;;) {}', rebuilt],
])('a process that %s: its report is refused, the next one is examined', async (_, misbehave, asked) => {
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  const program = join(folder, 'program.cjs');
  writeFileSync(
    program,
    `process.on('message', ({ task, rebuild }) => { if (!task && !rebuild) return; if ((task ?? rebuild).file === 'bad') { ${misbehave} } process.send({ examination: { kind: 'valid', submission: task.file } }); });`,
  );
  const pool = examinerPool({ program, processes: 1, wallLimit: 1500 });
  try {
    const [bad, good] = await Promise.all([asked(pool), pool.examine({ ...task('x'), file: 'good' })]);
    expect(bad).toEqual({ kind: 'unreadable', refusal: { code: 'TOO_SLOW' } });
    expect(good).toEqual({ kind: 'valid', submission: 'good' });
  } finally {
    await pool.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a process that somebody ends is no verdict on its file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  const program = join(folder, 'program.cjs');
  writeFileSync(
    program,
    `process.on('message', ({ task }) => { if (task?.file === 'bad') process.exit(1); if (task) process.send({ examination: { kind: 'valid', submission: task.file } }); });`,
  );
  const pool = examinerPool({ program, processes: 1 });
  try {
    await expect(pool.examine({ ...task('x'), file: 'bad' })).rejects.toThrow('ended (1) while it had bad');
    expect(await pool.examine({ ...task('x'), file: 'good' })).toEqual({ kind: 'valid', submission: 'good' });
  } finally {
    await pool.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
