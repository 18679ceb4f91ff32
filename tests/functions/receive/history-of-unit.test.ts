// A unit reports period after period; what the next template and the next verdict know of it comes from what counted, and
// from nothing else.

import type { Examination, ExaminationTask, Examiner, Rebuilt } from '../../../functions/examine/examination';
import { findForm } from '../../../functions/forms/form-library';
import { accept } from '../../../functions/receive/accept';
import { historyOfUnit } from '../../../functions/receive/history-of-unit';
import { processSubmission } from '../../../functions/receive/process-submission';
import { type MemoryStore, openMemoryStore } from '../../../functions/store/memory-store';
import type { FormDefinition } from '../../../templates/form-definition/form-definition';
import { type History, NO_HISTORY } from '../../../templates/history/history';
import type { Submission } from '../../../templates/submission/submission';
import { realForm } from '../../setup/real-form';
import { submissionOf } from '../../setup/submission';

const FORM = realForm();
const LAST_YEAR: FormDefinition = {
  ...FORM,
  version: '2023.1',
  planYear: 2023,
  periods: FORM.periods.map((p) => ({ ...p, period: p.period.replace('2024', '2023') })),
};

class Desk implements Examiner {
  readonly store: MemoryStore = openMemoryStore();
  readonly examiner = this;
  readonly tasks: ExaminationTask[] = [];
  private next: Partial<Submission> | 'refused' = {};

  constructor(readonly forms: readonly FormDefinition[] = [LAST_YEAR, FORM]) {}

  async examine(task: ExaminationTask): Promise<Examination> {
    this.tasks.push(task);
    if (this.next === 'refused') return { kind: 'unreadable', refusal: { code: 'TOO_SLOW' } };
    const { form, period, unit, revision, receivedAt, file } = task;
    return {
      kind: 'valid',
      submission: submissionOf({ form, period, unit: unit!, revision, receivedAt, file, ...this.next }),
    };
  }
  async rebuild(): Promise<Rebuilt> {
    throw new Error('Nobody sent values');
  }
  async close(): Promise<void> {}

  /** @returns the history that the verdict was come to with */
  async report(period: string, said: Submission['values'] | 'refused', unit = 'DV01'): Promise<History | undefined> {
    this.next = said === 'refused' ? said : { values: said };
    const idempotencyKey = `${period} ${this.tasks.length}`;
    const bytes = Buffer.from(idempotencyKey);
    const upload = { form: 'khoa-giao', period, unit, bytes, idempotencyKey, receivedAt: '2024-07-01T00:00:00Z' };
    const accepted = await accept(this.store, upload, () => undefined);
    if (accepted.kind !== 'new') throw new Error(accepted.kind);
    await processSubmission(this, accepted.ref);
    return this.tasks.at(-1)!.history;
  }

  history(period: string, unit = 'DV01'): Promise<History> {
    return historyOfUnit(this.store, this.forms, findForm(this.forms, 'khoa-giao', period)!, unit);
  }
}

test('nothing reported', async () => {
  const desk = new Desk();
  expect(await desk.history('2024-H1')).toEqual(NO_HISTORY);
  expect(await desk.report('2024-H1', { 'A.01': 1 })).toEqual(NO_HISTORY);
});

test('after the first quarter, the half-year knows it: for the template and for the verdict', async () => {
  const desk = new Desk();
  await desk.report('2024-Q1', { 'A.01': 4 });
  const known = { values: { KT_A_01: 4, LK_A_01: 4 }, rows: {} };
  expect(await desk.history('2024-H1')).toEqual(known);
  expect(await desk.report('2024-H1', { 'A.01': 9 })).toEqual(known);
  expect(await desk.history('2024-H1', 'DV02')).toEqual(NO_HISTORY);
  expect((await desk.history('2024-9M')).values).toEqual({ KT_A_01: 9, LK_A_01: 9 });
});

test('after both quarters, the half-year knows their sum', async () => {
  const desk = new Desk();
  await desk.report('2024-Q1', { 'A.01': 4 });
  await desk.report('2024-Q2', { 'A.01': 3 });
  expect((await desk.history('2024-H1')).values).toEqual({ KT_A_01: 4, LK_A_01: 4, TQ_A_01: 7 });
});

test('over the year’s end: the greatest and the least of the quarters before', async () => {
  const desk = new Desk();
  await desk.report('2023-Q3', { 'A.01': 1 });
  await desk.report('2023-Q4', { 'A.01': 8 });
  expect((await desk.history('2024-Q1')).values).toEqual({ LN_A_01: 8 });
  await desk.report('2024-Q1', { 'A.01': 3 });
  expect((await desk.history('2024-Q2')).values).toEqual({ KT_A_01: 3, LN_A_01: 8, NN_A_01: 1 });
  await desk.report('2024-Q2', { 'A.01': 5 });
  expect((await desk.history('2024-Q3')).values).toEqual({ KT_A_01: 5, NT_A_01: 1, LN_A_01: 8, NN_A_01: 3 });
});

test('a refused revision changes nothing, a later one that counts does', async () => {
  const desk = new Desk();
  await desk.report('2024-Q1', { 'A.01': 4 });
  await desk.report('2024-Q1', 'refused');
  expect((await desk.history('2024-Q2')).values.KT_A_01).toBe(4);
  await desk.report('2024-Q1', { 'A.01': 6 });
  expect((await desk.history('2024-Q2')).values.KT_A_01).toBe(6);
});

test('a period that no form reports is passed over', async () => {
  const desk = new Desk();
  await desk.report('2023-H1', { 'A.01': 4 });
  const { forms } = new Desk([FORM]);
  expect((await desk.history('2024-H1')).values).toEqual({ NT_A_01: 4 });
  expect(await historyOfUnit(desk.store, forms, findForm(forms, 'khoa-giao', '2024-H1')!, 'DV01')).toEqual(NO_HISTORY);
});
