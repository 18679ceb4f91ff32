// Other programs, asked for a second opinion: Python with openpyxl, and LibreOffice. Where one is missing, its tests are
// skipped with a plain message on a developer's machine and fail in continuous integration (`CI` set): a skipped second
// opinion must never look like an agreeing one.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { commandOf, TOOLS } from './outside-tools.mjs';

export interface Tool {
  readonly label: string;
  /** Command that starts it; undefined where it is not installed. */
  readonly command: string | undefined;
}

/** A Python that can import openpyxl. */
export function python(): Tool {
  return { label: TOOLS.python.label, command: commandOf('python') };
}

export function soffice(): Tool {
  return { label: TOOLS.soffice.label, command: commandOf('soffice') };
}

/** `describe` with a tool: fails in CI where it is missing, is skipped elsewhere. */
export function describeWith(tool: Tool, name: string, fn: () => void): void {
  if (tool.command !== undefined) describe(name, fn);
  else if (process.env.CI) describe(name, () => test(`${tool.label} must be installed in CI`, () => failMissing(tool)));
  else describe.skip(`${name} (skipped: ${tool.label} is not installed)`, fn);
}

function failMissing(tool: Tool): void {
  throw new Error(`${tool.label} is not installed; its second opinion is part of the tests.`);
}

/** Runs a Python program; its standard output. Throws with its standard error. */
export function runPython(program: string, ...args: string[]): string {
  const run = spawnSync(python().command!, ['-c', program, ...args], {
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 1e8,
  });
  if (run.status !== 0) throw new Error(`Python: ${run.stderr}`);
  return run.stdout;
}

/** Has LibreOffice convert a file, with a profile of its own; the path of the result. */
export function convertBySoffice(file: string, to: string, outDirectory: string): string {
  const profile = mkdtempSync(join(tmpdir(), 'soffice-'));
  try {
    const args = [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      outDirectory,
      file,
    ];
    const run = spawnSync(soffice().command!, args, { encoding: 'utf8', timeout: 120_000 });
    if (run.status !== 0) throw new Error(`LibreOffice: ${run.stderr}`);
    return join(outDirectory, `${basename(file, extname(file))}.${to.split(':')[0]}`);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
