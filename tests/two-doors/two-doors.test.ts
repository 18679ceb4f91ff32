// The same workbook through every door gives the same values and the same violations: the server's reader, the page's reader
// with its own unzip, and Excel by way of Office.js. Well-behaved reports, and such as people make.

import { asEntered } from '../../addin/excel-report';
import { reportInFile } from '../../addin/file/report-in-file';
import type { WorkbookCells } from '../../templates/cell/cell';
import { extract } from '../../templates/extract/extract';
import { validate } from '../../templates/validate/validate';
import { startHost } from '../excel-host/excel-host';
import { cellsOf } from '../setup/filled';
import { realPeriod } from '../setup/real-form';
import { sample } from '../setup/samples';
import { type DoorServer, serveOfficeDoor } from './office-door';

let doors: DoorServer;
beforeAll(async () => {
  doors = await serveOfficeDoor();
});
afterAll(() => doors.stop());

type Entered = string | number | { readonly formula: string; readonly result: number };

/** What a person or another program does to a filled report before it is sent. */
const HABITS: Readonly<Record<string, Readonly<Record<string, Entered | null>>>> = {
  'as it was filled in': {},
  'numbers typed as text': { CT_A_01: "'12", CT_A_04: "'1.250", CT_K_02: "' 150 " },
  'letters taken apart, hard spaces': { TM_T_1: 'Đơn vị đã tổ chức\u00a0 hội nghị'.normalize('NFD') },
  'blanks and words where numbers belong': { CT_A_01: null, CT_A_02: 'không', CT_A_09: '5 văn bản' },
  'a day as text': { BC_ngay_ky: "'14/06/2024" },
  'too much and too little': { CT_A_05: 99_999, CT_A_16: -3, CT_A_13: 2.5 },
  'a section without anything': { KPS_A: 'x', CT_A_09: null },
  'a formula of one’s own': { CT_A_07: { formula: '20+22', result: 42 } },
};

function judged(book: WorkbookCells, period: string) {
  const form = realPeriod(period);
  const extracted = extract(book, form);
  const { violations, values } = validate(extracted, form);
  const notices = extracted.notices.filter(({ kind }) => kind !== 'hiddenRow');
  return plain({
    ...extracted,
    values: [...extracted.values],
    annexes: [...extracted.annexes],
    notices,
    violations,
    nothing: values.nothing,
  });
}

/** Values of jsdom’s world, made ours. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function ours({ sheets, names, date1904 }: WorkbookCells): WorkbookCells {
  return { sheets: sheets.map((s) => ({ ...s, cells: new Map(s.cells) })), names: new Map(names), date1904 };
}

describe.each([
  ['2024-H1', 'DV01'],
  ['2024-H1', 'DV09'],
  ['2024-Q1', 'DV05'],
])('%s %s', (period, unit) => {
  test.each(Object.keys(HABITS))('%s', async (habit) => {
    const host = startHost({ workbook: sample(period, unit), form: realPeriod(period) });
    for (const [name, value] of Object.entries(HABITS[habit]!)) await host.fill(name, value as never);
    const bytes = new Uint8Array(await host.saveAs());
    const expected = judged(await cellsOf(bytes), period);

    const file = reportInFile(new File([bytes], 'BaoCao.xlsx'));
    expect(judged(await file.read(), period)).toEqual(expected);

    const door = await doors.open(bytes, realPeriod(period));
    try {
      expect(judged(ours(await door.report.read()), period)).toEqual(expected);
      expect(door.host.refusals).toEqual([]);
    } finally {
      await door.close();
    }
  });
});

test('the bytes that Excel gives are the workbook, and what they hold is what was read', async () => {
  const door = await doors.open(sample('2024-H1', 'DV02'), realPeriod('2024-H1'));
  await door.host.fill('CT_A_17', 33);
  const shares: number[] = [];
  const bytes = await door.report.bytes((share) => shares.push(share));
  expect(shares.at(-1)).toBe(1);
  expect(judged(await cellsOf(new Uint8Array(bytes!)), '2024-H1')).toEqual(
    judged(ours(await door.report.read()), '2024-H1'),
  );
  door.host.file.fail = 11001;
  expect(await door.report.bytes(() => undefined)).toBeUndefined();
  expect(door.host.file.open).toBe(0);
  await door.close();
});

test('a sheet that was touched is read again, the others are taken from before', async () => {
  const door = await doors.open(sample('2024-H1', 'DV02'), realPeriod('2024-H1'));
  const before = await door.report.read();
  await door.host.fill('CT_A_17', 34);
  const again = await door.report.excel!.readAgain(before, [{ sheet: 'ChiTieu', inPlace: true }]);
  expect(judged(ours(again), '2024-H1')).toEqual(judged(ours(await door.report.read()), '2024-H1'));
  expect(again.sheets.find(({ name }) => name === 'PL1')).toBe(before.sheets.find(({ name }) => name === 'PL1'));
  await door.close();
});

test('somebody is typing in a cell: reading waits, and does not fail', async () => {
  const door = await doors.open(sample('2024-H1', 'DV02'), realPeriod('2024-H1'));
  door.host.editing = true;
  const reading = door.report.read();
  setTimeout(() => {
    door.host.editing = false;
  }, 300);
  expect((await reading).names.size).toBeGreaterThan(100);
  await door.close();
});

test.each([
  ['05/2024', 'General', "'05/2024"],
  ['0123', '0', "'0123"],
  ['=1+1', 'General', "'=1+1"],
  ['=1+1', '@', '=1+1'],
  [1250, 'General', 1250],
  [null, '@', ''],
])('%j goes into a cell formatted %s as %j', (value, format, entered) => {
  expect(asEntered(value, format)).toBe(entered);
});

test('texts that look like formulas stay texts', async () => {
  const door = await doors.open(sample('2024-H1', 'DV02'), realPeriod('2024-H1'));
  const place = extract(ours(await door.report.read()), realPeriod('2024-H1')).values.get('GT_A_01')!;
  await door.report.excel!.write([{ ...place, value: '=1+1' }]);
  expect(door.host.value('GT_A_01')).toBe('=1+1');
  await door.close();
});
