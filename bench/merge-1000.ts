// A thousand reports on disk into one master workbook: our command as a whole process, against the same job done the shortest
// natural way with exceljs, openpyxl and pandas. Ours checks every file by all rules; the others only read and add up. They
// run on 20 and on 120 files, and what a file more costs is carried on to 1,000.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { unitsYaml, writeReports } from './many-reports';
import { pythonWith } from './python';
import { runProgram } from './run-program';
import { PLACE, ROOT, sampleForm } from './sample-reports';
import { seconds, showTable, times } from './show-table';

const FILES = 1000;
const FEW = 20;
const MORE = 120;

interface Peer {
  readonly name: string;
  readonly command: string;
  readonly program: string;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-merge-'));
  try {
    const form = sampleForm();
    const files = join(folder, 'reports');
    const units = await writeReports(form, FILES, files);
    const list = join(folder, 'units.yaml');
    writeFileSync(list, unitsYaml(form, units));

    const ours = mergeAll(files, list, join(folder, 'master.xlsx'));
    const rows = [['ours', seconds(ours), '1.0×', `${availableParallelism()} cores, all ${FILES} files, every rule`]];
    const paths = units.map(({ code }) => join(files, `${code}.xlsx`));
    for (const peer of peers()) {
      const run = (count: number): number =>
        runProgram(peer.command, [peer.program, join(folder, `${peer.name}.xlsx`), ...paths.slice(0, count)]).wall;
      const few = run(FEW);
      const perFile = (run(MORE) - few) / (MORE - FEW);
      const all = few + perFile * (FILES - FEW);
      const how = `1 core, ${perFile.toFixed(0)} ms a file over ${FEW} to ${MORE} files, carried on to ${FILES}; no rules`;
      rows.push([peer.name, seconds(all), times(all / ours), how]);
    }
    showTable(['program', 'seconds', 'to ours', 'how'], rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mergeAll(files: string, units: string, out: string): number {
  const { form, period } = PLACE;
  const cli = join(ROOT, 'dist/cli.cjs');
  const place = ['--form', form, '--period', period, '--units', units, '--out', out];
  const { wall, output } = runProgram(process.execPath, [cli, 'consolidate', ...place, files]);
  if (!output.includes(`Merged ${FILES} of ${FILES} units`)) throw new Error(output.slice(-2000));
  return wall;
}

function peers(): Peer[] {
  const found: Peer[] = [
    { name: 'exceljs', command: process.execPath, program: join(ROOT, 'dist/bench/peers/merge-exceljs.cjs') },
  ];
  for (const module of ['openpyxl', 'pandas']) {
    const command = pythonWith(module);
    if (command) found.push({ name: module, command, program: join(ROOT, `bench/peers/merge_${module}.py`) });
    else console.log(`Without ${module}: it is not installed.\n`);
  }
  return found;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
