// The project's own fake Excel: a workbook opened over real bytes, with everything the add-in may ask it through Microsoft's
// real Office.js. Start here; README.md says what it imitates and what not. Refuses, and remembers, whatever it has not.

import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { answerCall } from './answer-call';
import { DocumentFiles } from './document-files';
import { type HostPage, PageLink } from './page-link';
import { declaredMatrix, type Matrix } from './requirements';
import { Ribbon } from './ribbon';
import { RequestDesk } from './rich-api/answer-request';
import { Excel } from './rich-api/excel';
import type { Pane } from './rich-api/office-services';
import { wireValue } from './rich-api/range-object';
import { LIGHT_THEME, type OfficeTheme } from './theme';
import { areaAddress, parseArea, splitPlace } from './workbook/area';
import type { Typed } from './workbook/entered';
import { HostWorkbook, type StoredSettings } from './workbook/host-workbook';
import { type Place, placeOf } from './workbook/recalculate';

export interface HostOptions {
  readonly workbook: Uint8Array;
  /** What the derived indicators are computed by. */
  readonly form: PeriodForm;
  /** Instead of what manifest.xml declares, set by set: `{ ExcelApi: '1.14' }`. */
  readonly matrix?: Matrix;
  /** `Office.context.displayLanguage`; `vi-VN` where left out. */
  readonly language?: string;
  readonly theme?: OfficeTheme;
  readonly fileName?: string;
}

const RICH_API_EVENT = 33;
const EVENT_CATEGORY = 65_536;

export function startHost(options: HostOptions): ExcelHost {
  return new ExcelHost(options);
}

export class ExcelHost {
  /** What the add-in asked for and this host has not. Empty at the end of a good test. */
  readonly refusals: string[] = [];
  /** Addresses outside the page's own origin and Microsoft's library that were asked for, and not answered. */
  readonly foreignRequests: string[] = [];
  readonly matrix: Matrix;
  readonly language: string;
  readonly theme: OfficeTheme;
  readonly pane: Pane = paneOf(() => this.excel);
  /** Made anew by `reload`. */
  excel!: Excel;
  file!: DocumentFiles;
  private desk!: RequestDesk;
  private ribbon!: Ribbon;
  private readonly link = new PageLink();
  private isEditing = false;

  constructor(private readonly options: HostOptions) {
    this.matrix = { ...declaredMatrix(), ...options.matrix };
    this.language = options.language ?? 'vi-VN';
    this.theme = options.theme ?? LIGHT_THEME;
    this.open(options.workbook);
  }

  private open(bytes: Uint8Array): void {
    const { form, fileName = 'BaoCao.xlsx' } = this.options;
    const book = HostWorkbook.open(bytes);
    this.excel = new Excel(book, form, fileName, this.language);
    this.file = new DocumentFiles(() => book.bytes());
    this.desk = new RequestDesk(this.excel, this.pane, this.refusals);
    this.ribbon = new Ribbon(this.link);
  }

  /** Workbooks that the add-in opened with `Excel.createWorkbook`. */
  get opened(): readonly Uint8Array[] {
    return this.excel.opened;
  }

  /** The add-in's settings in the workbook: JSON as text. */
  get settings(): StoredSettings {
    return this.excel.book.settings;
  }

  /** The texts of the workbook's custom XML parts. */
  get customXml(): readonly string[] {
    return this.excel.book.customXml.map(({ xml }) => xml);
  }

  /** What is selected: `ChiTieu!D16`. */
  get selected(): string {
    const { sheet, area } = this.excel.selection;
    return `${sheet.name}!${areaAddress(area)}`;
  }

  get editing(): boolean {
    return this.isEditing;
  }

  /** True while somebody types into a cell: requests fail, or wait where they said so. */
  set editing(editing: boolean) {
    this.isEditing = editing;
    this.desk.setEditing(editing);
  }

  /** What a person types into a cell, or pastes as rows of values from there. Rejects for a locked cell. */
  async type(sheet: string, address: string, value: Typed | readonly (readonly (Typed | null)[])[]): Promise<void> {
    const { sheet: at, area } = this.place(`${sheet}!${address}`);
    const pasted = Array.isArray(value)
      ? { ...area, bottom: area.top + value.length - 1, right: area.left + (value[0]?.length ?? 1) - 1 }
      : area;
    this.excel.write(at, pasted, value, 'person');
    this.raiseEvents();
  }

  /** The same by a name of the workbook: `CT_A_05`; `PL1_so_hn` with 3 is the third row of the annex. */
  async fill(name: string, value: Typed, row = 1): Promise<void> {
    const { sheet, area } = this.place(name);
    const top = area.top + row - 1;
    this.excel.write(sheet, { ...area, top, bottom: top }, value, 'person');
    this.raiseEvents();
  }

  /** What stands in a cell, by name or as `ChiTieu!D16`, as `range.values` gives it. */
  value(at: string): unknown {
    const { sheet, area } = this.place(at);
    return wireValue(sheet.cell(area.top, area.left));
  }

  /** Turns to a sheet, as a person does. */
  async turnTo(sheet: string): Promise<void> {
    this.excel.activate(this.place(`${sheet}!A1`).sheet);
    this.raiseEvents();
  }

  /** Presses a button of the ribbon; resolves when the add-in has called `event.completed()`. */
  press(functionName: string, patience?: number): Promise<void> {
    return this.ribbon.press(functionName, patience);
  }

  /** The workbook as it would be on disk. */
  saveAs(): Promise<Uint8Array<ArrayBuffer>> {
    return this.excel.book.bytes();
  }

  /** Saved, closed and opened again: the workbook stays; the page and its handlers are gone. */
  async reload(): Promise<void> {
    const bytes = await this.saveAs();
    await this.link.detach();
    this.pane.shown = false;
    this.isEditing = false;
    this.open(bytes);
  }

  /** @internal For the ways to run a page. */
  attach(page: HostPage): void {
    this.link.attach(page);
  }

  /** @internal What the page's side of the bridge (page/fake-external.js) says; the answer is JSON. */
  async receive(message: string): Promise<string> {
    const said: Said = JSON.parse(message);
    if (said.settings) {
      this.excel.book.settings = said.settings;
      this.excel.touch();
    }
    if (said.listen !== undefined) this.link.listens(said.listen);
    if (said.execute === undefined) return '0';
    const { desk, file, ribbon, refusals } = this;
    const answer = await answerCall({ desk, file, ribbon, refusals }, said.execute, said.params ?? []);
    // After the answer, as in Excel.
    setTimeout(() => this.raiseEvents(), 0);
    return JSON.stringify(answer);
  }

  private raiseEvents(): void {
    for (const { type, target, message } of this.excel.events.take())
      this.link.raise(RICH_API_EVENT, [[EVENT_CATEGORY, type, target, JSON.stringify(message), 0, false]]);
  }

  private place(at: string): Place {
    const { sheet: name, address } = splitPlace(at);
    const sheet = name === undefined ? undefined : this.excel.book.sheet(name);
    const place = sheet ? { sheet, area: parseArea(address) } : placeOf(this.excel.book, at);
    if (!place) throw new Error(`The workbook has no ${at}`);
    return place;
  }
}

/** Shown or not is the window's business; whether it starts with the workbook stands in the workbook. */
function paneOf(excel: () => Excel): Pane {
  return {
    shown: false,
    get startup() {
      return excel().book.startsWithAddIn ? 'load' : 'none';
    },
    set startup(startup) {
      if (startup === this.startup) return;
      excel().book.startsWithAddIn = startup === 'load';
      excel().touch();
    },
  };
}

interface Said {
  readonly execute?: number;
  readonly params?: readonly unknown[];
  readonly listen?: number;
  readonly settings?: StoredSettings;
}
