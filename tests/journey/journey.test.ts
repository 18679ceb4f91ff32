// One report walks the whole path, as a unit and its board live it. Read this first.

import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findForm } from '../../functions/forms/form-library';
import { publishedForms } from '../../functions/forms/published-forms';
import { inventReport } from '../../functions/samples/invent-report';
import { readWorkbook } from '../../functions/xlsx/read-workbook';
import { renderPlan } from '../../functions/xlsx/render-plan';
import { cellKey, parseAddress, rowOf, type WorkbookCells } from '../../templates/cell/cell';
import { fillPlan } from '../../templates/layout/fill-plan';
import { planTemplate } from '../../templates/layout/plan-template';
import { type RunningCentre, startCentre } from '../setup/running-centre';
import { convertBySoffice, describeWith, soffice } from '../setup/tools';

const PLACE = { form: 'khoa-giao', period: '2024-H1' };

describeWith(soffice(), 'a report’s whole way', () => {
  let centre: RunningCentre;
  let folder: string;
  beforeAll(async () => {
    centre = await startCentre();
    folder = mkdtempSync(join(tmpdir(), 'journey-'));
  });
  afterAll(async () => {
    await centre.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('template → filled in and saved by LibreOffice → submitted → receipt → master', async () => {
    const form = findForm(publishedForms(), PLACE.form, PLACE.period)!;
    const unit = form.definition.units[0]!;
    const token = await centre.token('demo-DV01');

    // The unit downloads its template. It is the plan that we lay out, rendered.
    const template = await centre.client.template(token, PLACE, 'DV01');
    if (!template.ok) throw new Error(template.problem.detail);
    const blank = await cells(template.body);
    expect(blank.names.get('CT_A_01')).toMatch(/^ChiTieu!\$D\$\d+$/);

    // Submitted as it is, it is refused: every cell that is owed is named, and the original is kept.
    const empty = await centre.client.submit(token, PLACE, template.body, randomUUID());
    if (empty.ok) throw new Error('A blank template must not pass');
    expect(empty.problem).toMatchObject({ status: 422, code: 'VIOLATIONS' });
    const owed = empty.problem.violations!.find((v) => v.name === 'CT_A_01')!;
    expect(owed).toMatchObject({ rule: 'R002', sheet: 'ChiTieu', severity: 'error' });
    expect(blank.names.get('CT_A_01')!.replaceAll('$', '')).toBe(`ChiTieu!${owed.cell}`);
    const kept = await centre.client.original(token, empty.problem.receipt!.id);
    expect(kept).toMatchObject({ ok: true });

    // A clerk fills it in with another program (LibreOffice calculates the derived indicators) and submits again.
    const answers = inventReport(form, unit, 0);
    const file = join(folder, 'DV01-filled.xlsx');
    writeFileSync(file, await renderPlan(fillPlan(planTemplate({ form, unit }), answers)));
    const saved = await convertBySoffice(file, 'xlsx:Calc MS Excel 2007 XML', join(folder, 'saved'));
    const bytes = new Uint8Array(await (await import('node:fs/promises')).readFile(saved));
    const key = randomUUID();
    const sent = await centre.client.submit(token, PLACE, bytes, key);
    if (!sent.ok) throw new Error(JSON.stringify(sent.problem.violations ?? sent.problem));
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      unit: 'DV01',
      form: 'khoa-giao',
      period: '2024-H1',
      revision: 2,
      number: 'KG-2024-H1-DV01-02',
      state: 'submitted',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });

    // The answer was lost on the way: the same try again gives the same receipt and no second report.
    const again = await centre.client.submit(token, PLACE, bytes, key);
    expect(again).toEqual({ ok: true, status: 200, body: sent.body });

    // The board opens the master: the unit's figures are in it, and the total is the only unit's figure.
    const master = await centre.client.master(await centre.token('demo-BAN'), PLACE, true);
    if (!master.ok) throw new Error(master.problem.detail);
    const book = await cells(master.body);
    expect(row(book, 'TheoDonVi', 'DV01')).toContain(answers.values.CT_A_01);
    const totals = row(book, 'TongHop', 'A.01');
    expect(totals[3]).toBe(answers.values.CT_A_01);
    expect(book.sheets.map((s) => s.name)).toEqual([
      'TinhHinhNop',
      'TongHop',
      'TheoDonVi',
      'PL1_TongHop',
      'PL1',
      'PL2',
      'PL3',
      'PL4',
      'PL5',
      'PL6',
      'ThuyetMinh',
      'CanhBao',
      'Nguon',
      'NhatKy',
      'DuLieu',
    ]);
  });
});

async function cells(bytes: Uint8Array): Promise<WorkbookCells> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.workbook;
}

/** The values of the row whose column A holds `code`. */
function row(book: WorkbookCells, sheetName: string, code: string): unknown[] {
  const sheet = book.sheets.find((s) => s.name === sheetName)!;
  const key = [...sheet.cells].find(([k, c]) => c.value === code && k === cellKey(rowOf(k), 1))?.[0];
  if (key === undefined) throw new Error(`${sheetName} has no row ${code}`);
  expect(parseAddress(`A${rowOf(key)}`)).toBe(key);
  return Array.from({ length: 110 }, (_, i) => sheet.cells.get(cellKey(rowOf(key), i + 1))?.value ?? null);
}
