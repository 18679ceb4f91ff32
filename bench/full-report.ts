// The report that has most to check: all 93 indicators, every annex filled, 30 rows each (the fields are 11), every text
// written, and a history in which every earlier figure is known. No rule is broken, so every rule is judged to its end.

import { inventReport } from '../functions/samples/invent-report';
import { renderPlan } from '../functions/xlsx/render-plan';
import type { FormDefinition } from '../templates/form-definition/form-definition';
import { formForPeriod, type PeriodForm } from '../templates/form-definition/form-for-period';
import { type History, LAST_REPORT_NUMBER } from '../templates/history/history';
import { fillPlan } from '../templates/layout/fill-plan';
import { planTemplate } from '../templates/layout/plan-template';
import { toSerial } from '../templates/reporting-period/day';
import type { AnnexRow } from '../templates/submission/submission';
import { PLACE, sampleForm } from './sample-reports';

export const ROWS = 30;

/** The form, with room for 30 rows in each annex. */
export function roomyForm(): PeriodForm {
  const { definition } = sampleForm();
  const annexes = definition.annexes.map((annex) => ({
    ...annex,
    rows: annex.rows.kind === 'free' ? { ...annex.rows, count: ROWS } : annex.rows,
  }));
  const roomy: FormDefinition = { ...definition, annexes };
  return formForPeriod(roomy, PLACE.period)!;
}

export interface FullReport {
  readonly bytes: Uint8Array;
  readonly history: History;
  /** Filled rows, by annex. */
  readonly rows: Readonly<Record<string, number>>;
}

export async function fullReport(form: PeriodForm): Promise<FullReport> {
  const unit = form.definition.units[0]!;
  const { values, annexes } = inventReport(form, unit, 0);
  const members = Number(values.CT_K_02);
  const rows = fillAnnexes(form, annexes.PL1!, annexes.PL2!, members);
  const sum = (annex: string, key: string): number => rows[annex]!.reduce((s, row) => s + Number(row[key] ?? 0), 0);
  const texts = Object.fromEntries(
    form.narratives.map(({ code, maxLength }) => [`TM_${code.replace('.', '_')}`, text(maxLength)]),
  );
  const typed: Record<string, string | number> = {
    ...values,
    ...texts,
    CT_A_01: sum('PL1', 'so_hn'),
    CT_A_04: sum('PL1', 'luot_dv'),
    CT_C_02: ROWS,
    CT_C_04: ROWS,
    CT_D_01: 0,
    CT_D_03: 0,
  };
  const plan = fillPlan(planTemplate({ form, unit }), { values: typed, annexes: rows });
  return {
    bytes: await renderPlan(plan),
    history: everythingKnown(typed, rows),
    rows: Object.fromEntries(Object.entries(rows).map(([code, filled]) => [code, filled.length])),
  };
}

type Rows = readonly Record<string, string | number>[];

function fillAnnexes(form: PeriodForm, documents: Rows, fields: Rows, members: number): Record<string, AnnexRow[]> {
  const day = toSerial('2024-02-20');
  const many = (row: (i: number) => AnnexRow): AnnexRow[] => Array.from({ length: ROWS }, (_, i) => row(i));
  const ids = form.definition.documents.map(({ id }) => id);
  const studied = (i: number): AnnexRow => ({
    ...(i < documents.length ? {} : { so_hieu: `${i}-NQ/ĐU, ngày 5/2/2024; ${text(60)}` }),
    ap_dung: 'Có',
    so_hn: 2,
    luot_dv: members,
    luot_qc: 12,
    vb_cu_the: `${10 + i}-KH/ĐU, ngày 5/2/2024`,
    trang_thai: 'Chậm tiến độ',
    tien_do: 40,
    ket_qua: text(250),
    vuong_mac: text(150),
  });
  return {
    PL1: many(studied),
    PL2: fields.map(() => ({ so_vb: 2, so_hd: 3, luot: 120, ket_qua: text(250), kho_khan: text(150) })),
    PL3: many((i) => ({
      loai: i % 2 ? 'Kiểm tra' : 'Giám sát chuyên đề',
      ke_hoach: 'Theo kế hoạch',
      noi_dung: text(150),
      tu_ngay: day + i,
      den_ngay: day + i + 2,
      so_tcd: 2,
      so_dv: 5,
      so_hc: 3,
      so_kp: 2,
      so_tb: `${10 + i}-TB/ĐU`,
    })),
    PL4: many((i) => ({
      ma_vb: ids[i % 15]!,
      loai: i < 15 ? 'Sơ kết' : 'Tổng kết',
      moc: '10 năm',
      hinh_thuc: 'Báo cáo',
      ngay: day + i,
      so_bc: `${10 + i}-BC/ĐU`,
      da_gui: 'Có',
      ngay_gui: day + i + 3,
    })),
    PL5: many((i) => ({
      doi_tac: `Hội Khuyến học cơ sở ${i}`,
      ten: `Chương trình phối hợp số ${i}: ${text(80)}`,
      so_ngay: `${i}-CTPH, ngày 10/01/2024`,
      moi: i % 2 ? 'Có' : 'Không',
      linh_vuc: 'Trẻ em; An sinh xã hội',
      so_hd: 2,
      luot: 90,
    })),
    PL6: many((i) => ({
      ten_lop: `Lớp bồi dưỡng nghiệp vụ số ${i}`,
      cap_to_chuc: 'Đơn vị',
      tu_ngay: day + i,
      den_ngay: day + i + 1,
      luot: 9,
      luot_pt: 2,
      noi_dung: text(150),
    })),
  };
}

const PHRASE = 'Cấp ủy đã chỉ đạo triển khai đầy đủ các văn bản; chất lượng sinh hoạt chuyên đề có chuyển biến. ';

/** Prose of about that many characters, never more. */
function text(length: number): string {
  return PHRASE.repeat(Math.ceil(length / PHRASE.length))
    .slice(0, length)
    .trim();
}

/** As if the unit had reported the same in every period before, and half of it by the last cumulative one. */
function everythingKnown(typed: Readonly<Record<string, string | number>>, rows: History['rows']): History {
  const values: Record<string, string | number> = { [LAST_REPORT_NUMBER]: 1 };
  for (const [name, value] of Object.entries(typed)) {
    if (!name.startsWith('CT_')) continue;
    const code = name.slice(3);
    values[`KT_${code}`] = value;
    values[`NT_${code}`] = value;
    if (typeof value !== 'number') continue;
    values[`LK_${code}`] = Math.floor(value / 2);
    for (const prefix of ['TQ', 'LN', 'NN']) values[`${prefix}_${code}`] = value;
  }
  const PL1 = rows.PL1!.map((row, i) => ({ ...row, ma_vb: `${i}` }));
  return { values, rows: { ...rows, PL1 } };
}
