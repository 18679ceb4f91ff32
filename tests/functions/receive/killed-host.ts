// The program under test in a folder of its own, started and killed as often as wanted. A copy, because another test run may
// rebuild `dist` at any moment; and a folder each, because a second one holds a program with a bug put in on purpose.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type HostProcess, startHostProcess } from '../local-host/host-process';

const ROOT = resolve(__dirname, '../../..');

export interface KilledHost {
  start(): Promise<HostProcess>;
  remove(): void;
}

/** The deployed bundle as it is. */
export function deployedHost(settings: Record<string, string>): KilledHost {
  const folder = makeFolder();
  copyFileSync(join(ROOT, 'dist/functions.cjs'), join(folder, 'functions.cjs'));
  return hostIn(folder, settings);
}

/** The same bundle with one file changed: a door that answers before it has stored. */
export function hastyHost(settings: Record<string, string>): KilledHost {
  const folder = makeFolder();
  execFileSync(process.execPath, [join(__dirname, 'bundle-hasty-app.mjs'), join(folder, 'functions.cjs')]);
  return hostIn(folder, settings);
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'killed-host-'));
  copyFileSync(join(ROOT, 'dist/host.cjs'), join(folder, 'host.cjs'));
  copyFileSync(join(ROOT, 'host.json'), join(folder, 'host.json'));
  return folder;
}

function hostIn(folder: string, settings: Record<string, string>): KilledHost {
  return {
    start: () => startHostProcess(join(folder, 'host.cjs'), settings),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
