// The door's reading of values, held against what is done with them afterwards: whatever it lets in becomes a workbook that
// Excel opens and our reader reads, however odd the texts and numbers are. Only broken machinery may fail later.

import { rebuildReport } from '../../../functions/examine/rebuild-report';
import { valuesFault } from '../../../functions/receive/values-fault';
import { extract } from '../../../templates/extract/extract';
import { keyColumn } from '../../../templates/form-definition/annex-columns';
import { fillPlan } from '../../../templates/layout/fill-plan';
import { MOST_ADDED, MOST_LINES, placeAnswers } from '../../../templates/layout/place-answers';
import { planTemplate } from '../../../templates/layout/plan-template';
import type { CanonicalReport, CanonicalRow } from '../../../templates/submission/canonical-report';
import { typedNames } from '../../../templates/submission/typed-names';
import { cellsOf } from '../../setup/filled';
import { realForm, realPeriod } from '../../setup/real-form';
import { excelFaults } from '../../templates/layout/excel-limits';

const LONGEST = 32_767;
const ODD = [
  '',
  ' ',
  '=1+1',
  "'x",
  '_x0041_',
  '_x0041_'.repeat(LONGEST / 7),
  '<a>&"\'',
  '\u0000\u0001\u001f',
  '\ud800',
  '\ufffe\uffff',
  'x'.repeat(LONGEST),
  '\n'.repeat(300),
  '&'.repeat(LONGEST),
  'constructor',
  '#REF!',
  'TRUE',
  '1e999',
  '1.234',
  '2024-06-15',
  '9999-12-31',
  0,
  -0,
  1e308,
  5e-324,
  -1,
  2_958_466,
] as const;

const report = (annexes: CanonicalReport['annexes'], period = '2024-H1'): CanonicalReport => ({
  form: 'khoa-giao',
  version: '2024.1',
  period,
  unit: 'DV01',
  values: {},
  annexes,
});

function faultOf(said: CanonicalReport) {
  const form = realPeriod(said.period);
  return valuesFault(Buffer.from(JSON.stringify(said)), [realForm()], form, form.definition.units[0]!);
}

describe.each(['2024-H1', '2024-Q1'])('odd values in every cell of %s', (period) => {
  const form = realPeriod(period);
  const unit = form.definition.units[0]!;

  /** Another shift puts another value into every cell. */
  const oddReport = (shift: number): CanonicalReport => {
    let at = shift;
    let left = 1_500_000;
    const next = (): string | number => {
      const value = ODD[at++ % ODD.length]!;
      left -= String(value).length;
      return left > 0 ? value : 1;
    };
    const values = Object.fromEntries([...typedNames(form, unit).keys()].map((name) => [name, next()]));
    const annexes = form.annexes
      .filter(({ asked }) => asked)
      .map((annex): [string, CanonicalRow[]] => {
        const row = (i: number): CanonicalRow => ({
          ...Object.fromEntries(annex.columns.map(({ key }) => [key, next()])),
          ...(keyColumn(annex) === undefined || i % 3 === 0
            ? {}
            : { [keyColumn(annex)!]: annex.lines[i]?.key ?? 'XX' }),
        });
        return [annex.code, Array.from({ length: annex.lines.length + 2 }, (_, i) => row(i))];
      });
    return { ...report(Object.fromEntries(annexes), period), values };
  };

  test.each([0, 7, 13])('shifted by %d', async (shift) => {
    const odd = oddReport(shift);
    expect(faultOf(odd)).toBeUndefined();
    const { form: wider, answers } = placeAnswers(odd, form, unit, { headerKnown: true });
    expect(excelFaults(fillPlan(planTemplate({ form: wider, unit }), answers))).toEqual([]);
    const task = { ...odd, values: Buffer.from(JSON.stringify(odd)), file: 'f' };
    const rebuilt = await rebuildReport(task, [realForm()]);
    if (rebuilt.kind !== 'rebuilt') throw new Error(rebuilt.kind);
    expect(extract(await cellsOf(rebuilt.workbook), form).lost).toEqual([]);
  });
});

describe('as many rows as a workbook takes', () => {
  const extra = (count: number) => Array.from({ length: count }, (_, i) => ({ ma_vb: `XX-${i}` }));
  const blank = (count: number) => Array<CanonicalRow>(count).fill({});
  const prepared = realPeriod('2024-H1').annexes.find(({ code }) => code === 'PL1')!.lines.length;
  const [free3 = 0, free4 = 0, free5 = 0] = ['PL3', 'PL4', 'PL5'].map(
    (code) => realPeriod('2024-H1').annexes.find((a) => a.code === code)!.lines.length,
  );
  const left = MOST_ADDED - (MOST_LINES - free3) - (MOST_LINES - free4);
  const long = { PL3: blank(MOST_LINES), PL4: blank(MOST_LINES) };

  test.each<[string, CanonicalReport['annexes'], object]>([
    ['of a free annex', { PL3: blank(MOST_LINES) }, {}],
    ['one more', { PL3: blank(MOST_LINES + 1) }, { PL3: MOST_LINES + 1 }],
    ['beside the prepared ones', { PL1: extra(MOST_LINES - prepared) }, {}],
    ['one more beside them', { PL1: extra(MOST_LINES - prepared + 1) }, { PL1: MOST_LINES - prepared + 1 }],
    ['over all annexes', { ...long, PL5: blank(free5 + left) }, {}],
    ['one more over all', { ...long, PL5: blank(free5 + left + 1) }, { PL5: free5 + left + 1 }],
  ])('%s', (_, annexes, over) => {
    const fault = faultOf(report(annexes));
    const rows = fault?.kind === 'tooLarge' ? fault.rows : [];
    expect(Object.fromEntries(rows.map(({ annex, row }) => [annex, row]))).toEqual(over);
    expect(fault === undefined).toBe(rows.length === 0);
  });
});
