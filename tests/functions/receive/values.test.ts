// A report that comes as values, stored and examined under failing storage calls: the values received are what is kept, the
// workbook made of them, once, is what is judged and kept too, and one receipt stands for both.

import { createHash } from 'node:crypto';
import type { Examination, Examiner } from '../../../functions/examine/examination';
import { examineReport } from '../../../functions/examine/examine-report';
import { rebuildReport } from '../../../functions/examine/rebuild-report';
import { accept } from '../../../functions/receive/accept';
import { findReceipt } from '../../../functions/receive/find-receipt';
import { processSubmission } from '../../../functions/receive/process-submission';
import { readJson } from '../../../functions/receive/stored-json';
import { originalPath, rebuiltPath, type SubmissionRef, valuesPath } from '../../../functions/receive/submission-rows';
import { openMemoryStore } from '../../../functions/store/memory-store';
import type { Store } from '../../../functions/store/store';
import { extract } from '../../../templates/extract/extract';
import { canonicalReport } from '../../../templates/submission/canonical-report';
import type { Submission } from '../../../templates/submission/submission';
import { filledCells } from '../../setup/filled';
import { realPeriod } from '../../setup/real-form';
import { faultyStore } from './faulty-store';
import { passingExaminer } from './passing-examiner';

const PLACE = { form: 'khoa-giao', period: '2024-Q1', unit: 'DV01' };
const FORM = realPeriod(PLACE.period);
const forms = [FORM.definition];
const REF: SubmissionRef = { ...PLACE, revision: 1 };

let bytes: Uint8Array;
let sha256: string;
beforeAll(async () => {
  const extracted = extract(await filledCells('2024-Q1'), FORM);
  bytes = Buffer.from(JSON.stringify(canonicalReport(extracted, FORM, FORM.definition.units[0]!)));
  sha256 = createHash('sha256').update(bytes).digest('hex');
});

const send = (store: Store, base?: number, idempotencyKey = 'key') =>
  accept(
    store,
    { ...PLACE, bytes, came: 'values', idempotencyKey, receivedAt: '2024-03-16T00:00:00Z', base },
    () => undefined,
  );

test('is kept as it came, and judged as a workbook', async () => {
  const store = openMemoryStore();
  expect(await send(store)).toMatchObject({ kind: 'new', ref: REF });
  const kept = await store.blobs.get(originalPath(PLACE, sha256, 'values'));
  expect([kept?.contentType, Buffer.compare(Buffer.from(kept!.bytes), Buffer.from(bytes))]).toEqual([
    'application/json',
    0,
  ]);
  const judged: Uint8Array[] = [];
  let made = 0;
  const examiner: Examiner = {
    examine: (task): Promise<Examination> => {
      judged.push(task.workbook as Uint8Array);
      return examineReport(task, { forms });
    },
    rebuild: (task) => {
      made++;
      return rebuildReport(task, forms);
    },
    close: async () => undefined,
  };
  await processSubmission({ store, examiner, forms }, REF);
  const workbook = await store.blobs.get(rebuiltPath(PLACE, sha256));
  expect(Buffer.from(workbook!.bytes).subarray(0, 2).toString()).toBe('PK');
  expect(judged).toEqual([workbook!.bytes]);
  // The same values in another try are the same workbook: nobody makes it again.
  await send(store, 1, 'another key');
  await processSubmission({ store, examiner, forms }, { ...REF, revision: 2 });
  expect(judged).toEqual([workbook!.bytes, workbook!.bytes]);
  expect(made).toBe(1);
  const submission = await readJson<Submission>(store, valuesPath(REF));
  expect(submission).toMatchObject({ sha256, file: 'khoa-giao.2024-Q1.DV01.1 (lập lại từ số liệu)' });
  expect((await findReceipt(store, FORM, REF, 'vi'))?.receipt).toMatchObject({
    state: 'submitted',
    came: 'values',
    sha256,
  });
});

test.each(['before', 'after'] as const)(
  'a storage call that fails %s it took effect leaves one report',
  async (when) => {
    for (let call = 1; ; call++) {
      const memory = openMemoryStore();
      const { store, hit } = faultyStore(memory, { call, when, kind: 'dies' });
      const desk = { examiner: passingExaminer(), forms };
      await send(store)
        .then(() => processSubmission({ store, ...desk }, REF))
        .catch((error: Error) => {
          if (error.name !== 'StoreUnavailable') throw error;
        });
      // The unit tries again, with the same key.
      expect(await send(memory)).toMatchObject({ ref: REF });
      await processSubmission({ store: memory, ...desk }, REF);
      expect((await findReceipt(memory, FORM, REF, 'vi'))?.receipt).toMatchObject({
        revision: 1,
        state: 'submitted',
        came: 'values',
        sha256,
      });
      expect((await readJson<Submission>(memory, valuesPath(REF)))?.sha256).toBe(sha256);
      const { rebuild } = passingExaminer();
      const workbook = (await rebuild({ ...PLACE, values: bytes, file: 'f' })) as { workbook: Uint8Array };
      const kept = await memory.blobs.get(rebuiltPath(PLACE, sha256));
      expect(Buffer.compare(Buffer.from(kept!.bytes), Buffer.from(workbook.workbook))).toBe(0);
      if (!hit()) break;
      expect(call).toBeLessThan(40);
    }
  },
  120_000,
);

test('a try that was taken is taken, whatever the door would say of it now', async () => {
  const store = openMemoryStore();
  const fault = () => ({ kind: 'unknown', names: ['CT_B_19'], count: 1 }) as const;
  const upload = { ...PLACE, bytes, came: 'values', receivedAt: '2024-03-16T00:00:00Z' } as const;
  await send(store);
  // Another version of the form was published in between.
  const again = await accept(store, { ...upload, idempotencyKey: 'key', fault }, () => undefined);
  expect(again).toEqual({ kind: 'repeated', ref: REF });
  const changed = { ...upload, bytes: Buffer.from('{}'), idempotencyKey: 'key', fault };
  expect(await accept(store, changed, () => undefined)).toEqual({ kind: 'keyReused' });
  const other = await accept(store, { ...upload, idempotencyKey: 'other', fault }, () => undefined);
  expect(other).toEqual({ kind: 'fault', fault: fault() });
});

test('a report that came to count since the sender looked keeps this one out, and nothing of it', async () => {
  const store = openMemoryStore();
  await send(store);
  await processSubmission({ store, examiner: passingExaminer(), forms }, REF);
  // The try that made it is told so, whatever it was based on.
  expect(await send(store, 0)).toEqual({ kind: 'repeated', ref: REF });
  const other = Buffer.from('{}');
  const late = { ...PLACE, bytes: other, idempotencyKey: 'other', receivedAt: '2024-03-17T00:00:00Z' };
  expect(await accept(store, { ...late, base: 0 }, () => undefined)).toEqual({ kind: 'newer', counted: 1 });
  const stored: string[] = [];
  for await (const path of store.blobs.list('originals/')) stored.push(path);
  expect(stored).toHaveLength(1);
  expect(await accept(store, { ...late, base: 1 }, () => undefined)).toMatchObject({ kind: 'new' });
});
