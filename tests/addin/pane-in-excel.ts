// A pane for a test: the real centre over HTTP, Microsoft's Office.js in Chromium, the project's own fake Excel with a workbook of
// the centre's. What a person does is said by the words on the screen.

import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { formForPeriod } from '../../templates/form-definition/form-for-period';
import { type ExcelHost, startHost } from '../excel-host/excel-host';
import { launchChromium } from '../excel-host/page/chromium';
import { openInChromium } from '../excel-host/page/open-in-chromium';
import { realForm } from '../setup/real-form';
import { type RunningCentre, startCentre } from '../setup/running-centre';
import { until } from '../setup/until';
import { screenOf, type TestScreen } from './test-screen';

export interface OpenPane extends TestScreen {
  readonly host: ExcelHost;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly errors: readonly string[];
  /** Waits until this is selected in Excel: `ChiTieu!D16`, or all that begins so. */
  untilSelected(cell: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser and a centre of the tests' own, for as long as they run. */
export function withCentre(): { readonly browser: Browser; readonly centre: RunningCentre } {
  let started: [Browser, RunningCentre] | undefined;
  beforeAll(async () => {
    started = await Promise.all([launchChromium(), startCentre()]);
  });
  afterAll(async () => {
    await started?.[0].close();
    await started?.[1].stop();
  });
  const running = (): [Browser, RunningCentre] => {
    if (!started) throw new Error('Only inside a test');
    return started;
  };
  return {
    get browser() {
      return running()[0];
    },
    get centre() {
      return running()[1];
    },
  };
}

export interface PaneOptions {
  readonly browser: Browser;
  readonly centre: RunningCentre;
  readonly workbook: Uint8Array;
  readonly period: string;
  /** Instead of a host of its own: one that was closed and opened again. */
  readonly host?: ExcelHost;
  /** The same person at the same computer, with what the browser remembers. */
  readonly context?: BrowserContext;
  readonly matrix?: Readonly<Record<string, string>>;
  /** Microsoft's network answers only then. */
  readonly late?: Promise<void>;
}

export async function openPane({ browser, centre, workbook, period, ...more }: PaneOptions): Promise<OpenPane> {
  const form = formForPeriod(realForm(), period)!;
  const { matrix } = more;
  const host = more.host ?? startHost({ workbook, form, ...(matrix ? { matrix } : {}) });
  // A person of its own: nothing signed in, nothing remembered.
  const context = more.context ?? (await browser.createBrowserContext());
  const fresh = await context.newPage();
  const { page, errors } = await openInChromium(host, { page: fresh }, `${centre.host.url}/pane`, more.late);
  return {
    host,
    context,
    page,
    errors,
    untilSelected: (cell) =>
      until(
        () => host.selected.startsWith(cell),
        () => `Not selected: ${cell}, but ${host.selected}`,
      ),
    ...screenOf(page),
    close: () => context.close(),
  };
}
