// Every total of the master, computed three times: by the master, by plain code over the submissions, and by openpyxl over
// nothing but the master's own unit rows.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildMaster } from '../../../functions/consolidate/build-master';
import { realPeriod } from '../../setup/real-form';
import { describeWith, python, runPython } from '../../setup/tools';
import { inventSubmissions, masterInput } from './invented-submissions';
import { plainTotals } from './plain-totals';

const folder = mkdtempSync(join(tmpdir(), 'master-totals-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads TheoDonVi, PL1 and PL6 as a stranger would, and TongHop beside it; prints what differs. */
const PROGRAM = `
import sys, json, re, unicodedata, openpyxl
b = openpyxl.load_workbook(sys.argv[1], data_only=True)
rules = json.loads(sys.argv[2])
def table(name, head=1):
    rows = list(b[name].iter_rows(min_row=head, values_only=True))
    return [dict(zip(rows[0], r)) for r in rows[1:] if r[0] is not None]
units = table('TheoDonVi')
def answers(code): return [u[code] for u in units if u[code] is not None]
def total(code): return sum(answers(code))
def squeezed(t): return ' '.join(unicodedata.normalize('NFC', str(t)).lower().split())
pl1, pl6 = table('PL1'), table('PL6')
def document(r): return squeezed(r['Số, ký hiệu; ngày; trích yếu; lĩnh vực']) if r['Mã văn bản'].startswith('BS-') else r['Mã văn bản']
distinct = {
  'A.03': lambda: len({document(r) for r in pl1 if (r['Số hội nghị/lớp có quán triệt văn bản này'] or 0) > 0}),
  'B.01': lambda: len({document(r) for r in pl1 if r['Áp dụng với đơn vị?'] == 'Có'}),
  'F.02': lambda: len({squeezed(r['Tên lớp']) for r in pl6 if r['Cấp tổ chức'] not in (None, 'Đơn vị')}),
}
def parts(e): return sum(total(a + '.' + n) for a, n in re.findall(r'CT_([A-Z])_(\\d\\d)', e))
def expected(code, kind, part, whole):
    if kind == 'sum': return total(code)
    if kind == 'ratio': return parts(part) / parts(whole) if parts(whole) else None
    if kind == 'countYes': return answers(code).count('Có')
    if kind == 'distribution': return len(answers(code))
    if kind == 'distinct': return distinct[code]()
    return None
shown = {r[0]: r for r in b['TongHop'].iter_rows(values_only=True) if r[0] and re.fullmatch(r'[A-Z]\\.\\d\\d', str(r[0]))}
wrong = []
for code, kind, part, whole in rules:
    e, got, answered = expected(code, kind, part, whole), shown[code][3], shown[code][4]
    got = None if got == '' else got
    if (e is None) != (got is None) or (e is not None and abs(e - got) > 1e-9 * max(1, abs(e))): wrong.append([code, e, got])
    if answered != len(answers(code)): wrong.append([code, 'answered', answered])
print(json.dumps({'wrong': wrong, 'checked': len(rules), 'units': len(units)}))
`;

describe.each(['2024-H1', '2024-Q1'])('%s', (period) => {
  const form = realPeriod(period);
  const invented = inventSubmissions(form, 30, 7);
  const file = join(folder, `${period}.xlsx`);
  const all = [...invented.submissions()];

  test('equal those of plain code over the submissions', async () => {
    const seen: number[] = [];
    const summary = await buildMaster({ ...masterInput(invented), onUnit: (n) => seen.push(n) }, file);
    expect(summary).toMatchObject({ units: 28, expected: 30, indicators: form.indicators.length, warnings: [] });
    expect(seen).toEqual(Array.from({ length: 28 }, (_, i) => i + 1));
    const plain = plainTotals(form, all);
    expect([...summary.totals.keys()]).toEqual(form.indicators.map(({ code }) => code));
    for (const [code, total] of summary.totals) {
      const expected = plain[code]!;
      if (expected === null) expect([code, total]).toEqual([code, null]);
      else expect(Math.abs(total! - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
    }
    expect(summary.totalsComputed).toBe(Object.values(plain).filter((total) => total !== null).length);
  });

  describeWith(python(), 'openpyxl', () => {
    test('equal those computed from the unit rows of the master', async () => {
      const rules = form.indicators.map(({ code, units, ratio }) => [
        code,
        units,
        ratio?.part ?? '',
        ratio?.whole ?? '',
      ]);
      expect(JSON.parse(await runPython(PROGRAM, file, JSON.stringify(rules)))).toEqual({
        wrong: [],
        checked: form.indicators.length,
        units: 28,
      });
    });
  });
});
