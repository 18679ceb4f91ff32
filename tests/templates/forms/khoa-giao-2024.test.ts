// The published form of 2024 against the public contract: what it asks in full, in a quarter, and of whom. A published
// form is never edited, so these counts never change; a new version has a test file of its own.

import {
  derivedFormula,
  documentsInForce,
  formForPeriod,
  isDerived,
} from '../../../templates/form-definition/form-for-period';
import { columnRangeName, indicatorName } from '../../../templates/form-definition/names';
import { compiled } from '../../../templates/rules/compiled';
import { namesIn } from '../../../templates/rules/walk-expression';
import { realForm, realPeriod } from '../../setup/real-form';

const CODES = `
  K.01 K.02 K.03 K.04
  A.01 A.02 A.03 A.04 A.05 A.06 A.07 A.08 A.09 A.10 A.11 A.12 A.13
  A.14 A.15 A.16 A.17 A.18 A.19 A.20 A.21 A.22 A.23 A.24 A.25
  B.01 B.02 B.03 B.04 B.05 B.06 B.07 B.08 B.09 B.10
  B.11 B.12 B.13 B.14 B.15 B.16 B.17 B.18 B.19 B.20
  C.01 C.02 C.03 C.04 C.05 C.06 C.07 C.08 C.09 C.10 C.11
  D.01 D.02 D.03 D.04 D.05 D.06 D.07 D.08 D.09 D.10
  E.01 E.02 E.03 E.04 E.05 E.06 E.07
  F.01 F.02 F.03 F.04 F.05 F.06 F.07 F.08
  G.01 G.02 G.03 G.04 G.05 G.06 G.07 G.08`
  .trim()
  .split(/\s+/);

const COLUMNS = {
  PL1: 'ma_vb so_hieu ap_dung so_hn luot_dv luot_qc vb_cu_the trang_thai tien_do ket_qua vuong_mac',
  PL2: 'linh_vuc so_vb so_hd luot ket_qua kho_khan',
  PL3: 'loai ke_hoach noi_dung tu_ngay den_ngay so_tcd so_dv so_hc so_kp so_tb',
  PL4: 'ma_vb loai moc hinh_thuc ngay so_bc da_gui ngay_gui',
  PL5: 'doi_tac ten so_ngay moi linh_vuc so_hd luot',
  PL6: 'ten_lop cap_to_chuc tu_ngay den_ngay luot luot_pt noi_dung',
};

const form = realForm();
const indicators = form.sections.flatMap((section) => section.indicators);

describe('the form of 2024', () => {
  test('asks the 93 indicators of the contract, in order', () => {
    expect(CODES).toHaveLength(93);
    expect(indicators.map((i) => i.code)).toEqual(CODES);
  });

  test('49 are typed and owed, 37 derived, 7 optional', () => {
    expect(indicators.filter((i) => !isDerived(i) && !i.optional)).toHaveLength(49);
    expect(indicators.filter(isDerived)).toHaveLength(37);
    expect(indicators.filter((i) => i.optional)).toHaveLength(7);
  });

  test('has six annexes with the columns of the contract', () => {
    const columns = Object.fromEntries(form.annexes.map((a) => [a.code, a.columns.map((c) => c.key).join(' ')]));
    expect(columns).toEqual(COLUMNS);
  });

  test('has 8 narratives, 28 documents, 12 units of which 8 have cells under them', () => {
    expect(form.narratives.map((n) => n.code)).toEqual(['T.1', 'T.2', 'T.3', 'T.4', 'T.5', 'T.6', 'T.7', 'T.8']);
    expect(form.documents).toHaveLength(28);
    expect(form.units.map((u) => u.code).join(' ')).toBe('DV01 DV02 DV03 DV04 DV05 DV06 DV07 DV08 DV09 DV10 DV11 DV12');
    expect(form.units.filter((u) => u.kind === 'dangBoCoSo')).toHaveLength(8);
    expect(form.units.filter((u) => u.kind === 'chiBoCoSo')).toHaveLength(4);
  });

  test('every label is there in Vietnamese and in English', () => {
    const labels: readonly { readonly vi: string; readonly en: string }[] = [
      form.title,
      ...form.fields,
      ...form.header.map((h) => h.label),
      ...form.sections.map((s) => s.title),
      ...indicators.flatMap((i) => [i.label, ...(i.hint ? [i.hint] : [])]),
      ...form.annexes.flatMap((a) => [a.title, ...a.columns.map((c) => c.label)]),
      ...form.narratives.map((n) => n.label),
      ...form.rules.flatMap((r) => [r, ...(r.also ?? [])].map((place) => place.message)),
      ...form.rules.flatMap((r) => r.notInSheet ?? []),
    ];
    expect(labels.length).toBeGreaterThan(180);
    expect(labels.filter((l) => l.vi.trim() === '' || l.en.trim() === '')).toEqual([]);
    const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
    // What stands in the workbook in Vietnamese is called by its own words.
    const words = /\{[^{}]*\}|“[^”]*”|Đảng ủy|ĐẢNG ỦY|BC\/ĐU|Không phát sinh|= (?:Có|Không)/g;
    expect(labels.map((l) => l.en.replace(words, '')).filter((text) => vietnamese.test(text))).toEqual([]);
  });

  test('travels as JSON without loss', () => {
    expect(JSON.parse(JSON.stringify(form))).toEqual(form);
  });
});

describe('a period of it', () => {
  test.each([
    ['2024-Q1', 'quarter', 36],
    ['2024-Q2', 'quarter', 36],
    ['2024-Q3', 'quarter', 36],
    ['2024-Q4', 'quarter', 36],
    ['2024-H1', 'full', 93],
    ['2024-9M', 'full', 93],
    ['2024-Y', 'full', 93],
  ])('%s is a %s form with %i indicators', (period, length, count) => {
    const asked = realPeriod(period);
    expect(asked.length).toBe(length);
    expect(asked.indicators).toHaveLength(count);
    expect(asked.sections.flatMap((s) => s.indicators)).toEqual(asked.indicators);
  });

  test('a month would ask 7 indicators', () => {
    const monthly = { ...form, periods: [{ period: '2024-Q1', form: 'month' as const }] };
    expect(formForPeriod(monthly, '2024-Q1')?.indicators.map((i) => i.code)).toEqual(
      'K.01 K.02 A.01 A.04 A.07 A.15 A.16'.split(' '),
    );
  });

  test.each(['2023-H1', '2025-H1', '2024-M1', 'H1', ''])('%j is not reported', (period) => {
    expect(formForPeriod(form, period)).toBeUndefined();
  });

  test.each([
    ['2024-Q1', 25, ''],
    ['2024-H1', 26, 'KL-81-2024'],
    ['2024-9M', 28, 'KL-91-2024 CT-37-2024 KL-81-2024'],
    ['2024-Y', 28, 'KL-91-2024 CT-37-2024 KL-81-2024'],
  ])('%s has %i documents in force, those new since the first quarter: %s', (period, count, added) => {
    const inForce = documentsInForce(form, realPeriod(period).dates).map((d) => d.id);
    const inQ1 = documentsInForce(form, realPeriod('2024-Q1').dates).map((d) => d.id);
    expect(inForce).toHaveLength(count);
    expect(inForce.filter((id) => !inQ1.includes(id)).join(' ')).toBe(added);
  });

  test('PL1 has a line for each document in force and ten more for what the catalogue lacks', () => {
    const { lines } = realPeriod('2024-H1').annexes.find((a) => a.code === 'PL1')!;
    expect(lines).toHaveLength(36);
    expect(lines[0]).toEqual({
      key: 'NQ-29-2013',
      inForceFrom: '2013-11-04',
      label: expect.stringMatching(/^29-NQ\/TW, ngày 4\/11\/2013; Về đổi mới .* \(Giáo dục và đào tạo\)$/),
    });
    expect(lines.slice(26).map((line) => line.key)).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map((n) => `BS-${n}`),
    );
  });

  test.each([
    ['2024-Q1', { PL1: true, PL2: false, PL3: true, PL4: false, PL5: true, PL6: true }],
    ['2024-Y', { PL1: true, PL2: true, PL3: true, PL4: true, PL5: true, PL6: true }],
  ])('%s asks the annexes %j', (period, asked) => {
    expect(Object.fromEntries(realPeriod(period).annexes.map((a) => [a.code, a.asked]))).toEqual(asked);
  });

  test.each([
    ['2024-Q1', 'T.2 T.3 T.5 T.7'],
    ['2024-H1', 'T.1 T.2 T.3 T.5 T.6 T.7'],
    ['2024-9M', 'T.2 T.3 T.5 T.7'],
  ])('%s owes the narratives %s', (period, owed) => {
    const required = realPeriod(period).narratives.filter((n) => n.required);
    expect(required.map((n) => n.code).join(' ')).toBe(owed);
  });

  test.each(form.periods.map((p) => p.period))('%s derives nothing from what it does not ask', (period) => {
    const asked = realPeriod(period);
    const names = new Set([
      ...asked.indicators.map((i) => indicatorName(i.code)),
      ...asked.annexes.filter((a) => a.asked).flatMap((a) => a.columns.map((c) => columnRangeName(a.code, c.key))),
    ]);
    const unknown = asked.indicators
      .flatMap((i) => namesIn(compiled(derivedFormula(i) ?? '0')).map((name) => `${i.code} needs ${name}`))
      .filter((line) => !names.has(line.split(' ').at(-1)!));
    expect(unknown).toEqual([]);
  });
});
