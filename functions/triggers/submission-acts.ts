// POST /api/submissions/{id}/return and .../accept: the board sends a report back with comments, or takes it. Both answer
// with the receipt as it then is.

import type { HttpResponseInit } from '@azure/functions';
import { z } from 'zod';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { isCommentable } from '../../templates/receipt/comment-names';
import type { ReturnComment } from '../../templates/receipt/receipt';
import type { Submission } from '../../templates/submission/submission';
import { type ActedOn, actOnSubmission } from '../board/act-on-submission';
import { findForm } from '../forms/form-library';
import { findReceipt } from '../receive/find-receipt';
import { readJson } from '../receive/stored-json';
import { parseSubmissionId, type SubmissionRef, valuesPath } from '../receive/submission-rows';
import type { Store } from '../store/store';
import { askForMaster, json, type Language, problem, type SignedVisit, signedIn } from './answer';

const comment = z.strictObject({
  name: z.string().max(80),
  row: z.int().min(1).optional(),
  text: z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(1).max(1000)),
});
const returnBody = z.strictObject({ comments: z.array(comment).min(1).max(200) });
const acceptBody = z.strictObject({});

const WANTED = {
  vi: 'Cần "comments": 1 đến 200 ý kiến, mỗi ý kiến có "name" (tên ô, ví dụ CT_A_01; "" là cả báo cáo), "text" từ 1 đến 1000 ký tự, và "row" nếu là một dòng của phụ lục.',
  en: '"comments" is needed: 1 to 200, each with "name" (of the cell, for example CT_A_01; "" for the whole report), "text" of 1 to 1000 characters, and "row" for one row of an annex.',
};

export const returnSubmission = signedIn('board', async (visit) => {
  const { request, centre, language } = visit;
  const [ref, form] = asked(visit);
  if (!ref || !form) return problem('NOT_FOUND', language);
  const read = returnBody.safeParse(await request.json().catch(() => undefined));
  if (!read.success) return problem('BAD_REQUEST', language, { detail: WANTED[language] });
  const comments: ReturnComment[] = read.data.comments.map(({ name, row, text }) =>
    row === undefined ? { name, text } : { name, row, text },
  );
  const wrong = await unknownPlaces(centre.store, ref, form, comments);
  if (wrong.length > 0) return problem('BAD_REQUEST', language, { detail: unknown(wrong)[language] });
  return act(visit, ref, form, comments);
});

export const acceptSubmission = signedIn('board', async (visit) => {
  const { request, language } = visit;
  const [ref, form] = asked(visit);
  if (!ref || !form) return problem('NOT_FOUND', language);
  const text = await request.text();
  if (text.trim() !== '' && !acceptBody.safeParse(parsed(text)).success) return problem('BAD_REQUEST', language);
  return act(visit, ref, form);
});

function asked({ request, centre }: SignedVisit): [SubmissionRef | undefined, PeriodForm | undefined] {
  const ref = parseSubmissionId(request.params.id ?? '');
  return [ref, ref && findForm(centre.forms, ref.form, ref.period)];
}

async function act(
  visit: SignedVisit,
  ref: SubmissionRef,
  form: PeriodForm,
  comments?: readonly ReturnComment[],
): Promise<HttpResponseInit> {
  const { centre, account, language } = visit;
  const who = { at: centre.now().toISOString(), by: account.id };
  const done = await actOnSubmission(
    centre.store,
    ref,
    comments ? { act: 'returned', ...who, comments } : { act: 'accepted', ...who },
  );
  if (done.kind === 'missing') return problem('NOT_FOUND', language);
  if (done.kind === 'notCurrent') return problem('NOT_CURRENT', language, { detail: current(ref, done)[language] });
  if (done.kind === 'done') await askForMaster(visit, ref.form, ref.period);
  const found = await findReceipt(centre.store, form, ref, language);
  return found ? json(200, found.receipt) : problem('NOT_FOUND', language);
}

/** As they were asked for: `PL1_so_hn 99`. */
async function unknownPlaces(
  store: Store,
  ref: SubmissionRef,
  form: PeriodForm,
  comments: readonly ReturnComment[],
): Promise<string[]> {
  // Nothing is known of the rows of a report that does not count; it is refused for that.
  const report = await readJson<Submission>(store, valuesPath(ref));
  const rows = (annex: string): number => (report ? (report.annexes[annex]?.length ?? 0) : Number.POSITIVE_INFINITY);
  return comments
    .filter((one) => !isCommentable(one, form, rows))
    .map(({ name, row }) => (row === undefined ? `"${name}"` : `"${name}" (row ${row})`));
}

function unknown(places: readonly string[]): Record<Language, string> {
  const named = [...new Set(places)].slice(0, 10).join(', ');
  return {
    vi: `Mẫu của kỳ này hoặc báo cáo này không có ${named}. Không có gì thay đổi.`,
    en: `The period's form or this report has no ${named}. Nothing was changed.`,
  };
}

function current({ revision }: SubmissionRef, { counted }: ActedOn & { kind: 'notCurrent' }): Record<Language, string> {
  if (counted === 0)
    return {
      vi: `Đơn vị chưa có lần nộp nào được tính nên lần nộp ${revision} chưa thể trả lại hay duyệt.`,
      en: `No report of the unit counts yet, so revision ${revision} can be neither returned nor accepted.`,
    };
  return {
    vi: `Lần nộp ${revision} không phải lần đang được tính; lần đang được tính là ${counted}. Xem lại lần nộp ${counted}.`,
    en: `Revision ${revision} is not the one that counts; revision ${counted} is. Look at revision ${counted}.`,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
