// The committed sample reports: saved by LibreOffice, valid, of every unit, plausible beside each other, and still what the
// script invents.

import { inflateRawSync } from 'node:zlib';
import { examineReport } from '../../../functions/examine/examine-report';
import { publishedForms } from '../../../functions/forms/published-forms';
import { inventReport } from '../../../functions/samples/invent-report';
import { indicatorName } from '../../../templates/form-definition/names';
import type { Submission } from '../../../templates/submission/submission';
import { realPeriod } from '../../setup/real-form';
import { sample, samplePath, sampleUnits } from '../../setup/samples';

const PERIODS = ['2024-H1', '2024-Q1'];

async function submission(period: string, unit: string): Promise<Submission> {
  const task = {
    workbook: samplePath(period, unit),
    form: 'khoa-giao',
    period,
    unit,
    revision: 1,
    receivedAt: '2024-06-17T02:00:00Z',
    file: unit,
  };
  const found = await examineReport(task, { forms: publishedForms() });
  if (found.kind !== 'valid') throw new Error(`${period} ${unit}: ${JSON.stringify(found).slice(0, 500)}`);
  return found.submission;
}

describe.each(PERIODS)('%s', (period) => {
  const form = realPeriod(period);
  test('every unit has one', () => expect(sampleUnits(period)).toEqual(form.definition.units.map((u) => u.code)));

  test.each(form.definition.units.map((u, i) => [u.code, i] as const))('%s', async (code, index) => {
    const unit = form.definition.units[index]!;
    expect(program(sample(period, code))).toMatch(/LibreOffice/);
    const found = await submission(period, code);
    expect(found.warnings).toEqual([]);
    // Typed values are those the script invents today; if not, run `npm run samples`.
    const invented = inventReport(form, unit, index).values;
    for (const indicator of form.indicators) {
      const value = invented[indicatorName(indicator.code)];
      if (typeof value === 'number' && indicator.type !== 'date')
        expect([indicator.code, found.values[indicator.code]]).toEqual([indicator.code, value]);
    }
    expect(found.narratives['T.2']).toBe(invented.TM_T_2);
    expect(found.narratives['T.2']).toBe(found.narratives['T.2']!.normalize('NFC'));
  });
});

test('a half-year is never below its first quarter', async () => {
  const half = realPeriod('2024-H1');
  for (const unit of sampleUnits('2024-H1')) {
    const [h, q] = [await submission('2024-H1', unit), await submission('2024-Q1', unit)];
    for (const indicator of half.indicators.filter((i) => i.time === 'sum')) {
      const quarter = q.values[indicator.code];
      if (typeof quarter === 'number')
        expect([unit, indicator.code, Number(h.values[indicator.code]) >= quarter]).toEqual([
          unit,
          indicator.code,
          true,
        ]);
    }
  }
});

/** docProps/app.xml, found by its local header. */
function program(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  const central = buffer.lastIndexOf('docProps/app.xml') - 46;
  const at = buffer.readUInt32LE(central + 42);
  const start = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
  return inflateRawSync(buffer.subarray(start, start + buffer.readUInt32LE(central + 20))).toString('utf8');
}
