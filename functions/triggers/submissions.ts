// POST .../submissions: a unit hands its report in, as a workbook or as its values. Stored first, answered after; then
// checked at once, while the clerk waits, and if that does not work out the queue will.

import type { HttpResponseInit } from '@azure/functions';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { Receipt } from '../../templates/receipt/receipt';
import { dayInVietnam, formatDay } from '../../templates/reporting-period/day';
import { periodLabel } from '../../templates/reporting-period/period-code';
import { describeRefusal, refusalStatus } from '../../templates/violation/file-refusals';
import { IDENTITY, type IdentityCode, periodLocked } from '../../templates/violation/messages';
import { blocks, type ViolationLine } from '../../templates/violation/violation';
import { accept } from '../receive/accept';
import { type Found, findReceipt } from '../receive/find-receipt';
import type { Lock } from '../receive/period-state';
import { processSubmission } from '../receive/process-submission';
import type { SubmissionRef } from '../receive/submission-rows';
import { type ValuesFault, valuesFault } from '../receive/values-fault';
import { XLSX_TYPE } from '../xlsx/media-type';
import { READ_LIMITS } from '../xlsx/read-limits';
import { json, type Language, problem, signedIn, type Visit } from './answer';
import { requestedForm } from './forms';
import { PROBLEMS } from './problems';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const VALUES_TYPE = 'application/json';
const TYPES: readonly string[] = [XLSX_TYPE, 'application/octet-stream', '', VALUES_TYPE];
const REVISION = /^\d{1,8}$/;
/** Longer than this nobody watches a bar; the receipt then says "received" and the queue goes on. */
const PATIENCE_MS = 20_000;

export const submit = signedIn('unit', async (visit) => {
  const { request, centre, language, account, log } = visit;
  const form = requestedForm(centre, request);
  const unit = form?.definition.units.find((u) => u.code === account.id);
  if (!form || !unit) return problem('NOT_FOUND', language);
  const idempotencyKey = (request.headers.get('idempotency-key') ?? '').toLowerCase();
  if (!UUID.test(idempotencyKey)) return problem('KEY_MISSING', language);
  const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (!TYPES.includes(type)) return problem('WRONG_TYPE', language);
  const base = request.headers.get('base-revision');
  if (base !== null && !REVISION.test(base)) return problem('BAD_REQUEST', language, { detail: BASE[language] });
  const bytes = new Uint8Array(await request.arrayBuffer());
  const values = type === VALUES_TYPE;
  // Nothing to keep, or more than is ever read: the only files that are not stored.
  if (bytes.length === 0 && !values) return unreadable({ code: 'EMPTY_FILE' }, language);
  if (bytes.length > READ_LIMITS.fileBytes) {
    if (values) return valuesProblem({ kind: 'tooLarge', rows: [] }, language);
    return unreadable({ code: 'FILE_TOO_LARGE', found: `${Math.ceil(bytes.length / 1024 / 1024)} MB` }, language);
  }
  const place = { form: form.definition.form, period: form.period, unit: account.id };
  const accepted = await accept(
    centre.store,
    {
      ...place,
      bytes,
      ...(values ? { came: 'values', fault: () => valuesFault(bytes, centre.forms, form, unit) } : {}),
      idempotencyKey,
      receivedAt: centre.now().toISOString(),
      base: base === null ? undefined : Number(base),
    },
    log,
  );
  if (accepted.kind === 'keyReused') return problem('KEY_REUSED', language);
  if (accepted.kind === 'fault') return valuesProblem(accepted.fault, language);
  if (accepted.kind === 'locked') return locked(form.period, accepted.lock, language);
  if (accepted.kind === 'newer') return newer(visit, form, { ...place, revision: accepted.counted });
  const checked = processSubmission(centre, accepted.ref).catch((error: unknown) => {
    log(`checking ${account.id} at the door failed, the queue will: ${String(error)}`);
  });
  await within(PATIENCE_MS, checked);
  const found = await findReceipt(centre.store, form, accepted.ref, language);
  if (!found) return problem('UNAVAILABLE', language);
  const { event, receipt } = found;
  if (event.newer !== undefined) return newer(visit, form, { ...place, revision: event.newer }, receipt);
  return answer(found, accepted.kind === 'repeated', language);
});

/** @param receipt of what was sent, where it was stored before the other was seen */
async function newer(
  { centre, language }: Visit,
  form: PeriodForm,
  ref: SubmissionRef,
  receipt?: Receipt,
): Promise<HttpResponseInit> {
  const latest = (await findReceipt(centre.store, form, ref, language))?.receipt;
  return problem('NEWER_REVISION', language, { latest, ...(receipt ? { receipt, detail: OVERTAKEN[language] } : {}) });
}

const OVERTAKEN = {
  vi: 'Cùng lúc này, một báo cáo khác của đơn vị đã được nhận. Tệp đã được lưu nhưng không thay báo cáo đó. So sánh hai báo cáo rồi nộp lại.',
  en: 'Another report of the unit was taken at the same time. The file was kept but does not replace it. Compare the two and submit again.',
};

function locked(period: string, { at }: Lock, language: Language): HttpResponseInit {
  const label = { vi: periodLabel(period, 'vi'), en: periodLabel(period, 'en') };
  const message = periodLocked(label, formatDay(dayInVietnam(at)))[language];
  const violation: ViolationLine = { rule: 'R005', severity: 'error', sheet: '', cell: '', name: '', message };
  return problem('PERIOD_LOCKED', language, { detail: message, violations: [violation] });
}

const BASE = {
  vi: 'Base-Revision phải là số của lần nộp mà báo cáo này dựa vào; 0 nếu chưa có.',
  en: 'Base-Revision must be the number of the revision that this report is based on; 0 where there is none.',
};

/** Of what comes as values only what can be read as a report is kept. */
function valuesProblem(why: ValuesFault, language: Language): HttpResponseInit {
  switch (why.kind) {
    case 'tooLarge': {
      const { [language]: detail } = PROBLEMS.VALUES_TOO_LARGE.detail;
      const places = noRoom(why.rows, language);
      return problem('VALUES_TOO_LARGE', language, places === '' ? {} : { detail: `${detail} (${places})` });
    }
    case 'broken':
      return problem('BAD_VALUES', language, { detail: `${PROBLEMS.BAD_VALUES.detail[language]} (${why.where})` });
    case 'unknown': {
      const { names, count } = why;
      const all = { vi: `tất cả ${count} tên`, en: `${count} names in all` }[language];
      const some = `${names.slice(0, 10).join(', ')}${count > 10 ? `…; ${all}` : ''}`;
      const detail = `${PROBLEMS.UNKNOWN_NAMES.detail[language]} (${some})`;
      return problem('UNKNOWN_NAMES', language, { detail, names, nameCount: count });
    }
  }
}

/** From which row on each annex has no room. */
function noRoom(rows: Extract<ValuesFault, { readonly kind: 'tooLarge' }>['rows'], language: Language): string {
  const firsts = rows.filter(({ annex }, i) => rows.findIndex((other) => other.annex === annex) === i);
  const words = { vi: 'từ dòng', en: 'from row' }[language];
  return firsts.map(({ annex, row }) => `${annex.slice(0, 60)}: ${words} ${row}`).join('; ');
}

function within(ms: number, work: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return Promise.race([work, enough]).finally(() => clearTimeout(timer));
}

function answer({ receipt, verdict }: Found, repeated: boolean, language: Language): HttpResponseInit {
  const location = { location: `/api/submissions/${receipt.id}` };
  if (receipt.state === 'received' || receipt.state === 'failed')
    return json(202, receipt, { ...location, 'retry-after': '2' });
  if (receipt.state !== 'refused' || !verdict) return json(repeated ? 200 : 201, receipt, location);
  const more = { violations: receipt.violations, receipt };
  if (verdict.refusal) return unreadable(verdict.refusal, language, more);
  if (verdict.code in IDENTITY) {
    const { title } = IDENTITY[verdict.code as IdentityCode];
    return problem('VIOLATIONS', language, {
      code: verdict.code,
      title: title[language],
      detail: receipt.violations[0]?.message,
      ...more,
    });
  }
  return problem('VIOLATIONS', language, { ...whatIsLeft(receipt.violations, language), ...more });
}

/** How many errors to correct and how many warnings to explain. */
function whatIsLeft(violations: readonly ViolationLine[], language: Language): { title?: string; detail: string } {
  const errors = violations.filter((v) => v.severity === 'error').length;
  const warnings = violations.filter((v) => v.severity === 'warning' && blocks(v)).length;
  const detail = {
    vi: `Tệp đã được lưu nhưng chưa được nhận vào tổng hợp: còn ${errors} lỗi phải sửa và ${warnings} cảnh báo cần sửa hoặc giải trình. Xem từng ô dưới đây rồi nộp lại.`,
    en: `The file was kept but does not count yet: ${errors} errors to correct, ${warnings} warnings to correct or explain. See the cells below and submit again.`,
  }[language];
  const title = { vi: 'Còn cảnh báo chưa giải trình', en: 'Warnings are not explained' }[language];
  return errors === 0 ? { title, detail } : { detail };
}

function unreadable(
  refusal: Parameters<typeof describeRefusal>[0],
  language: Language,
  more: Record<string, unknown> = {},
): HttpResponseInit {
  return problem('VIOLATIONS', language, {
    status: refusalStatus(refusal.code),
    code: refusal.code,
    ...describeRefusal(refusal, language),
    ...more,
  });
}
