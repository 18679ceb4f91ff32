// What checking a report costs beside reading it: the report that has most to check, once for every rule of the form and
// once for reading and extracting the same bytes, in one run.

import { readWorkbook } from '../functions/xlsx/read-workbook';
import { holdsAnswers } from '../templates/extract/answer-sheets';
import { extract } from '../templates/extract/extract';
import type { Extracted } from '../templates/extract/extracted';
import { validate } from '../templates/validate/validate';
import { fullReport, roomyForm } from './full-report';
import { type Job, measure } from './measure';
import { milliseconds, showTable, times } from './show-table';

const ROUNDS = 60;
const WARM_UP = 20;

async function main(): Promise<void> {
  const form = roomyForm();
  const { bytes, history, rows } = await fullReport(form);
  const read = async (): Promise<Extracted> => {
    const result = await readWorkbook(bytes, { wantsSheet: holdsAnswers });
    if (!result.ok) throw new Error(result.refusal.code);
    return extract(result.workbook, form);
  };
  const extracted = await read();
  const unit = form.definition.units[0]!;
  const { violations } = validate(extracted, form, { unit, history });
  const wrong = violations.filter((v) => v.severity !== 'info');
  if (wrong.length > 0) throw new Error(`The report is not right: ${wrong[0]!.rule} ${wrong[0]!.message.vi}`);
  console.log(`${form.indicators.length} indicators; rows ${JSON.stringify(rows)}; ${bytes.length >> 10} KB\n`);
  const jobs: Job[] = [
    { name: 'read, extract', run: read },
    { name: 'validate, nothing known of earlier periods', run: () => validate(extracted, form, { unit }) },
    { name: 'validate, everything known', run: () => validate(extracted, form, { unit, history }) },
  ];
  const cost = await measure(jobs, ROUNDS, WARM_UP);
  const whole = cost.get(jobs[0]!.name)!;
  showTable(
    ['job', 'wall ms', 'CPU ms', 'to reading', 'by CPU'],
    jobs.map(({ name }) => {
      const { wall, cpu } = cost.get(name)!;
      return [name, milliseconds(wall), milliseconds(cpu), share(wall / whole.wall), share(cpu / whole.cpu)];
    }),
  );
}

const share = (ratio: number): string => (ratio >= 1 ? times(ratio) : `1:${(1 / ratio).toFixed(1)}`);

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
