// Rules across units as a form's folder states them, for tests of what judges them.

import type { PeriodForm } from '../../../templates/form-definition/form-for-period';
import type { FormRule } from '../../../templates/form-definition/form-schema';

const rule = (id: string, over: FormRule['over'], expression: string, vi: string): FormRule => ({
  id,
  severity: 'warning',
  scope: 'crossUnit',
  over,
  shortestPeriod: 'month',
  expression,
  message: { vi, en: `${vi} (en)` },
  authority: 'Test',
});

export const PAIRS = rule(
  'R901',
  'unitPairs',
  'OR(so_o < 10, giong < 0.9*so_o)',
  'Giống {don_vi_khac}: {giong} trên {so_o} ô.',
);
export const RATES = rule(
  'R902',
  'rates',
  'OR(so_don_vi < 6, q1 = q3, AND(ty_suat >= q1-3*(q3-q1), ty_suat <= q3+3*(q3-q1)))',
  '{ma}: {gia_tri}, tỷ suất {ROUND(ty_suat,0)}, thường {ROUND(q1,0)} đến {ROUND(q3,0)} ở {so_don_vi} đơn vị.',
);
export const SECTIONS = rule(
  'R903',
  'sections',
  'OR(da_tra_loi = 0, khac_khong > 0)',
  'Mục {muc}: cả {da_tra_loi} số đều bằng 0.',
);

/** The form with these rules and no others. */
export const withRules = (form: PeriodForm, ...rules: readonly FormRule[]): PeriodForm => ({ ...form, rules });
