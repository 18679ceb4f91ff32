// A report is judged once. Where a first judge died half-way and a second one comes to another verdict (a machine so busy that
// the file took too long), what is kept beside the original and what the rows say must still be one verdict.

import type { Examination, Examiner } from '../../../functions/examine/examination';
import { accept } from '../../../functions/receive/accept';
import { findReceipt } from '../../../functions/receive/find-receipt';
import { processSubmission } from '../../../functions/receive/process-submission';
import { openMemoryStore } from '../../../functions/store/memory-store';
import { realPeriod } from '../../setup/real-form';
import { faultyStore } from './faulty-store';
import { passingExaminer } from './passing-examiner';

const PLACE = { form: 'khoa-giao', period: '2024-H1', unit: 'DV01' };
const FORM = realPeriod(PLACE.period);
const TOO_SLOW: Examination = { kind: 'unreadable', refusal: { code: 'TOO_SLOW' } };

function slowExaminer(): Examiner {
  return { examine: async () => TOO_SLOW, close: async () => undefined };
}

describe.each([
  ['passed, then found too slow', passingExaminer, slowExaminer],
  ['found too slow, then passed', slowExaminer, passingExaminer],
])('a report that was first %s', (_, first, second) => {
  test.each(Array.from({ length: 8 }, (_call, i) => i + 1))(
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
      if (accepted.kind === 'keyReused') throw new Error('reused');
      const { store } = faultyStore(memory, { call, when: 'after', kind: 'dies' });
      await processSubmission(store, first(), accepted.ref).catch(() => undefined);
      const event = await processSubmission(memory, second(), accepted.ref);
      const found = (await findReceipt(memory, FORM, accepted.ref, 'vi'))!;
      expect(found.verdict?.state).toBe(event?.state);
      expect(found.verdict?.code).toBe(event?.code);
      expect(found.receipt.violations).toHaveLength(event?.state === 'refused' ? 1 : 0);
      const head = await memory.rows.get('khoa-giao~2024-H1', 'u~DV01');
      expect(head?.values.counted).toBe(event?.state === 'submitted' ? 1 : 0);
    },
  );
});
