// Values of an older version of the form, under an invented newer one: read as the file that they were read from would be.
// A version that nobody knows is no report of ours.

import type { Rebuilt } from '../../../functions/examine/examination';
import { examineReport } from '../../../functions/examine/examine-report';
import { rebuildReport } from '../../../functions/examine/rebuild-report';
import { findForm } from '../../../functions/forms/form-library';
import { valuesFault } from '../../../functions/receive/values-fault';
import { extract } from '../../../templates/extract/extract';
import type { FormDefinition } from '../../../templates/form-definition/form-definition';
import { canonicalReport } from '../../../templates/submission/canonical-report';
import { cellsOf } from '../../setup/filled';
import { item, NO_RULES, NO_RULES_HELD, newerForm } from '../../setup/newer-form';
import { realForm, realPeriod } from '../../setup/real-form';
import { sample } from '../../setup/samples';

const PLACE = { form: 'khoa-giao', period: '2024-H1', unit: 'DV01' };
const newer = newerForm({ ...NO_RULES, 'form.yaml': [NO_RULES_HELD, [item('B.19'), '']] });
const form = realPeriod(PLACE.period);

async function values(): Promise<Uint8Array> {
  const cells = await cellsOf(sample(PLACE.period, PLACE.unit));
  return Buffer.from(JSON.stringify(canonicalReport(extract(cells, form), form, form.definition.units[0]!)));
}
const rebuilt = async (forms: readonly FormDefinition[]): Promise<Rebuilt> =>
  rebuildReport({ ...PLACE, values: await values(), file: 'f' }, forms);

test('an older version that is known', async () => {
  const forms = [realForm(), newer];
  const asked = findForm(forms, PLACE.form, PLACE.period)!;
  expect(asked.definition.version).toBe('2024.2');
  expect(valuesFault(await values(), forms, asked, asked.definition.units[0]!)).toBeUndefined();
  const made = await rebuilt(forms);
  if (made.kind !== 'rebuilt') throw new Error(made.kind);
  const task = { ...PLACE, revision: 1, receivedAt: '2024-06-18T00:00:00Z', file: 'f' };
  const [ofValues, ofFile] = await Promise.all(
    [made.workbook, sample(PLACE.period, PLACE.unit)].map((workbook) =>
      examineReport({ ...task, workbook }, { forms }),
    ),
  );
  if (ofValues?.kind !== 'valid' || ofFile?.kind !== 'valid') throw new Error(ofValues?.kind);
  expect(ofValues.submission).toEqual({ ...ofFile.submission, sha256: ofValues.submission.sha256 });
  expect(ofValues.submission.notices).toContainEqual(expect.objectContaining({ kind: 'notCarried', name: 'CT_B_19' }));
});

test('a version that was not known when the report came, and whose names are others', async () => {
  const report = JSON.parse(Buffer.from(await values()).toString());
  const later = { ...PLACE, values: Buffer.from(JSON.stringify({ ...report, version: '2024.2' })), file: 'f' };
  expect(valuesFault(later.values, [realForm()], form, form.definition.units[0]!)).toBeUndefined();
  expect(await rebuildReport(later, [realForm()])).toMatchObject({ mismatch: { code: 'NEWER_VERSION' } });
  expect(await rebuildReport(later, [realForm(), newer])).toMatchObject({
    kind: 'foreign',
    mismatch: { code: 'NOT_OUR_TEMPLATE' },
  });
});

test.each([
  ['older', [newer], 'OLDER_VERSION'],
  ['newer', [{ ...realForm(), version: '2023.9' }], 'NEWER_VERSION'],
])('an unknown %s version', async (_, forms, code) => {
  expect(await rebuilt(forms)).toMatchObject({ kind: 'foreign', mismatch: { code } });
  const asked = findForm(forms, PLACE.form, PLACE.period)!;
  expect(valuesFault(await values(), forms, asked, asked.definition.units[0]!)).toBeUndefined();
});
