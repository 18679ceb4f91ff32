// The stored results of the master are the results: LibreOffice computes all formulas anew and no cell of any sheet changes.
// A control workbook with a wrong result shows that it does compute.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildMaster } from '../../../functions/consolidate/build-master';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import { realPeriod } from '../../setup/real-form';
import { describeWith, python, runPython, soffice } from '../../setup/tools';
import { inventSubmissions, masterInput } from './invented-submissions';
import { recalculate } from './recalculate';

const folder = mkdtempSync(join(tmpdir(), 'master-recalculated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COMPARE = `
import sys, json, openpyxl
before, after, formulas = (openpyxl.load_workbook(f, data_only=d) for f, d in ((sys.argv[1], True), (sys.argv[2], True), (sys.argv[1], False)))
changed, cells, computed = [], 0, 0
for s in before.worksheets:
    t, f = after[s.title], formulas[s.title]
    for row in s.iter_rows():
        for c in row:
            a, b = c.value, t.cell(c.row, c.column).value
            cells += a is not None
            computed += f.cell(c.row, c.column).data_type == 'f'
            if a in (None, '') and b in (None, ''): continue
            same = abs(a - b) <= 1e-12 * max(1, abs(a)) if all(isinstance(v, (int, float)) for v in (a, b)) else a == b
            if not same: changed.append([s.title, c.coordinate, str(a)[:60], str(b)[:60]])
print(json.dumps({'changed': changed[:20], 'cells': cells, 'computed': computed, 'sheets': [before.sheetnames == after.sheetnames, len(before.sheetnames)]}))
`;

describeWith(soffice(), 'LibreOffice', () => {
  describeWith(python(), 'and openpyxl', () => {
    test('a wrong stored result is corrected: formulas are computed anew', async () => {
      const file = join(folder, 'control.xlsx');
      const sheet = {
        name: 'Thu',
        visibility: 'visible' as const,
        columns: [10, 10],
        rows: [
          {
            cells: [
              { column: 1, content: 2, style: 'text' as const },
              { column: 2, content: { formula: 'A1*21', result: 41 }, style: 'text' as const },
            ],
          },
        ],
        print: { orientation: 'portrait' as const },
        ranges: [],
        highlights: [],
        protected: false,
      };
      writeFileSync(file, await renderPlan({ title: 'Thu', subject: 'Thu', sheets: [sheet] }));
      const { changed } = JSON.parse(await runPython(COMPARE, file, await recalculate(file, join(folder, 'out'))));
      expect(changed).toEqual([['Thu', 'B1', '41', '42']]);
    });

    test.each([
      ['2024-H1', 40, 2_000],
      ['2024-Q1', 13, undefined],
      ['2024-H1', 0, undefined],
    ])('%s of %i units: nothing changes', async (period, units, dataRowsPerSheet) => {
      const file = join(folder, `${period}-${units}.xlsx`);
      const input = masterInput(inventSubmissions(realPeriod(period), units, 11));
      await buildMaster({ ...input, ...(dataRowsPerSheet ? { dataRowsPerSheet } : {}) }, file);
      const result = JSON.parse(await runPython(COMPARE, file, await recalculate(file, join(folder, 'out'))));
      expect(result).toMatchObject({ changed: [], sheets: [true, dataRowsPerSheet ? 16 : 15] });
      expect(result.computed).toBeGreaterThan(50);
    });
  });
});
