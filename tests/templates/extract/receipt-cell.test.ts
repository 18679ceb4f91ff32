// The cell in which the add-in notes the receipt: there for the eye, nothing of the report. Files made before there was one
// are as good.

import { renderPlan } from '../../../functions/xlsx/render-plan';
import { extract } from '../../../templates/extract/extract';
import { RECEIPT_NAME } from '../../../templates/form-definition/names';
import { planTemplate } from '../../../templates/layout/plan-template';
import { isInput } from '../../../templates/layout/sheet-plan';
import { validate } from '../../../templates/validate/validate';
import { cellsOf, filledCells, filledPlan } from '../../setup/filled';
import { realPeriod } from '../../setup/real-form';
import { sample } from '../../setup/samples';

const form = realPeriod('2024-H1');
const receipt = { values: { [RECEIPT_NAME]: 'KG-2024-H1-DV01-02, 18/06/2024 08:15' } };

test('stands on the cover, open for typing', () => {
  const cover = planTemplate({ form, unit: form.definition.units[0]! }).sheets.find((s) => s.name === 'BiaBC')!;
  const [cell] = cover.rows.flatMap((row) => row.cells).filter(({ name }) => name === RECEIPT_NAME);
  expect(cell).toMatchObject({
    content: null,
    input: { kind: 'text', prompt: expect.stringContaining('không cần điền') },
  });
  expect(isInput(cell!.style)).toBe(true);
});

test('what is written there changes nothing', async () => {
  const [without, written] = [
    extract(await filledCells(), form),
    extract(await cellsOf(await renderPlan(filledPlan('2024-H1', 0, receipt))), form),
  ];
  expect(written).toEqual(without);
  expect(written.values.has(RECEIPT_NAME)).toBe(false);
  expect(validate(written, form).violations).toEqual(validate(without, form).violations);
});

test('a file that has no such cell loses nothing', async () => {
  const cells = await cellsOf(sample('2024-H1', 'DV01'));
  const names = new Map([...cells.names].filter(([name]) => name !== RECEIPT_NAME));
  expect(names.size).toBe(cells.names.size - 1);
  const { lost, notices } = extract({ ...cells, names }, form);
  expect([lost, notices]).toEqual([[], []]);
});
