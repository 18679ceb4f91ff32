// `npm run consolidate`: a folder of files into a master workbook, with no server and no cloud. Says one line for every
// file that is refused or has warnings; the master holds the others.

import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import { daysLate } from '../../templates/reporting-period/calendar';
import type { Submission, UnitStanding } from '../../templates/submission/submission';
import { buildMaster } from '../consolidate/build-master';
import { examinerPool } from '../examine/examiner-pool';
import { type Arguments, BadArguments, readArguments } from './arguments';
import { type FoundFile, findWorkbooks } from './find-workbooks';
import { type Examined, mergeExamined } from './merge-examined';

const USAGE =
  'npm run consolidate -- --form khoa-giao --period 2024-H1 [--units units.yaml] --out master.xlsx FILE-OR-FOLDER...';

/** @returns 0 all merged, 1 some refused (the master holds the others), 2 nothing merged */
export async function consolidate(args: readonly string[], forms: readonly FormDefinition[]): Promise<number> {
  const read = readArguments(args, forms, USAGE);
  const { form, out, units = form.definition.units } = read;
  const files = findWorkbooks(read.paths);
  if (files.length === 0) throw new BadArguments(`Không có tệp nào để tổng hợp.\nNo files to merge.\n\n${USAGE}`);
  const examined = await examineAll(files, read);
  const { merged, log, refused } = mergeExamined(examined, say);
  if (merged.size === 0) {
    say(`Không có báo cáo nào hợp lệ trong ${files.length} tệp. No valid report in ${files.length} files.`);
    return 2;
  }
  const standings = units.map((u) => standing(u.code, merged.get(u.code), form.dates.unitDue));
  const submissions = units.flatMap((u) => merged.get(u.code) ?? []);
  mkdirSync(dirname(out), { recursive: true });
  const summary = await buildMaster(
    {
      form,
      builtAt: new Date().toISOString(),
      standings,
      units: new Map(units.map((u) => [u.code, u])),
      submissions,
      log,
    },
    out,
  );
  for (const warning of summary.warnings) say(warning);
  say(
    `Đã tổng hợp ${merged.size}/${units.length} đơn vị, ${summary.indicators} chỉ tiêu, từ ${files.length} tệp (${refused} bị từ chối) vào ${out}`,
  );
  say(
    `Merged ${merged.size} of ${units.length} units, ${summary.indicators} indicators, ${files.length} files (${refused} refused) into ${out}`,
  );
  return refused > 0 ? 1 : 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** All files at once, as many processes as there are cores; results come back in the order of the files. */
async function examineAll(files: readonly FoundFile[], { form, units }: Arguments): Promise<Examined[]> {
  const examiner = examinerPool({
    program: __filename,
    processes: Math.min(files.length, availableParallelism()),
    ...(units ? { units } : {}),
  });
  const bar = new SingleBar({
    format: 'Đọc và kiểm tra [{bar}] {value}/{total} tệp',
    hideCursor: true,
    noTTYOutput: false,
    stream: process.stderr,
  });
  if (process.stderr.isTTY) bar.start(files.length, 0);
  try {
    return await Promise.all(
      files.map(async (file): Promise<Examined> => {
        const task = {
          workbook: file.path,
          form: form.definition.form,
          period: form.period,
          revision: 1,
          receivedAt: new Date(file.modified).toISOString(),
          file: file.path,
        };
        const examination = await examiner.examine(task).catch((error: Error) => error);
        bar.increment();
        return { file, examination };
      }),
    );
  } finally {
    bar.stop();
    await examiner.close();
  }
}

function standing(unit: string, submission: Submission | undefined, due: string): UnitStanding {
  if (!submission) return { unit, state: 'missing', revision: 0, counted: 0, daysLate: 0, errors: 0, warnings: 0 };
  const { revision, receivedAt, warnings } = submission;
  return {
    unit,
    state: 'submitted',
    revision,
    counted: revision,
    receivedAt,
    daysLate: daysLate(receivedAt, due),
    errors: 0,
    warnings: warnings.length,
  };
}
