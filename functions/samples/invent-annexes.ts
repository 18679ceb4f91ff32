// The annexes of an invented report: rows that belong together and to the unit, as a real unit's would.

import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { addDays, type Day, toSerial } from '../../templates/reporting-period/day';
import { type Chance, chance } from './chance';
import { CLASSES, DIFFICULTIES, INSPECTIONS, PARTNERS, PROGRAMMES, RESULTS } from './sample-texts';

export type Row = Record<string, string | number>;

/** What does not change between a unit's reports of one year. */
export interface Profile {
  readonly cells: number;
  readonly members: number;
  readonly staff: number;
  readonly inCharge: number;
}

export function documentRows(form: PeriodForm, { members }: Profile, scale: number, code: string): Row[] {
  const documents = form.annexes.find((a) => a.code === 'PL1')!.lines.filter((l) => !l.extra);
  return documents.map((line): Row => {
    const document = form.definition.documents.find((d) => d.id === line.key)!;
    const c = chance(`${code} ${line.key}`);
    const fresh = document.validFrom >= form.dates.from;
    if (!fresh && c.happens(12)) return { ap_dung: 'Không' };
    const roll = c.int(1, 100);
    const studied = fresh || roll > 30;
    if (!studied && roll <= 12)
      return { ap_dung: 'Có', so_hn: 0, luot_dv: 0, luot_qc: 0, trang_thai: 'Chưa triển khai', tien_do: 0 };
    const conferences = studied ? c.int(1, 2) * scale : 0;
    const late = roll > 12 && roll <= 20;
    const done = roll > 86;
    return {
      ap_dung: 'Có',
      so_hn: conferences,
      luot_dv: conferences * Math.floor(members * (0.8 + c.int(0, 15) / 100)),
      luot_qc: conferences * c.int(3, 30),
      ...(c.happens(55)
        ? { vb_cu_the: `${c.int(10, 95)}-KH/ĐU, ngày ${c.int(5, 25)}/2/${form.definition.planYear}` }
        : {}),
      trang_thai: done ? 'Hoàn thành NV năm' : late ? 'Chậm tiến độ' : 'Đang thực hiện',
      tien_do: done ? 100 : late ? 20 : 25 * scale + 5 * c.int(0, 4),
      ket_qua: c.pick(RESULTS),
      ...(late ? { vuong_mac: c.pick(DIFFICULTIES) } : {}),
    };
  });
}

export function fieldRows(form: PeriodForm, c: Chance): Row[] {
  return form.definition.fields.map((): Row => {
    const activities = c.int(0, 6);
    return {
      so_vb: c.int(0, 3),
      so_hd: activities,
      luot: activities * c.int(15, 90),
      ...(activities ? { ket_qua: c.pick(RESULTS) } : { kho_khan: c.pick(DIFFICULTIES) }),
    };
  });
}

/** Days of a span that both the quarter and the half-year hold, from early January 2024 on. */
function span(form: PeriodForm, c: Chance): { tu_ngay: number; den_ngay: number } {
  const from: Day = addDays(form.dates.from, c.int(25, 80));
  return { tu_ngay: toSerial(from), den_ngay: toSerial(addDays(from, c.int(0, 4))) };
}

export function inspectionRows(form: PeriodForm, { members }: Profile, c: Chance): Row[] {
  return Array.from({ length: c.int(1, 3) }, (_, i): Row => {
    const found = c.int(0, 4);
    return {
      loai: i === 0 ? 'Kiểm tra' : c.pick(['Giám sát thường xuyên', 'Giám sát chuyên đề']),
      ke_hoach: 'Theo kế hoạch',
      noi_dung: c.pick(INSPECTIONS),
      ...span(form, c),
      so_tcd: c.int(1, 3),
      so_dv: c.int(1, Math.min(8, members)),
      so_hc: found,
      so_kp: found === 0 ? 0 : c.int(0, found),
      so_tb: `${c.int(10, 99)}-TB/ĐU`,
    };
  });
}

export function reviewRows(form: PeriodForm, index: number): Row[] {
  const at = toSerial(addDays(form.dates.to, -20 - index));
  const rows: Row[] = [
    {
      ma_vb: 'NQ-29-2013',
      loai: 'Tổng kết',
      moc: '10 năm',
      hinh_thuc: 'Hội nghị riêng',
      ngay: at,
      so_bc: `${30 + index}-BC/ĐU`,
      da_gui: 'Có',
      ngay_gui: at + 3,
    },
    {
      ma_vb: 'NQ-20-2017',
      loai: 'Sơ kết',
      moc: '6 năm',
      hinh_thuc: 'Lồng ghép XDĐ',
      ngay: at - 9,
      so_bc: `${25 + index}-BC/ĐU`,
      da_gui: 'Không',
    },
    { ma_vb: 'NQ-36-2023', loai: 'Sơ kết', moc: '1 năm', hinh_thuc: 'Báo cáo', da_gui: 'Không' },
  ];
  return rows.slice(0, 1 + (index % 3));
}

export function coordinationRows(c: Chance, scale: number, year: number): Row[] {
  return Array.from({ length: c.int(0, 2) }, (_, i): Row => {
    const activities = c.int(1, 3) * scale;
    return {
      doi_tac: PARTNERS[(i + c.int(0, 4)) % PARTNERS.length]!,
      ten: PROGRAMMES[(i + c.int(0, 3)) % PROGRAMMES.length]!,
      so_ngay: `0${c.int(1, 9)}-CTPH, ngày ${c.int(10, 28)}/01/${year}`,
      moi: 'Có',
      linh_vuc: 'Trẻ em; An sinh xã hội',
      so_hd: activities,
      luot: activities * c.int(20, 80),
    };
  });
}

export function trainingRows(form: PeriodForm, c: Chance, { inCharge }: Profile): Row[] {
  const sent = c.int(1, 4);
  const rows: Row[] = [
    {
      ten_lop: CLASSES[0]!,
      cap_to_chuc: 'Đảng ủy Khối',
      ...span(form, c),
      luot: sent + inCharge,
      luot_pt: inCharge,
      noi_dung: 'Nghiệp vụ công tác khoa giáo, chế độ báo cáo',
    },
  ];
  if (c.happens(40))
    rows.push({
      ten_lop: c.pick(CLASSES.slice(1)),
      cap_to_chuc: c.pick(['Đơn vị', 'Tỉnh']),
      ...span(form, c),
      luot: c.int(3, 12),
      luot_pt: 1,
      noi_dung: 'Kỹ năng tuyên truyền, vận động',
    });
  return rows;
}
