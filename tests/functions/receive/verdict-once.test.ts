// A report is judged once. Where a first judge died half-way and a second one comes to another verdict (a machine so busy that
// the file took too long), what is kept beside the original and what the rows say must still be one verdict.

import type { Examination, Examiner } from '../../../functions/examine/examination';
import { accept } from '../../../functions/receive/accept';
import { findReceipt } from '../../../functions/receive/find-receipt';
import { processSubmission } from '../../../functions/receive/process-submission';
import { readUnitFile } from '../../../functions/receive/read-unit-file';
import { openMemoryStore } from '../../../functions/store/memory-store';
import type { Violation } from '../../../templates/violation/violation';
import { realPeriod } from '../../setup/real-form';
import { submissionOf } from '../../setup/submission';
import { faultyStore } from './faulty-store';
import { passingExaminer } from './passing-examiner';

const PLACE = { form: 'khoa-giao', period: '2024-H1', unit: 'DV01' };
const FORM = realPeriod(PLACE.period);
const forms = [FORM.definition];
const TOO_SLOW: Examination = { kind: 'unreadable', refusal: { code: 'TOO_SLOW' } };

function slowExaminer(): Examiner {
  return { ...passingExaminer(), examine: async () => TOO_SLOW };
}

describe.each([
  ['passed, then found too slow', passingExaminer, slowExaminer],
  ['found too slow, then passed', slowExaminer, passingExaminer],
])('a report that was first %s', (_, first, second) => {
  test.each(Array.from({ length: 10 }, (_call, i) => i + 1))(
    'has one verdict where the first judge died at call %d',
    async (call) => {
      const memory = openMemoryStore();
      const upload = {
        ...PLACE,
        bytes: Buffer.from('a report'),
        idempotencyKey: 'key',
        receivedAt: '2024-07-01T00:00:00Z',
      };
      const accepted = await accept(memory, upload, () => undefined);
      if (!('ref' in accepted)) throw new Error(accepted.kind);
      const { store } = faultyStore(memory, { call, when: 'after', kind: 'dies' });
      await processSubmission({ store, examiner: first(), forms }, accepted.ref).catch(() => undefined);
      const asking = { now: upload.receivedAt, language: 'vi' } as const;
      const unit = FORM.definition.units[0]!;
      const meanwhile = (await findReceipt(memory, FORM, accepted.ref, 'vi'))!;
      if (meanwhile.receipt.state === 'received') expect(meanwhile.receipt.violations).toEqual([]);
      expect((await readUnitFile(memory, forms, FORM, unit, asking)).submissions).toEqual([meanwhile.receipt]);
      const event = await processSubmission({ store: memory, examiner: second(), forms }, accepted.ref);
      const found = (await findReceipt(memory, FORM, accepted.ref, 'vi'))!;
      expect(found.verdict?.state).toBe(event?.state);
      expect(found.verdict?.code).toBe(event?.code);
      expect(found.receipt.violations).toHaveLength(event?.state === 'refused' ? 1 : 0);
      const head = await memory.rows.get('khoa-giao~2024-H1', 'u~DV01');
      expect(head?.values.counted).toBe(event?.state === 'submitted' ? 1 : 0);
    },
  );
});

test('two that pass it with other warnings: the verdict is on the values that were kept first', async () => {
  const memory = openMemoryStore();
  const upload = {
    ...PLACE,
    bytes: Buffer.from('a report'),
    idempotencyKey: 'key',
    receivedAt: '2024-07-01T00:00:00Z',
  };
  const accepted = await accept(memory, upload, () => undefined);
  if (!('ref' in accepted)) throw new Error(accepted.kind);
  const warning = {
    rule: 'R801',
    severity: 'warning',
    sheet: '',
    cell: '',
    name: 'CT_A_01',
    message: { vi: '', en: '' },
  };
  const warns = (count: number): Examiner => ({
    ...passingExaminer(),
    examine: async () => ({
      kind: 'valid',
      submission: submissionOf({ ...PLACE, warnings: Array<typeof warning>(count).fill(warning) as Violation[] }),
    }),
  });
  // Dies when the values are kept and the verdict is not.
  const { store, hit } = faultyStore(memory, { call: 5, when: 'after', kind: 'dies' });
  await processSubmission({ store, examiner: warns(2), forms }, accepted.ref).catch(() => undefined);
  expect(hit()).toMatch(/^create values/);
  const event = await processSubmission({ store: memory, examiner: warns(0), forms }, accepted.ref);
  const found = (await findReceipt(memory, FORM, accepted.ref, 'vi'))!;
  expect([event?.warnings, found.receipt.violations.length]).toEqual([2, 2]);
});
