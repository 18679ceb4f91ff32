// A desk without a screen for a test: a report whose cells are given, an Excel that writes them and can stop answering, a centre that
// answers as told. Everything is the add-in's own but those two.

import 'fake-indexeddb/auto';
import type { Answer, Centre } from '../../addin/centre';
import { Desk } from '../../addin/desk/desk';
import { type OwnStorage, ownStorage } from '../../addin/own-storage';
import type { CheckedReport } from '../../addin/report/check-report';
import type { CellChange, Kept, OpenReport } from '../../addin/report/open-report';
import { listenToOutbox } from '../../addin/submit/submit-report';
import { vi } from '../../addin/words/vi';
import type { WorkbookCells } from '../../templates/cell/cell';
import type { Receipt } from '../../templates/receipt/receipt';
import { type Changes, changed, changedReport } from '../setup/changed-cells';
import { realForm } from '../setup/real-form';

const unit = realForm().units[0]!;
export const PLACE = { form: 'khoa-giao', period: '2024-H1', unit: 'DV01' };

export interface World {
  readonly desk: Desk;
  readonly notes: Map<string, string>;
  readonly storage: OwnStorage;
  /** Keys and bases of what the centre was sent. */
  readonly sent: { readonly key: string; readonly base: number | undefined }[];
  readonly written: CellChange[];
  /** Receipts that were written into the file. */
  readonly keptInFile: Kept[];
  /** How often the centre was asked for the list of periods. */
  asked: number;
  book: WorkbookCells;
  broken: boolean;
  /** `undefined`: the network is away; `silent`: it swallows everything. */
  status: number | 'silent' | undefined;
  /** The centre's list, newest first. */
  submissions: Receipt[];
  /** Of the unit's file alone. */
  unitFileStatus: number;
  unitFileLate: Promise<void> | undefined;
  /** Excel does not answer until this has come; nothing to wait for: undefined. */
  excel: Promise<void> | undefined;
  /** `Excel.createWorkbook`. */
  hand: () => Promise<void>;
}

let number = 0;

export const receiptOf = (revision: number, more: Partial<Receipt> = {}): Receipt => ({
  ...PLACE,
  id: `khoa-giao.2024-H1.DV01.${revision}`,
  number: `KG-${revision}`,
  revision,
  receivedAt: '2024-06-14T02:00:00Z',
  onTime: true,
  state: 'submitted',
  came: 'workbook',
  sha256: 'ab'.repeat(32),
  violations: [],
  notices: [],
  ...more,
});

/** @param partition of another world at the same computer */
export async function world(changes: Changes = {}, partition = `.desk${++number}`): Promise<World> {
  const notes = new Map([['session', JSON.stringify({ token: 't', role: 'unit', unit: 'DV01' })]]);
  const made = {
    notes,
    storage: ownStorage(partition),
    sent: [],
    written: [],
    keptInFile: [],
    asked: 0,
    book: await changedReport('2024-H1', 'DV01', changes),
    broken: false,
    status: 200,
    submissions: [],
    unitFileStatus: 200,
    unitFileLate: undefined,
    excel: undefined,
    hand: async () => undefined,
  } as unknown as { -readonly [K in keyof World]: World[K] };
  const answer = async <T>(body: () => T): Promise<Answer<T>> => {
    if (made.status === undefined) throw new TypeError('away');
    if (made.status === 'silent') return new Promise(() => undefined);
    if (made.status === 200) return { ok: true, status: 200, body: body() };
    return { ok: false, problem: { status: made.status, code: '', title: '', detail: '' } };
  };
  const { form, period } = PLACE;
  const unitFile = () => ({
    form,
    period,
    unit,
    due: '2024-06-18',
    dueOfPeriod: '2024-06-18',
    locked: null,
    history: { values: {}, rows: {} },
    counted: made.submissions.find(({ state }) => state !== 'refused')?.revision ?? 0,
    submissions: made.submissions,
  });
  const centre: Partial<Centre> = {
    signIn: () => answer(() => ({ token: 't2', role: 'unit' as const, unit: 'DV01' })),
    definition: () => answer(realForm),
    unitFile: async () => {
      const file = unitFile();
      await made.unitFileLate;
      if (made.unitFileStatus === 200) return answer(() => file);
      return { ok: false, problem: { status: made.unitFileStatus, code: '', title: '', detail: '' } };
    },
    forms: () => {
      made.asked++;
      return answer(() => ({ forms: [] }));
    },
    template: () => answer(() => new Uint8Array([80, 75])),
    submit: (_token, _place, _report, key, options) =>
      answer(() => {
        made.sent.push({ key, base: options?.base });
        const receipt = receiptOf(made.submissions.length + 1);
        made.submissions = [receipt, ...made.submissions];
        return receipt;
      }),
    values: () => Promise.resolve({ ok: false, problem: { status: 404, code: '', title: '', detail: '' } }),
  };
  const madeDesk = new Desk({
    connect: () => centre as Centre,
    storage: made.storage,
    notes: {
      read: (name) => notes.get(name),
      write: (name, text) => void (text === undefined ? notes.delete(name) : notes.set(name, text)),
    },
    words: vi,
    now: () => new Date(Date.parse('2024-06-14T02:00:00Z') + 1000 * ++number),
    uuid: () => `key-${++number}`,
    wait: async () => undefined,
    hand: () => made.hand(),
    describe: () => ({ title: '', detail: '' }),
  });
  listenToOutbox(madeDesk);
  made.desk = madeDesk;
  return made;
}

/** Open in an Excel that can stop answering, or take its time. */
export function open(made: World): OpenReport {
  const work = async <T>(result: () => T): Promise<T> => {
    await made.excel;
    if (made.broken) throw new Error('Excel does not answer');
    return result();
  };
  return {
    read: () => work(() => made.book),
    bytes: () => work(() => new Uint8Array([80, 75])),
    excel: {
      readAgain: () => work(() => made.book),
      watch: async () => () => undefined,
      goTo: () => work(() => undefined),
      write: (changes) =>
        work(() => {
          made.written.push(...changes);
          made.book = changed(made.book, changes);
        }),
      kept: async () => made.keptInFile.at(-1),
      keep: (kept) => work(() => void made.keptInFile.push(kept)),
    },
  };
}

/** The report in hand; there has to be one. */
export function checkedIn({ desk }: World): CheckedReport {
  const { report } = desk.state.value;
  if (report.kind !== 'checked') throw new Error(`No report was checked: ${report.kind}`);
  return report;
}
