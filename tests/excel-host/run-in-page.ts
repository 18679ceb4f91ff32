// A hosted workbook with the test page open in jsdom: what the host's own tests begin with.

import { renderPlan } from '../../functions/xlsx/render-plan';
import { filledPlan } from '../setup/filled';
import { realPeriod } from '../setup/real-form';
import { type ExcelHost, type HostOptions, startHost } from './excel-host';
import { type JsdomPage, openInJsdom } from './page/open-in-jsdom';

export const FORM = realPeriod('2024-H1');

let rendered: Promise<Uint8Array> | undefined;

/** The invented report of the first unit, protected as the template is. */
export function report(): Promise<Uint8Array> {
  rendered ??= renderPlan(filledPlan());
  return rendered;
}

export interface Running extends JsdomPage {
  readonly host: ExcelHost;
  readonly office: typeof Office;
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
}

export async function running(url: string, options: Partial<HostOptions> = {}): Promise<Running> {
  const host = startHost({ workbook: await report(), form: FORM, ...options });
  return { host, ...(await inPage(host, url)) };
}

export async function inPage(host: ExcelHost, url: string): Promise<Omit<Running, 'host'>> {
  const opened = await openInJsdom(host, url);
  const office = opened.window.Office as typeof Office;
  await office.onReady();
  const excel = opened.window.Excel as typeof Excel;
  return { ...opened, office, run: (batch) => excel.run({ delayForCellEdit: true }, batch) };
}

/** The library's callback manner as a promise. */
export function asked<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    call((result) => (result.error ? reject(result.error) : resolve(result.value))),
  );
}

export async function fileBytes(office: typeof Office): Promise<Uint8Array> {
  const compressed = office.FileType.Compressed;
  const file = await asked<Office.File>((done) =>
    office.context.document.getFileAsync(compressed, { sliceSize: 65_536 }, done),
  );
  const slices: number[][] = [];
  for (let i = 0; i < file.sliceCount; i++)
    slices.push((await asked<Office.Slice>((done) => file.getSliceAsync(i, done))).data);
  await asked<void>((done) => file.closeAsync(done));
  return Uint8Array.from(slices.flat());
}
