// Finds the Chromium, Chrome or Edge of this machine and starts it without a window.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, launch } from 'puppeteer-core';
import type { Tool } from '../../setup/tools';

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const AT = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

let path: string | undefined;

function chromiumPath(): string | undefined {
  path ??= process.env.CHROMIUM_PATH ?? ON_PATH.map(whereIs).find(Boolean) ?? AT.find((file) => existsSync(file));
  return path;
}

function whereIs(command: string): string | undefined {
  const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.split(/\r?\n/)[0] : undefined;
}

/** For `describeWith`. */
export function chromium(): Tool {
  return { label: 'Chromium', command: chromiumPath() };
}

export function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('No Chromium on this machine; set CHROMIUM_PATH');
  return launch({
    executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', ...args],
  });
}
