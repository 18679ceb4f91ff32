// LibreOffice as a judge of stored results: it opens a workbook, computes every formula anew whatever is stored, and saves.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { soffice } from '../../setup/tools';

/** "Recalculation on file load", Excel 2007 and newer: always. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The path of the recalculated workbook. */
export function recalculate(file: string, outDirectory: string): string {
  const profile = mkdtempSync(join(tmpdir(), 'soffice-'));
  try {
    mkdirSync(join(profile, 'user'));
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS);
    const args = [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      outDirectory,
      file,
    ];
    const run = spawnSync(soffice().command!, args, { encoding: 'utf8', timeout: 120_000 });
    if (run.status !== 0) throw new Error(`LibreOffice: ${run.stderr}`);
    return join(outDirectory, basename(file));
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
