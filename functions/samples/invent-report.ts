// One unit's invented report for a period: figures that belong together as a real unit's would (attendances not above
// members times conferences, an annex that adds up to its indicator), so that every rule of the form holds.

import { isDerived, type PeriodForm } from '../../templates/form-definition/form-for-period';
import { indicatorName } from '../../templates/form-definition/names';
import type { Answers } from '../../templates/layout/fill-plan';
import { addDays, toSerial } from '../../templates/reporting-period/day';
import { periodLabel } from '../../templates/reporting-period/period-code';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import { type Chance, chance } from './chance';
import {
  coordinationRows,
  documentRows,
  fieldRows,
  inspectionRows,
  type Profile,
  type Row,
  reviewRows,
  trainingRows,
} from './invent-annexes';
import { narratives, SIGNATORIES } from './sample-texts';

export function inventReport(form: PeriodForm, unit: ReportingUnit, index: number): Answers {
  const same = chance(`${unit.code} 2024`);
  const committee = unit.kind === 'dangBoCoSo';
  const cells = committee ? same.int(3, 14) : 0;
  const members = committee ? same.int(60, 260) : same.int(9, 27);
  const profile: Profile = {
    cells,
    members,
    staff: members + same.int(5, 180),
    inCharge: committee ? same.int(2, 5) : same.int(1, 2),
  };
  // A quarter and its half-year share their seeds, each table its own, and a half-year counts about twice as much: it is
  // never below its quarter.
  const c = (purpose: string): Chance => chance(`${unit.code} ${purpose}`);
  const scale = form.length === 'full' ? 2 : 1;
  const PL1 = documentRows(form, profile, scale, unit.code);
  const annexes: Record<string, Row[]> = {
    PL1,
    PL3: inspectionRows(form, profile, c('PL3')),
    PL5: coordinationRows(c('PL5'), scale, form.definition.planYear),
    PL6: trainingRows(form, c('PL6'), profile),
  };
  if (form.length === 'full') {
    annexes.PL2 = fieldRows(form, c('PL2'));
    annexes.PL4 = reviewRows(form, index);
  }
  const values = indicatorValues(form, unit, profile, annexes, c('indicators'), scale);
  return { values: { ...values, ...header(unit, index, form), ...texts(unit, form, values) }, annexes };
}

function indicatorValues(
  form: PeriodForm,
  unit: ReportingUnit,
  p: Profile,
  annexes: Record<string, Row[]>,
  c: Chance,
  scale: number,
): Record<string, string | number> {
  const sum = (annex: string, key: string): number =>
    (annexes[annex] ?? []).reduce((s, r) => s + Number(r[key] ?? 0), 0);
  const most = (annex: string, key: string): number =>
    Math.max(0, ...(annexes[annex] ?? []).map((r) => Number(r[key] ?? 0)));
  const between = (low: number, high: number): number => low + Math.floor((high - low) * 0.25);
  const conferences = between(most('PL1', 'so_hn'), sum('PL1', 'so_hn'));
  const attendances = between(most('PL1', 'luot_dv'), sum('PL1', 'luot_dv'));
  const meetings = Math.max(1, p.cells) * 2 * scale;
  const talks = c.int(1, 5) * scale;
  const activities = c.int(0, 3) * scale;
  const news = c.int(4, 20) * scale;
  const tasks = c.int(6, 14);
  const tasksDone = c.int(2, 5);
  const inspections = (annexes.PL3 ?? []).filter((r) => r.loai === 'Kiểm tra').length;
  const supervisions = (annexes.PL3 ?? []).length - inspections;
  const reviewed = (kind: string): number => (annexes.PL4 ?? []).filter((r) => r.loai === kind && r.ngay).length;
  const passed = c.int(0, 4);
  const all: Record<string, string | number> = {
    'K.01': p.cells,
    'K.02': p.members,
    'K.03': p.staff,
    'K.04': p.inCharge,
    'A.01': conferences,
    'A.02': Math.min(conferences, c.int(0, 2)),
    'A.04': attendances,
    'A.05': Math.min(attendances, Math.ceil(p.members * 0.95)),
    'A.07': c.int(20, 200) * scale,
    'A.09': c.int(0, 1),
    'A.10': c.int(1, 3) * scale,
    'A.11': c.int(0, 4) * scale,
    'A.12': c.int(0, 2),
    'A.13': meetings,
    'A.14': c.int(0, meetings),
    'A.15': talks,
    'A.16': talks * c.int(30, 150),
    'A.17': news,
    'A.18': c.int(0, 6) * scale,
    'A.19': c.int(0, 15),
    'A.20': c.int(0, 400),
    'A.21': activities,
    'A.22': activities * c.int(20, 120),
    'A.23': scale,
    'A.24': c.int(0, 3) * scale,
    'A.25': c.int(0, Math.floor(news / 2)),
    'B.08': tasks,
    'B.09': tasksDone,
    'B.10': c.int(0, 1),
    'B.14': c.int(0, 2),
    'B.15': c.int(0, 5),
    'B.16': c.int(0, p.staff),
    'B.17': c.int(0, 40),
    'B.18': c.int(0, 30),
    'B.19': c.int(0, 900) / 10,
    'B.20': c.int(0, p.staff),
    'C.01': 'Có',
    'C.02': inspections + c.int(0, 2),
    'C.04': supervisions + c.int(0, 2),
    'D.01': reviewed('Sơ kết'),
    'D.03': reviewed('Tổng kết'),
    'D.09': c.int(0, 3),
    'D.10': c.int(0, 9),
    'E.03': c.int(0, 3) * scale,
    'E.06': passed,
    'E.07': c.int(0, passed),
    'F.05': c.int(1, p.inCharge),
    'F.07': c.int(0, 10),
    'F.08': c.int(0, 300) / 10,
    'G.01': 'Có',
    'G.02': `${c.int(10, 90)}-KH/${unit.kind === 'dangBoCoSo' ? 'ĐU' : 'CB'}`,
    'G.03': toSerial(addDays(form.dates.from, 36 + c.int(0, 30))),
    'G.04': c.pick(['Hội nghị riêng', 'Lồng ghép sinh hoạt', 'Sao gửi văn bản']),
    'G.05': p.cells,
    'G.07': Math.max(0, p.cells - c.int(0, 1)),
    'G.08': c.pick(['Tốt', 'Tốt', 'Khá', 'Trung bình']),
  };
  const typed = form.indicators.filter((i) => !isDerived(i) && !i.zeroFor?.includes(unit.kind));
  return Object.fromEntries(typed.map((i) => [indicatorName(i.code), all[i.code]!]));
}

function header(unit: ReportingUnit, index: number, form: PeriodForm): Record<string, string | number> {
  const committee = unit.kind === 'dangBoCoSo';
  return {
    BC_so_ky_hieu: `${20 + index * 3}-BC/${committee ? 'ĐU' : 'CB'}`,
    BC_ngay_ky: toSerial(addDays(form.dates.to, 1)),
    BC_nguoi_ky: SIGNATORIES[index % SIGNATORIES.length]!,
    BC_nguoi_lap: committee ? 'Chuyên viên Văn phòng Đảng ủy' : 'Chi ủy viên phụ trách tuyên giáo',
  };
}

function texts(
  unit: ReportingUnit,
  form: PeriodForm,
  values: Readonly<Record<string, string | number>>,
): Record<string, string> {
  const name = periodLabel(form.period);
  const written: Record<string, string> = { ...narratives(unit.name, name, Number(values.CT_A_01)) };
  if (Number(values.CT_B_14 ?? 0) > 0)
    written.TM_T_4 =
      'Mô hình “Tủ sách chi bộ – mỗi tuần một điều hay” được đảng viên và người lao động hưởng ứng; kinh nghiệm là chọn nội dung gần với công việc.';
  return written;
}
