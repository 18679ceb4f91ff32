// The totals of a period once more, in the plainest way: all submissions in memory, nothing shared with the code on trial
// but the form. What the master says must equal this.

import type { PeriodForm } from '../../../templates/form-definition/form-for-period';
import type { Indicator } from '../../../templates/form-definition/form-schema';
import type { AnnexRow, Submission } from '../../../templates/submission/submission';

const squeezed = (text: unknown): string => String(text).normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

export function plainTotals(form: PeriodForm, submissions: readonly Submission[]): Record<string, number | null> {
  const answers = (code: string) => submissions.map((s) => s.values[code]).filter((v) => v !== undefined);
  const sum = (code: string) => answers(code).reduce<number>((total, v) => total + Number(v), 0);
  const rows = (annex: string) => submissions.flatMap((s) => s.annexes[annex] ?? []);
  const document = (row: AnnexRow) => (String(row.ma_vb).startsWith('BS-') ? squeezed(row.so_hieu) : row.ma_vb);
  const distinct: Record<string, () => number> = {
    'A.03': () =>
      new Set(
        rows('PL1')
          .filter((r) => Number(r.so_hn) > 0)
          .map(document),
      ).size,
    'B.01': () =>
      new Set(
        rows('PL1')
          .filter((r) => r.ap_dung === 'Có')
          .map(document),
      ).size,
    'F.02': () =>
      new Set(
        rows('PL6')
          .filter((r) => r.cap_to_chuc !== 'Đơn vị')
          .map((r) => squeezed(r.ten_lop)),
      ).size,
  };
  const part = (expression: string) =>
    [...expression.matchAll(/CT_([A-Z])_(\d\d)/g)].reduce((total, [, section, n]) => total + sum(`${section}.${n}`), 0);
  const total: Record<Indicator['units'], (indicator: Indicator) => number | null> = {
    sum: ({ code }) => sum(code),
    ratio: ({ ratio }) => (part(ratio!.whole) === 0 ? null : part(ratio!.part) / part(ratio!.whole)),
    countYes: ({ code }) => answers(code).filter((v) => v === 'Có').length,
    distribution: ({ code }) => answers(code).length,
    distinct: ({ code }) => distinct[code]!(),
    none: () => null,
  };
  return Object.fromEntries(form.indicators.map((indicator) => [indicator.code, total[indicator.units](indicator)]));
}
