// Folders of forms made for a test: copies of the real form, changed where the test says so, in a temporary place.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const REAL = resolve(__dirname, '../../../templates/forms/khoa-giao/2024.1');

/** Runs `use` with an empty folder that is removed afterwards. */
export async function inTemporaryFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'forms-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The real form at `folder`, with `change` applied to the text of its form.yaml. */
export function copyRealForm(folder: string, change: (formYaml: string) => string = (text) => text): void {
  cpSync(REAL, folder, { recursive: true, filter: (source) => !source.includes('samples') });
  const file = join(folder, 'form.yaml');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
