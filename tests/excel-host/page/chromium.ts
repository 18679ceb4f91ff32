// Finds the Chromium, Chrome or Edge of this machine and starts it without a window. SLOW_PAGES=8 makes every page run eight times
// slower than the machine: what a test only sees because this machine is fast is then found out.

import { type Browser, launch, type Page } from 'puppeteer-core';
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

/** To be called before a page goes anywhere. */
export async function asSlowAsAsked(page: Page): Promise<void> {
  const factor = Number(process.env.SLOW_PAGES ?? 1);
  if (factor > 1) await page.emulateCPUThrottling(factor);
}
