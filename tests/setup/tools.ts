// Other programs, asked for a second opinion: Python with openpyxl, and LibreOffice. Where one is missing, its tests are
// skipped with a plain message on a developer's machine and fail in continuous integration (`CI` set): a skipped second
// opinion must never look like an agreeing one.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { commandOf, TOOLS } from './outside-tools.mjs';

const execFileUntilItEnds = promisify(execFile);

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

/**
 * Runs a program beside the test: what the test has open (a server, the storage, connections) lives on meanwhile.
 * @returns its standard output
 * @throws with its standard error
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  { seconds = 120, env }: { readonly seconds?: number; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const running = execFileUntilItEnds(command, args, {
    timeout: seconds * 1000,
    maxBuffer: 1e8,
    env: { ...process.env, ...env },
  });
  return (await running).stdout;
}

export function runNode(...args: string[]): Promise<string> {
  return runProgram(process.execPath, args);
}

/** Runs a Python program; its standard output. */
export function runPython(program: string, ...args: string[]): Promise<string> {
  return runProgram(python().command!, ['-c', program, ...args]);
}

/**
 * Has LibreOffice convert a file, with a profile of its own; the path of the result.
 * @param settings a registrymodifications.xcu, where its own habits will not do
 */
export async function convertBySoffice(
  file: string,
  to: string,
  outDirectory: string,
  settings?: string,
): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'soffice-'));
  try {
    if (settings !== undefined) {
      mkdirSync(join(profile, 'user'));
      writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings);
    }
    const args = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      outDirectory,
      file,
    ];
    await runProgram(soffice().command!, args);
    return join(outDirectory, `${basename(file, extname(file))}.${to.split(':')[0]}`);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
