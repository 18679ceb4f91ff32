// What an invented centre knows and answers, for screens that are put in front without walking the whole way to them: one
// unit's file, receipts, periods. Runs in the page. The words of its problems are the real centre's.

import type { Answer, Centre, Problem, Session } from '../../addin/centre';
import type { Attempt, OwnNotes, OwnStorage } from '../../addin/own-storage';
import type { Language } from '../../addin/words/word-list';
import { PROBLEMS, type ProblemCode } from '../../functions/triggers/problems';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { History } from '../../templates/history/history';
import type { Receipt } from '../../templates/receipt/receipt';
import { periodLabel } from '../../templates/reporting-period/period-code';
import type { CanonicalReport } from '../../templates/submission/canonical-report';
import type { ListedForm } from '../../templates/submission/listed-form';
import type { UnitFile } from '../../templates/submission/unit-file';

export const NOW = new Date('2024-06-15T02:12:09Z');
export const UNIT_SESSION: Session = { token: 'invented', role: 'unit', unit: 'DV01' };
const PLACE = { form: 'khoa-giao', period: '2024-H1' } as const;
const HASH = '9f2b6c0e5d41a7783e1cb0a94f6d2275c8e0b3315a6f947d1e28cc07ab53d86f';

export function problemOf(code: ProblemCode, language: Language, more: Partial<Problem> = {}): Problem {
  const { status, title, detail } = PROBLEMS[code];
  return { status, code, title: title[language], detail: detail[language], ...more };
}

export function receiptOf(revision: number, changes: Partial<Receipt> = {}): Receipt {
  return {
    ...PLACE,
    id: `khoa-giao.2024-H1.DV01.${revision}`,
    number: `KG-2024-H1-DV01-0${revision}`,
    unit: 'DV01',
    revision,
    receivedAt: `2024-06-1${3 + revision}T02:1${revision}:09Z`,
    onTime: true,
    state: 'submitted',
    came: 'workbook',
    sha256: HASH,
    violations: [],
    notices: [],
    ...changes,
  };
}

/** Sent once, and sent back. */
export function returnedReceipt(language: Language): Receipt {
  const [number, row, all] = {
    vi: [
      'Đề nghị đối chiếu lại số tin, bài với trang thông tin điện tử của đơn vị.',
      'Dòng này thiếu số hội nghị của các chi bộ trực thuộc.',
      'Bổ sung kiến nghị, đề xuất với Ban ở phần thuyết minh.',
    ],
    en: [
      'Please compare the number of articles with the unit’s own web site.',
      'The conferences of the cells are missing in this row.',
      'Please add your proposals to the board in the narrative.',
    ],
  }[language] as [string, string, string];
  const comments = [
    { name: 'CT_A_17', text: number },
    { name: 'PL1_so_hn', row: 2, text: row },
    { name: '', text: all },
  ];
  return receiptOf(1, { state: 'returned', returned: { at: '2024-06-14T07:30:00Z', comments } });
}

export interface Known {
  readonly definition: FormDefinition;
  readonly history: History;
  /** Newest first. */
  readonly submissions: readonly Receipt[];
  readonly locked: boolean;
  readonly away: boolean;
}

export function unitFileOf({ definition, history, submissions, locked }: Known): UnitFile {
  return {
    ...PLACE,
    unit: definition.units[0]!,
    due: '2024-06-18',
    dueOfPeriod: '2024-06-18',
    locked: locked ? { at: '2024-06-19T01:00:00Z', reason: 'Đã tổng hợp xong' } : null,
    history,
    counted: submissions[0]?.revision ?? 0,
    submissions,
  };
}

export function listedForms({ form, version, title, periods }: FormDefinition): readonly ListedForm[] {
  const states = ['accepted', 'submitted', 'returned', 'missing'] as const;
  const listed = periods.map(({ period }, i) => ({
    period,
    label: { vi: periodLabel(period, 'vi'), en: periodLabel(period, 'en') },
    from: '2024-01-01',
    to: '2024-06-30',
    due: '2024-06-18',
    locked: i === 0,
    state: states[Math.min(i, states.length - 1)]!,
  }));
  return [{ form, version, title, periods: listed }];
}

export function attemptOf(report: CanonicalReport, problem?: Problem): Attempt {
  const { form, period, unit } = report;
  const key = `00000000-0000-4000-8000-00000000000${problem ? 2 : 1}`;
  const madeAt = NOW.toISOString();
  return { key, form, period, unit, base: 0, body: report, report, madeAt, tries: 1, ...(problem ? { problem } : {}) };
}

/** Knows what is needed to check a report, and no code that it would take; everything else never comes back. */
export function inventedCentre(known: Known, language: Language): Centre {
  const answer = async <T>(body: T): Promise<Answer<T>> => {
    if (known.away) throw new TypeError('The network is away');
    return { ok: true, status: 200, body };
  };
  const centre: Partial<Centre> = {
    signIn: async () => ({ ok: false, problem: problemOf('WRONG_CODE', language) }),
    definition: () => answer(known.definition),
    unitFile: () => answer(unitFileOf(known)),
    forms: () => answer({ forms: listedForms(known.definition) }),
  };
  return new Proxy(centre, {
    get: (target, name: keyof Centre) => target[name] ?? (() => new Promise<never>(() => undefined)),
  }) as Centre;
}

/** A browser that remembers nothing but what it is given. */
export function inventedMemory(session: Session | undefined, attempts: readonly Attempt[], known: Known) {
  const storage: OwnStorage = {
    attempts: async () => attempts,
    keepAttempt: async () => true,
    dropAttempt: async () => undefined,
    definition: async () => (known.away ? known.definition : undefined),
    keepDefinition: async () => '' as never,
    unitFile: async () => undefined,
    keepUnitFile: async () => true as never,
    changeAttempt: async () => true,
    sentReports: async () => [],
    keepSent: async () => true,
  };
  const notes: OwnNotes = {
    read: (name) => (name === 'session' && session ? JSON.stringify(session) : undefined),
    write: () => undefined,
  };
  return { storage, notes };
}
