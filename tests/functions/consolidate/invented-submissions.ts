// Submissions as good as real ones, as many as wanted: the same seed gives the same reports. Typed values are invented,
// derived ones computed as the checks compute them. For tests and benches of the master alone.

import type { MasterInput } from '../../../functions/consolidate/build-master';
import { isDerived, type PeriodAnnex, type PeriodForm } from '../../../templates/form-definition/form-for-period';
import type { AnnexColumn, Indicator } from '../../../templates/form-definition/form-schema';
import { columnRangeName, indicatorName } from '../../../templates/form-definition/names';
import { addDays, isDay, toSerial } from '../../../templates/reporting-period/day';
import type { ReportingUnit } from '../../../templates/reporting-unit/reporting-unit';
import { derive } from '../../../templates/rules/derive';
import type { Value } from '../../../templates/rules/value';
import type { AnnexRow, LogEntry, Submission, SubmittedValue } from '../../../templates/submission/submission';

const AGENCIES = ['Sở Giáo dục', 'Sở Y tế', 'Bệnh viện', 'Trường Cao đẳng', 'Trung tâm', 'Hội', 'Chi cục', 'Viện'];
const PLACES = ['Bách Việt', 'Minh Tâm', 'Hòa Bình', 'Tân Tiến', 'Thống Nhất', 'Đông Hải', 'Phú Thịnh'];
const CLASSES = ['Nghiệp vụ khoa giáo', 'nghiệp vụ  khoa giáo', 'Báo cáo viên', 'Chuyển đổi số', 'Công tác dân số'];
const ADDED = ['15-KH/TU', '15-kh/tu', ' 15-KH/TU ', '07-CTr/ĐU về học tập', '112-CV/BTG'];
const PHRASES = [
  'Cấp ủy đã chỉ đạo triển khai đầy đủ các văn bản của Trung ương và của Tỉnh.',
  'Chất lượng sinh hoạt chuyên đề có chuyển biến.',
  '- Một số chi bộ còn chậm gửi báo cáo.\n- Kinh phí còn hạn hẹp.',
  'Tiếp tục phối hợp với chính quyền, đoàn thể cơ quan.',
];

export interface Invented extends Omit<MasterInput, 'submissions' | 'log'> {
  readonly submissions: () => Generator<Submission>;
  readonly log: () => Generator<LogEntry>;
}

/** Every 12th unit has not reported. */
export function inventSubmissions(form: PeriodForm, count: number, seed = 1): Invented {
  const units = Array.from({ length: count }, (_, i) => inventUnit(i));
  const receivedAt = (i: number): string => `${addDays(form.dates.unitDue, (i % 5) - 3)}T0${i % 10}:15:30.000Z`;
  const reported = (i: number): boolean => i % 12 !== 11;
  return {
    form,
    builtAt: `${form.dates.boardDue}T02:30:00.000Z`,
    units: new Map(units.map((unit) => [unit.code, unit])),
    standings: units.map(({ code }, i) => ({
      unit: code,
      state: reported(i) ? 'submitted' : i % 24 === 11 ? 'missing' : 'refused',
      revision: reported(i) ? 1 + (i % 2) : i % 24 === 11 ? 0 : 1,
      counted: reported(i) ? 1 + (i % 2) : 0,
      ...(i % 24 === 11 ? {} : { receivedAt: receivedAt(i) }),
      daysLate: i % 24 === 11 ? 0 : Math.max(0, (i % 5) - 3),
      errors: reported(i) || i % 24 === 11 ? 0 : 3,
      warnings: reported(i) ? i % 3 : 0,
    })),
    *submissions() {
      for (const [i, unit] of units.entries())
        if (reported(i)) yield inventSubmission(form, unit, i, receivedAt(i), chanceFrom(seed * 7_919 + i));
    },
    *log() {
      for (const [i, unit] of units.entries())
        if (i % 24 !== 11)
          yield {
            at: receivedAt(i),
            unit: unit.code,
            revision: 1,
            act: reported(i) ? 'submitted' : 'refused',
            detail: '',
          };
    },
  };
}

/** The input of `buildMaster`. */
export function masterInput(invented: Invented): MasterInput {
  return { ...invented, submissions: invented.submissions(), log: invented.log() };
}

type Chance = (below: number) => number;

/** Mulberry32. */
function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

function inventUnit(i: number): ReportingUnit {
  const cell = i % 3 === 2;
  const agency = `${AGENCIES[i % AGENCIES.length]} ${PLACES[Math.floor(i / AGENCIES.length) % PLACES.length]}`;
  const round = Math.floor(i / (AGENCIES.length * PLACES.length));
  return {
    code: `DV${String(i + 1).padStart(2, '0')}`,
    kind: cell ? 'chiBoCoSo' : 'dangBoCoSo',
    name: `${cell ? 'Chi bộ' : 'Đảng bộ'} ${agency}${round > 0 ? ` ${round + 1}` : ''}`,
  };
}

function inventSubmission(
  form: PeriodForm,
  unit: ReportingUnit,
  number: number,
  receivedAt: string,
  chance: Chance,
): Submission {
  const annexes = Object.fromEntries(
    form.annexes.filter((a) => a.asked).map((annex) => [annex.code, inventRows(form, annex, chance)]),
  );
  const values = inventValues(form, annexes, chance);
  return {
    form: form.definition.form,
    version: form.definition.version,
    period: form.period,
    unit: unit.code,
    revision: 1 + (number % 2),
    receivedAt,
    sha256: String(number).padStart(64, '0abcdef9'),
    file: `BaoCao_${unit.code}.xlsx`,
    values,
    annexes,
    narratives: Object.fromEntries(
      form.narratives.filter(() => chance(8) > 0).map(({ code }) => [code, `${unit.name}: ${phrases(chance)}`]),
    ),
    explanations: { 'A.04': 'Đơn vị tổ chức thêm lớp cho đảng viên mới.', PL1: 'Văn bản mới nhận cuối kỳ.' },
    nothing: [],
    warnings: Array.from({ length: number % 3 }, (_, i) => ({
      rule: i === 0 ? 'R106' : 'R204',
      severity: 'warning',
      sheet: i === 0 ? 'ChiTieu' : 'PL1',
      cell: i === 0 ? 'D12' : 'H7',
      name: i === 0 ? 'CT_A_04' : 'PL1_vuong_mac',
      message: {
        vi: 'Lượt tham gia cao hơn ba lần số đảng viên; hãy kiểm tra lại.',
        en: 'Unusually many attendances.',
      },
    })),
  };
}

function inventValues(
  form: PeriodForm,
  annexes: Readonly<Record<string, readonly AnnexRow[]>>,
  chance: Chance,
): Record<string, SubmittedValue> {
  const values: Record<string, SubmittedValue> = {};
  for (const indicator of form.indicators) {
    const value = isDerived(indicator) || chance(20) === 0 ? undefined : inventValue(form, indicator, chance);
    if (value !== undefined) values[indicator.code] = value;
  }
  values['K.02'] = 60 + chance(200);
  if (typeof values['A.05'] === 'number') values['A.05'] = Math.min(values['A.05'], values['K.02']);
  const typed = new Map<string, Value | Value[]>();
  for (const [code, value] of Object.entries(values)) typed.set(indicatorName(code), value);
  for (const annex of form.annexes)
    for (const { key } of annex.columns)
      typed.set(
        columnRangeName(annex.code, key),
        (annexes[annex.code] ?? []).map((row) => asInCell(row[key])),
      );
  const { values: derived } = derive(form, (name) => typed.get(name));
  for (const { code } of form.indicators) {
    const value = derived[indicatorName(code)];
    if (typeof value === 'number' || typeof value === 'string') values[code] = value;
  }
  return values;
}

function asInCell(value: SubmittedValue | undefined): Value {
  if (value === undefined) return null;
  return typeof value === 'string' && isDay(value) ? toSerial(value) : value;
}

function inventValue(form: PeriodForm, { type, options, unit }: Indicator, chance: Chance): SubmittedValue {
  switch (type) {
    case 'integer':
      return chance(4) === 0 ? 0 : chance(unit === 'đảng viên' ? 200 : 40);
    case 'money':
      return chance(5_000) / 10;
    case 'percent':
      return chance(100) / 100;
    case 'yesNo':
      return chance(4) > 0 ? 'Có' : 'Không';
    case 'choice':
      return options![chance(options!.length)]!;
    case 'date':
      return addDays(form.dates.from, chance(120));
    case 'text':
      return `${10 + chance(90)}-KH/ĐU`;
  }
}

function inventRows(form: PeriodForm, annex: PeriodAnnex, chance: Chance): AnnexRow[] {
  const free = annex.rows.kind === 'free';
  const lines = free ? annex.lines.slice(0, chance(5)) : annex.lines.filter(({ extra }) => !extra || chance(25) === 0);
  return lines.map((line) => {
    const row: Record<string, SubmittedValue> = {};
    for (const column of annex.columns) {
      const value = inventCell(form, column, chance);
      if (value !== undefined) row[column.key] = value;
    }
    const { rows } = annex;
    if (rows.kind === 'fields') row[rows.key] = line.key!;
    if (rows.kind === 'catalogue') {
      row[rows.key] = line.key!;
      row[rows.label] = line.label ?? ADDED[chance(ADDED.length)]!;
      if (row.ap_dung === 'Không')
        return { [rows.key]: row[rows.key]!, [rows.label]: row[rows.label]!, ap_dung: 'Không' };
    }
    return row;
  });
}

function inventCell(form: PeriodForm, column: AnnexColumn, chance: Chance): SubmittedValue | undefined {
  const { type, maximum, minimum, options, key, step } = column;
  switch (type) {
    case 'integer':
      return Math.max(minimum ?? 0, maximum ? chance(maximum / (step ?? 1)) * (step ?? 1) : chance(3) * chance(40));
    case 'yesNo':
      return chance(5) > 0 ? 'Có' : 'Không';
    case 'choice':
      return options![chance(options!.length)]!;
    case 'date':
      return addDays(form.dates.from, chance(150));
    case 'document':
      return form.definition.documents[chance(form.definition.documents.length)]!.id;
    case 'fields':
      return 'Giáo dục và đào tạo; Y tế (bảo vệ, chăm sóc sức khỏe nhân dân)';
    case 'key':
      return undefined;
    case 'text':
      if (key === 'ten_lop') return CLASSES[chance(CLASSES.length)]!;
      return chance(2) === 0 ? undefined : phrases(chance).replaceAll('\n', ' ').slice(0, column.maxLength);
  }
}

function phrases(chance: Chance): string {
  return Array.from({ length: 1 + chance(5) }, () => PHRASES[chance(PHRASES.length)]).join('\n');
}
