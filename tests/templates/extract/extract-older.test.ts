// A file of an older version, read under an invented newer one: what fits is carried, and a list says what is not.

import { examineReport } from '../../../functions/examine/examine-report';
import { findForm } from '../../../functions/forms/form-library';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import { extract } from '../../../templates/extract/extract';
import { extractOlder } from '../../../templates/extract/extract-older';
import type { FormDefinition } from '../../../templates/form-definition/form-definition';
import { placeOf } from '../../../templates/violation/violation';
import { cellsOf, filledPlan } from '../../setup/filled';
import { item, NO_RULES, NO_RULES_HELD, newerForm } from '../../setup/newer-form';
import { realForm, realPeriod } from '../../setup/real-form';

const PERIOD = '2024-H1';

const changed = newerForm({
  ...NO_RULES,
  'form.yaml': [
    NO_RULES_HELD,
    // Asked anew: an indicator, a narrative, a column.
    [
      '      - code: K.02\n',
      '      - code: K.05\n        label: { vi: Số chi bộ khoa giáo, en: Cells for science education }\n        type: integer\n        unit: chi bộ\n        shortestPeriod: month\n        units: sum\n        time: last\n      - code: K.02\n',
    ],
    [/$/, '  - code: T.9\n    label: { vi: Phụ lục ảnh, en: Pictures }\n    maxLength: 100\n'],
    [
      /(?= {6}- \{\n {10}key: luot_pt,)/,
      '      - { key: luot_nu, label: { vi: Lượt nữ, en: Women }, type: integer, required: true, width: 12 }\n',
    ],
    // No longer asked: B.19 and T.8.
    [item('B.19'), ''],
    [/ {2}- code: T\.8\n[\s\S]*?maxLength: 1000\n/, ''],
    // Asked in another unit.
    [/(- code: K\.03\n[\s\S]*?unit: )người/, '$1nghìn người'],
  ],
});
const forms = [realForm(), changed];
const form = findForm(forms, 'khoa-giao', PERIOD)!;

async function file(): Promise<Buffer> {
  return Buffer.from(await renderPlan(filledPlan(PERIOD)));
}

test('what fits is carried, what does not is listed', async () => {
  expect(form.definition.version).toBe('2024.2');
  const cells = await cellsOf(await file());
  const before = extract(cells, realPeriod(PERIOD));
  const now = extractOlder(cells, form, realPeriod(PERIOD));
  expect(now.lost).toEqual([]);
  expect(now.notices.map((n) => `${n.kind} ${n.name || placeOf(n)}`)).toEqual([
    'olderVersion BiaBC',
    'notCarried CT_K_03',
    'notCarried CT_B_19',
    'notCarried TM_T_8',
    'notCarried CT_K_05',
    'notCarried TM_T_9',
    'notCarried PL6_luot_nu',
  ]);
  expect(now.notices[1]!.message.vi).toContain('"280"');
  expect(now.notices[4]!.message).toMatchObject({
    vi: expect.stringContaining('mẫu mới hỏi thêm'),
    en: expect.stringContaining('asked anew'),
  });
  expect(now.values.get('CT_K_05')).toEqual({ value: null, sheet: 'ChiTieu', cell: '' });
  expect(now.values.get('CT_K_03')).toMatchObject({ value: null, cell: 'D9' });
  expect(now.annexes.get('PL6')![0]!.cells.luot_nu).toEqual({ value: null, sheet: 'PL6', cell: '' });
  for (const name of ['CT_K_02', 'CT_A_01', 'CT_F_08', 'CT_G_03', 'TM_T_1'])
    expect([name, now.values.get(name)]).toEqual([name, before.values.get(name)]);
  expect(now.annexes.get('PL1')).toEqual(before.annexes.get('PL1'));
});

test('at the door: read, and asked for what is new', async () => {
  const task = { form: 'khoa-giao', period: PERIOD, unit: 'DV01', revision: 1, receivedAt: '', file: 'f.xlsx' };
  const examination = await examineReport({ ...task, workbook: await file() }, { forms });
  if (examination.kind !== 'blocked') throw new Error(examination.kind);
  const found = examination.violations.filter((v) => ['R002', 'R016', 'R017'].includes(v.rule));
  expect(found.map((v) => `${v.rule} ${placeOf(v)} ${v.name}`)).toEqual([
    'R002 ChiTieu CT_K_05',
    'R002 ChiTieu!D9 CT_K_03',
    'R002 PL6 PL6_luot_nu',
  ]);
  expect(examination.notices[0]).toMatchObject({ kind: 'olderVersion' });
});

test('a newer catalogue: its documents are asked for, those that left it are named', async () => {
  const next = newerForm({
    ...NO_RULES,
    'form.yaml': [NO_RULES_HELD],
    'catalogue.yaml': [[/id: NQ-29-2013/, 'id: NQ-30-2013']],
  });
  const newest = findForm([realForm(), next], 'khoa-giao', PERIOD)!;
  const now = extractOlder(await cellsOf(await file()), newest, realPeriod(PERIOD));
  const rows = now.annexes.get('PL1')!;
  expect(now.lost).toEqual([]);
  expect(rows.some((row) => row.cells.ma_vb!.value === 'NQ-29-2013')).toBe(false);
  expect(rows.at(-1)).toMatchObject({
    row: 0,
    line: 0,
    cells: { ma_vb: { value: 'NQ-30-2013' }, so_hn: { cell: '' } },
  });
  const said = now.notices.map((n) => n.message.vi);
  expect(said.some((text) => text.startsWith('NQ-30-2013') && text.includes('hỏi thêm'))).toBe(true);
  expect(now.notices).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'notCarried', name: 'PL1_tien_do', cell: 'J8' })]),
  );
});

test('a version that nobody knows, and one that does not report the period, stay refused', async () => {
  const task = { form: 'khoa-giao', period: PERIOD, unit: 'DV01', revision: 1, receivedAt: '', file: 'f.xlsx' };
  const workbook = await file();
  const refused = async (known: readonly FormDefinition[]): Promise<unknown> => {
    const examination = await examineReport({ ...task, workbook }, { forms: known });
    return examination.kind === 'foreign' ? examination.mismatch.code : examination.kind;
  };
  expect(await refused([changed])).toBe('OLDER_VERSION');
  const without = { ...realForm(), periods: realForm().periods.filter((p) => p.period !== PERIOD) };
  expect(await refused([without, changed])).toBe('OLDER_VERSION');
});
