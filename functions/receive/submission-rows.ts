// How a submission lies in storage: all rows of a form and period in one partition, so that one transaction can write a
// unit's event, its idempotency key and its head together. Rows of a unit: `e~DV01~00000002` the second upload,
// `k~DV01~<uuid>` a try that was acknowledged, `u~DV01` the head.

import type { Came, SubmissionState } from '../../templates/receipt/receipt';
import type { Row } from '../store/store';

export interface SubmissionRef {
  readonly form: string;
  readonly period: string;
  readonly unit: string;
  readonly revision: number;
}

/** One upload, as its event row holds it. */
export interface SubmissionEvent extends SubmissionRef {
  readonly state: SubmissionState;
  readonly sha256: string;
  readonly receivedAt: string;
  readonly errors: number;
  readonly warnings: number;
  /** Why it was refused, e.g. `NOT_XLSX`, `OTHER_PERIOD`, `VIOLATIONS`; empty otherwise. */
  readonly code: string;
  readonly came: Came;
  /** The revision that the sender knew to count; left out where nobody said. */
  readonly base?: number;
  /** Of a report that passed and yet was refused: the revision that counted before it, and that its sender did not know. */
  readonly newer?: number;
  /** When the board last returned or accepted it; ISO 8601. */
  readonly actedAt?: string;
  /** Where what the board had against it is kept, while it is returned. */
  readonly comments?: string;
}

/** A unit's head: how many uploads arrived and which one counts. */
export interface Head {
  readonly latest: number;
  readonly counted: number;
}

/** Whether a report counts that the sender did not know, and would replace unseen. */
export const isOvertaken = ({ base }: { readonly base?: number | undefined }, { counted }: Head): boolean =>
  base !== undefined && counted > base;

export const partitionOf = ({ form, period }: Pick<SubmissionRef, 'form' | 'period'>): string => `${form}~${period}`;
export const eventKey = ({ unit, revision }: Pick<SubmissionRef, 'unit' | 'revision'>): string =>
  `e~${unit}~${String(revision).padStart(8, '0')}`;
export const tryKey = (unit: string, key: string): string => `k~${unit}~${key}`;
export const headKey = (unit: string): string => `u~${unit}`;

export const originalPath = (
  { form, period, unit }: Omit<SubmissionRef, 'revision'>,
  sha256: string,
  came: Came = 'workbook',
): string => `originals/${form}/${period}/${unit}/${sha256}.${came === 'values' ? 'json' : 'xlsx'}`;
/** Of a report that came as values: the workbook made of them, found by their hash. */
export const rebuiltPath = ({ form, period, unit }: Omit<SubmissionRef, 'revision'>, sha256: string): string =>
  `rebuilt/${form}/${period}/${unit}/${sha256}.xlsx`;
export const verdictPath = (ref: SubmissionRef): string => `verdicts/${pathOf(ref)}`;
export const valuesPath = (ref: SubmissionRef): string => `values/${pathOf(ref)}`;
/** Named by their content: the same comments twice are one file. */
export const commentsPath = (ref: SubmissionRef, sha256: string): string =>
  `comments/${pathOf(ref).replace('.json', '')}/${sha256}.json`;
const pathOf = ({ form, period, unit, revision }: SubmissionRef): string =>
  `${form}/${period}/${unit}/${String(revision).padStart(8, '0')}.json`;

/** `khoa-giao.2024-H1.DV01.2` */
export const submissionId = ({ form, period, unit, revision }: SubmissionRef): string =>
  `${form}.${period}.${unit}.${revision}`;

export function parseSubmissionId(id: string): SubmissionRef | undefined {
  const match = /^([a-z][a-z0-9-]*)\.(\d{4}-[A-Z0-9]{1,2})\.([A-Z][A-Z0-9]{1,11})\.([1-9]\d{0,7})$/.exec(id);
  return match ? { form: match[1]!, period: match[2]!, unit: match[3]!, revision: Number(match[4]) } : undefined;
}

/** For people, on paper: `KG-2024-H1-DV01-02`. */
export const receiptNumber = ({ period, unit, revision }: SubmissionRef): string =>
  `KG-${period}-${unit}-${String(revision).padStart(2, '0')}`;

export function eventOf(row: Row): SubmissionEvent {
  const [form = '', period = ''] = row.partition.split('~');
  const [, unit = '', revision = ''] = row.row.split('~');
  const v = row.values;
  return {
    form,
    period,
    unit,
    revision: Number(revision),
    state: v.state as SubmissionState,
    sha256: String(v.sha256),
    receivedAt: String(v.receivedAt),
    errors: Number(v.errors),
    warnings: Number(v.warnings),
    code: String(v.code),
    // Rows of older versions do not say.
    came: v.came === 'values' ? 'values' : 'workbook',
    ...(v.base === undefined ? {} : { base: Number(v.base) }),
    ...(v.newer === undefined ? {} : { newer: Number(v.newer) }),
    ...(v.actedAt ? { actedAt: String(v.actedAt) } : {}),
    ...(v.comments ? { comments: String(v.comments) } : {}),
  };
}

export function headOf(row: Row | undefined): Head {
  return { latest: Number(row?.values.latest ?? 0), counted: Number(row?.values.counted ?? 0) };
}

/** The rows whose key begins with `prefix`. */
export const rowsWith = (
  ref: Pick<SubmissionRef, 'form' | 'period'>,
  prefix: string,
): { partition: string; from: string; before: string } => ({
  partition: partitionOf(ref),
  from: prefix,
  before: `${prefix}~~~~`,
});
