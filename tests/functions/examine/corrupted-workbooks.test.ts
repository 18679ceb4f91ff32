// Corrupted workbooks, made from a filled report by openpyxl and LibreOffice: each is read right, or refused with the place.
// The table of them is corrupted-workbooks.ts.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Examination } from '../../../functions/examine/examination';
import { examineReport } from '../../../functions/examine/examine-report';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import { extract } from '../../../templates/extract/extract';
import type { Extracted } from '../../../templates/extract/extracted';
import { placeOf, type Violation } from '../../../templates/violation/violation';
import { cellsOf, filledPlan } from '../../setup/filled';
import { realForm, realPeriod } from '../../setup/real-form';
import { convertBySoffice, describeWith, python, runPython, soffice } from '../../setup/tools';
import { CORRUPTED, type Corrupted } from './corrupted-workbooks';

const PERIOD = '2024-H1';
const RULES = ['R001', 'R002', 'R009', 'R016', 'R017', 'R019', 'R020'];
let folder: string;
let before: Record<string, unknown>;

const fileOf = (corrupted: Corrupted): string => join(folder, `${CORRUPTED.indexOf(corrupted)}.xlsx`);

const PROGRAM = `
import datetime, sys, unicodedata
import openpyxl
from openpyxl.styles import Font

base, folder = sys.argv[1], sys.argv[2]

class Names:
  '''The names of a workbook, whichever release of openpyxl it is: a list before 3.1, a dictionary since.'''
  def __init__(self, book): self.kept = book.defined_names
  def every(self): return list(getattr(self.kept, 'definedName', None) or self.kept.values())
  def __iter__(self): return iter([n.name for n in self.every() if n.localSheetId is None])
  def __getitem__(self, name): return self.kept[name]
  def __delitem__(self, name): del self.kept[name]
  def values(self): return [self.kept[name] for name in self]
  def clear(self):
    for name in list(self): del self.kept[name]

def corrupt(number, steps):
  book = openpyxl.load_workbook(base)
  names = Names(book)
  def sheet(name): return book[name]
  def at(name, row=0):
    title, ref = next(iter(names[name].destinations))
    first = ref.replace('$', '').split(':')[0]
    return book[title][first].offset(row=row)
  def old(cell, text, font):
    cell.value = text
    cell.font = Font(name=font)
  def meta(key, value):
    for row in book['_meta'].iter_rows():
      if row[0].value == key: row[1].value = value
  steps(book, names, sheet, at, old, meta)
  book.save(folder + '/' + str(number) + '.xlsx')
`;

function program(): string {
  const steps = CORRUPTED.map(({ python: lines }, i) => {
    const body = lines.includes('\n') ? lines.replace(/^ {4}/gm, '') : `  ${lines}`;
    return `def steps_${i}(book, names, sheet, at, old, meta):\n${body}\ncorrupt(${i}, steps_${i})\n`;
  });
  return PROGRAM + steps.join('\n');
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'corrupted-'));
  const base = join(folder, 'base.xlsx');
  writeFileSync(base, await renderPlan(filledPlan(PERIOD)));
  before = content(extract(await cellsOf(readFileSync(base)), realPeriod(PERIOD)));
  if (python().command) await runPython(program(), base, folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every typed answer by name, `PL1/NQ-29-2013/tien_do` and `PL3/0/tu_ngay` for those of the annexes. */
function content(extracted: Extracted): Record<string, unknown> {
  const form = realPeriod(PERIOD);
  const derived = new Set(
    form.indicators.filter((i) => i.formula ?? i.ratio).map((i) => `CT_${i.code.replace('.', '_')}`),
  );
  const values = [...extracted.values].filter(([name]) => !derived.has(name)).map(([name, v]) => [name, v.value]);
  for (const annex of form.annexes) {
    const key = annex.rows.kind === 'free' ? undefined : annex.rows.key;
    const filled = (extracted.annexes.get(annex.code) ?? []).filter((row) =>
      Object.values(row.cells).some((cell) => cell.value !== null),
    );
    filled.forEach((row, i) => {
      for (const [column, cell] of Object.entries(row.cells))
        if (cell.value !== null)
          values.push([`${annex.code}/${key ? row.cells[key]?.value : i}/${column}`, cell.value]);
    });
  }
  return Object.fromEntries(values.filter(([, value]) => value !== null));
}

function violationsOf(examination: Examination): readonly Violation[] {
  if (examination.kind === 'foreign') return [examination.mismatch.violation];
  if (examination.kind === 'valid') return examination.submission.warnings;
  return examination.kind === 'blocked' ? examination.violations : [];
}

function noticesOf(examination: Examination): string[] {
  const notices =
    examination.kind === 'valid'
      ? examination.submission.notices
      : examination.kind === 'blocked'
        ? examination.notices
        : [];
  return (notices ?? []).map((notice) => `${notice.kind} ${placeOf(notice)}`);
}

async function check(corrupted: Corrupted): Promise<void> {
  const path = fileOf(corrupted);
  const file = corrupted.savedAgain
    ? await convertBySoffice(path, 'xlsx:Calc MS Excel 2007 XML', join(folder, 'saved'))
    : path;
  const bytes = readFileSync(file);
  const examination = await examineReport(
    { workbook: bytes, form: 'khoa-giao', period: PERIOD, unit: 'DV01', revision: 1, receivedAt: '', file },
    { forms: [realForm()] },
  );
  const { identity, notices = [], violations = [], same, values = {} } = corrupted;
  expect(examination.kind === 'foreign' ? examination.mismatch.code : undefined).toBe(identity);
  expect(noticesOf(examination).sort()).toEqual([...notices].sort());
  const found = violationsOf(examination).filter((v) => RULES.includes(v.rule));
  if (!identity) expect(found.map((v) => `${v.rule} ${placeOf(v)}`).sort()).toEqual([...violations].sort());
  if (identity) return;
  const read = content(extract(await cellsOf(bytes), realPeriod(PERIOD)));
  if (same) expect(read).toEqual({ ...before, ...values });
  for (const [name, value] of Object.entries(values)) expect([name, read[name] ?? null]).toEqual([name, value]);
}

describeWith(python(), 'made by openpyxl', () => {
  test.each(CORRUPTED.filter((c) => !c.savedAgain).map((c) => [c.name, c] as const))('%s', (_, c) => check(c));
});

describeWith(soffice(), 'saved again by LibreOffice', () => {
  test.each(CORRUPTED.filter((c) => c.savedAgain).map((c) => [c.name, c] as const))('%s', (_, c) => check(c));
});
