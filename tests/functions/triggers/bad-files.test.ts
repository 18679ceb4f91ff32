// What people send by mistake: each file has its own answer, in both languages, and nothing is lost — the original can be
// fetched, and a report that counted before goes on counting.

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findForm } from '../../../functions/forms/form-library';
import { publishedForms } from '../../../functions/forms/published-forms';
import { inventReport } from '../../../functions/samples/invent-report';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import { fillPlan } from '../../../templates/layout/fill-plan';
import { planTemplate } from '../../../templates/layout/plan-template';
import type { WorkbookPlan } from '../../../templates/layout/sheet-plan';
import { type RunningCentre, startCentre } from '../../setup/running-centre';
import { sample, samplePath } from '../../setup/samples';
import { convertBySoffice, describeWith, python, runPython, soffice } from '../../setup/tools';
import { rawWorkbook } from '../xlsx/raw-workbook';

const PLACE = { form: 'khoa-giao', period: '2024-H1' };
const form = findForm(publishedForms(), PLACE.form, PLACE.period)!;
const unit = form.definition.units[0]!;

let centre: RunningCentre;
let token: string;
let counted: string;
beforeAll(async () => {
  centre = await startCentre();
  token = await centre.token('demo-DV01');
  const good = await centre.client.submit(token, PLACE, sample('2024-H1', 'DV01'), randomUUID());
  if (!good.ok) throw new Error(good.problem.detail);
  counted = good.body.id;
});
afterAll(async () => {
  const status = await board();
  expect(status.units.find((u) => u.unit === 'DV01')).toMatchObject({
    state: 'submitted',
    counted: Number(counted.split('.').at(-1)),
  });
  await centre.stop();
});

async function board(): Promise<{ units: { unit: string; state: string; counted: number }[] }> {
  const answer = await fetch(`${centre.api}/forms/khoa-giao/periods/2024-H1/status`, {
    headers: { authorization: `Bearer ${await centre.token('demo-BAN')}` },
  });
  return answer.json() as never;
}

function ownMeta(changes: Record<string, string>): Promise<Uint8Array> {
  const plan = fillPlan(planTemplate({ form, unit }), inventReport(form, unit, 0));
  const sheets = plan.sheets.map((sheet) =>
    sheet.name !== '_meta'
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((row) => ({
            cells: row.cells.map((c) =>
              c.column === 2 ? { ...c, content: changes[String(row.cells[0]!.content)] ?? c.content } : c,
            ),
          })),
        },
  );
  return renderPlan({ ...plan, sheets });
}

function ole(...names: string[]): Uint8Array {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...names.map((n) => Buffer.from(`${n}\0`, 'utf16le')),
  ]);
}

/** Sends it in both languages; what comes back must be a problem of that status and code, with the original kept. */
async function refusal(bytes: Uint8Array, status: number, code: string) {
  const send = async (language: string) => {
    const answer = await fetch(`${centre.api}/forms/khoa-giao/periods/2024-H1/submissions`, {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
        'content-type': 'application/octet-stream',
        'accept-language': language,
      },
    });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('content-language')).toBe(language);
    return {
      status: answer.status,
      ...((await answer.json()) as {
        code: string;
        title: string;
        detail: string;
        receipt?: { id: string; sha256: string; state: string };
        violations?: { rule: string; sheet: string; cell: string; message: string }[];
      }),
    };
  };
  const vi = await send('vi');
  const en = await send('en');
  expect([vi.status, vi.code]).toEqual([status, code]);
  expect([en.status, en.code]).toEqual([status, code]);
  expect(vi.detail.length).toBeGreaterThan(20);
  expect(en.detail.length).toBeGreaterThan(20);
  expect(vi.detail).not.toBe(en.detail);
  if (vi.receipt) {
    expect(vi.receipt).toMatchObject({ state: 'refused', sha256: createHash('sha256').update(bytes).digest('hex') });
    const kept = await centre.client.original(token, vi.receipt.id);
    expect(kept.ok && Buffer.compare(Buffer.from(kept.body), Buffer.from(bytes))).toBe(0);
  }
  return vi;
}

describe('not a workbook', () => {
  test('an empty file', async () =>
    expect(await refusal(new Uint8Array(), 400, 'EMPTY_FILE')).not.toHaveProperty('receipt'));
  test('a file past 20 MB', async () =>
    expect(await refusal(randomBytes(20 * 1024 * 1024 + 1), 413, 'FILE_TOO_LARGE')).not.toHaveProperty('receipt'));
  test.each<[string, Uint8Array, number, string]>([
    ['not a zip', Buffer.from([0x12, 0x00, 0xfe, 0x01, 0x9c, 0x07, 0x88]), 415, 'NOT_XLSX'],
    ['cut off half-way', sample('2024-H1', 'DV01').subarray(0, 30_000), 422, 'ZIP_CORRUPT'],
    ['one byte changed in the middle', flipped(sample('2024-H1', 'DV01')), 422, 'ZIP_CORRUPT'],
    ['protected with a password', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 422, 'ENCRYPTED'],
    ['.csv renamed', Buffer.from('Mã,Chỉ tiêu,Kỳ này\nA.01,Hội nghị,3\n'), 415, 'CSV_FILE'],
    ['.xlsb', rawWorkbook({ mainType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }), 415, 'XLSB_FILE'],
    ['.xlsm', rawWorkbook({ mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }), 415, 'XLSM_FILE'],
  ])('%s', async (_, bytes, status, code) => {
    expect(await refusal(bytes, status, code)).toHaveProperty('receipt');
  });
});

/** Changes a byte inside the packed data of a sheet. */
function flipped(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const central = copy.lastIndexOf('xl/worksheets/sheet3.xml') - 46;
  const at = copy.readUInt32LE(central + 42) + 200;
  copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at);
  return copy;
}

describeWith(soffice(), 'saved in another format by LibreOffice', () => {
  test.each([
    ['xls:MS Excel 97', 415, 'XLS_FILE'],
    ['ods', 415, 'ODS_FILE'],
    ['pdf', 415, 'PDF_FILE'],
  ])('%s', async (filter, status, code) => {
    const folder = mkdtempSync(join(tmpdir(), 'bad-'));
    try {
      const bytes = readFileSync(await convertBySoffice(samplePath('2024-H1', 'DV02'), filter, folder));
      expect(await refusal(bytes, status, code)).toHaveProperty('receipt');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a workbook, but not the one awaited', () => {
  const foreign = async (bytes: Uint8Array, code: string, rule: string) => {
    const answer = await refusal(bytes, 422, code);
    expect(answer.violations).toEqual([expect.objectContaining({ rule, severity: 'error' })]);
    return answer;
  };
  test('any other workbook', async () => void (await foreign(rawWorkbook({}), 'NOT_OUR_TEMPLATE', 'R003')));
  test('another form', async () =>
    expect((await foreign(await ownMeta({ form: 'thi-dua' }), 'OTHER_FORM', 'R003')).detail).toContain('thi-dua'));
  test('a newer version', async () =>
    expect((await foreign(await ownMeta({ version: '2031.2' }), 'NEWER_VERSION', 'R003')).detail).toContain('2031.2'));
  test('an older version', async () =>
    void (await foreign(await ownMeta({ version: '2023.9' }), 'OLDER_VERSION', 'R003')));
  test('an unknown unit', async () =>
    expect((await foreign(await ownMeta({ unit: 'DV99' }), 'UNKNOWN_UNIT', 'R004')).detail).toContain('DV99'));
  test('another unit’s file', async () =>
    expect((await foreign(sample('2024-H1', 'DV02'), 'OTHER_UNIT', 'R004')).detail).toContain('DV02'));
  test('another period’s file', async () =>
    expect((await foreign(sample('2024-Q1', 'DV01'), 'OTHER_PERIOD', 'R018')).detail).toContain('Quý I/2024'));
});

describe('our report, with errors', () => {
  const errors = async (
    change: (
      values: Record<string, string | number>,
      annexes: Record<string, Record<string, string | number>[]>,
    ) => void,
    edit: (plan: WorkbookPlan) => WorkbookPlan = (p) => p,
  ) => {
    const { values, annexes } = structuredClone(inventReport(form, unit, 0)) as {
      values: Record<string, string | number>;
      annexes: Record<string, Record<string, string | number>[]>;
    };
    change(values, annexes);
    const answer = await refusal(
      await renderPlan(edit(fillPlan(planTemplate({ form, unit }), { values, annexes }))),
      422,
      'VIOLATIONS',
    );
    return answer.violations!.map((v) => ({ place: `${v.rule} ${v.sheet}!${v.cell}`, message: v.message }));
  };
  test('text in a number cell', async () => {
    const [found, ...more] = await errors((v) => Object.assign(v, { CT_A_01: 'mười hai' }));
    expect(found!.place).toMatch(/^R001 ChiTieu!D\d+$/);
    expect(found!.message).toContain('mười hai');
    expect(more).toEqual([]);
  });
  test.each([
    ['a negative number', 'CT_A_02', -1],
    ['a fraction of a conference', 'CT_A_02', 1.5],
    ['a choice that is not on the list', 'CT_G_08', 'Xuất sắc'],
    ['not a day', 'CT_G_03', 'hôm qua'],
  ])('%s', async (_, name, value) => {
    expect((await errors((v) => Object.assign(v, { [name]: value }))).map((e) => e.place)).toEqual([
      expect.stringMatching(/^R001 ChiTieu!D\d+$/),
    ]);
  });
  test('a required cell left blank', async () => {
    expect((await errors((v) => void delete v.CT_A_15)).map((e) => e.place)).toEqual([
      expect.stringMatching(/^R002 ChiTieu!D\d+$/),
    ]);
  });
  test('a document that applies, without a status: the row and the sum', async () => {
    const found = await errors((_, a) => {
      const row = a.PL1!.find((r) => r.ap_dung === 'Có')!;
      delete row.trang_thai;
    });
    expect(found.map((e) => e.place)).toEqual([
      expect.stringMatching(/^R002 PL1!I\d+$/),
      expect.stringMatching(/^R201 ChiTieu!D\d+$/),
    ]);
  });
  test('a warning that is not explained, and nothing else', async () => {
    const values = { ...inventReport(form, unit, 0).values, CT_K_03: 1, CT_B_16: 0, CT_B_20: 0, GT_K_03: '123456789' };
    const { annexes } = inventReport(form, unit, 0);
    const answer = await refusal(
      await renderPlan(fillPlan(planTemplate({ form, unit }), { values, annexes })),
      422,
      'VIOLATIONS',
    );
    expect(answer).toMatchObject({
      title: 'Còn cảnh báo chưa giải trình',
      detail: expect.stringContaining('còn 0 lỗi phải sửa và 1 cảnh báo'),
      violations: [{ rule: 'R014', severity: 'warning', sheet: 'ChiTieu', explained: false }],
    });
  });
  test('a total that was tampered with', async () => {
    const tamper = (plan: WorkbookPlan): WorkbookPlan => ({
      ...plan,
      sheets: plan.sheets.map((s) => ({
        ...s,
        rows: s.rows.map((r) => ({
          ...r,
          cells: r.cells.map((c) =>
            c.name === 'CT_A_08' ? { ...c, content: { formula: 'CT_A_09+CT_A_10+CT_A_11+CT_A_12', result: 999 } } : c,
          ),
        })),
      })),
    });
    const found = await errors(() => {}, tamper);
    expect(found).toEqual([
      { place: expect.stringMatching(/^R017 ChiTieu!D\d+$/), message: expect.stringContaining('999') },
    ]);
  });
});

describeWith(python(), 'saved by openpyxl, which stores no results', () => {
  test('is as good as any other', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'openpyxl-'));
    try {
      const file = join(folder, 'DV03.xlsx');
      await runPython(
        'import sys, openpyxl\nopenpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])',
        samplePath('2024-H1', 'DV03'),
        file,
      );
      const answer = await centre.client.submit(
        await centre.token('demo-DV03'),
        PLACE,
        new Uint8Array(readFileSync(file)),
        randomUUID(),
      );
      expect(answer).toMatchObject({ ok: true, status: 201 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
