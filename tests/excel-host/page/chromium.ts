// Finds the Chromium, Chrome or Edge of this machine and starts it without a window.

import { type Browser, launch } from 'puppeteer-core';
import { commandOf, TOOLS } from '../../setup/outside-tools.mjs';
import type { Tool } from '../../setup/tools';

/** For `describeWith`. */
export function chromium(): Tool {
  return { label: TOOLS.chromium.label, command: commandOf('chromium') };
}

export function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = commandOf('chromium');
  if (!executablePath) throw new Error('No Chromium on this machine; set CHROMIUM_PATH');
  return launch({
    executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', ...args],
  });
}
