// Runs tests/oracles/kiem-tra.bas in LibreOffice, in a profile of its own: one start of the program judges any number of
// reports.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runProgram, soffice } from './tools';

/** What is typed into one cell; `null` clears it, `{ error }` makes it `#N/A`. */
export type Typed = number | string | null | { readonly error: string };

export interface Entry {
  readonly sheet: string;
  readonly cell: string;
  readonly value: Typed;
}

/** Reports typed into one workbook; each begins with the workbook as it is on disk. */
export interface Judged {
  readonly file: string;
  /** Every cell that any report changes, as the workbook has it. */
  readonly original: ReadonlyMap<string, Entry>;
  readonly reports: readonly (readonly Entry[])[];
}

export interface ShownLine {
  readonly rule: string;
  readonly name: string;
  readonly severity: string;
  readonly message: string;
  readonly place: string;
  readonly explained: string;
}

export interface Shown {
  readonly lines: readonly ShownLine[];
  /** The counts at the top. */
  readonly errors: number;
  readonly warnings: number;
}

/** What KiemTra shows for each report, in order. */
export async function judgeBySoffice(judged: readonly Judged[]): Promise<Shown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'));
  try {
    const profile = join(folder, 'profile');
    // The first start lays the profile out, over whatever stood there.
    await start(profile, ['--terminate_after_init']);
    const library = join(profile, 'user', 'basic', 'Standard');
    const source = readFileSync(join(__dirname, '..', 'oracles', 'kiem-tra.bas'), 'utf8');
    writeFileSync(join(library, 'Judge.xba'), basicModule(source));
    writeFileSync(join(library, 'script.xlb'), LIBRARY);
    const [commands, answers] = [join(folder, 'commands.txt'), join(folder, 'answers.txt')];
    writeFileSync(commands, judged.flatMap(commandsOf).join('\n'));
    await start(profile, ['macro:///Standard.Judge.Judge'], {
      JUDGE_COMMANDS: pathToFileURL(commands).href,
      JUDGE_ANSWERS: pathToFileURL(answers).href,
    });
    return answersOf(readFileSync(answers, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(profile: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const inProfile = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...args];
  return runProgram(soffice().command!, inProfile, { seconds: 600, env });
}

function commandsOf({ file, original, reports }: Judged): string[] {
  const open = ['open', pathToFileURL(file).href].join('\t');
  const judge = (entries: readonly Entry[]): string[] => [
    ...entries.map(command),
    'read',
    ...entries.map(({ sheet, cell }) => command(original.get(`${sheet}!${cell}`) ?? { sheet, cell, value: null })),
  ];
  return [open, ...reports.flatMap(judge), 'close'];
}

function command({ sheet, cell, value }: Entry): string {
  if (value === null) return ['blank', sheet, cell].join('\t');
  if (typeof value === 'number') return ['number', sheet, cell, String(value)].join('\t');
  if (typeof value === 'object') return ['error', sheet, cell].join('\t');
  return ['text', sheet, cell, value.replaceAll('\n', '\\n')].join('\t');
}

function answersOf(text: string): Shown[] {
  const shown: Shown[] = [];
  let lines: ShownLine[] = [];
  for (const line of text.split('\n')) {
    const [rule = '', name = '', severity = '', message = '', place = '', explained = ''] = line.split('\t');
    if (rule === 'failed') throw new Error(`LibreOffice: ${name}`);
    if (rule === 'end') {
      shown.push({ lines, errors: Number(name), warnings: Number(severity) });
      lines = [];
    } else if (rule !== '') lines.push({ rule, name, severity, message, place, explained });
  }
  return shown;
}

const DOCTYPE = (name: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${name} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${name.split(':')[1]}.dtd">`;

const basicModule = (source: string): string =>
  `${DOCTYPE('script:module')}\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Judge" script:language="StarBasic">${source
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')}</script:module>`;

const LIBRARY = `${DOCTYPE('library:library')}
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Judge"/></library:library>`;
