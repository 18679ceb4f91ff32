// An invented newer version of the real form: its files with changes, each of which must find its place.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type FormDefinition, readForm } from '../../templates/form-definition/form-definition';

const FOLDER = resolve(__dirname, '../../templates/forms/khoa-giao/2024.1');
type Edit = (text: string) => string;
/** What is looked for, and what stands there instead. */
export type Change = readonly [string | RegExp, string];

/** The rules follow the form's names: where those change, go without. */
export const NO_RULES = { 'rules.yaml': [[/[\s\S]+/, 'rules: []\n']] } as const;
/** ...and nothing is required by a rule that is gone. */
export const NO_RULES_HELD: Change = [/ +requiredBy: R701\n/g, ''];

/** 2024.2: the files of 2024.1 with these changes, by file. */
export function newerForm(changes: Readonly<Record<string, readonly Change[]>>): FormDefinition {
  const version: Change = ['version: "2024.1"', 'version: "2024.2"'];
  const all = { ...changes, 'form.yaml': [version, ...(changes['form.yaml'] ?? [])] };
  const files = Object.fromEntries(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => {
        const edits = (all[name as keyof typeof all] ?? []).map(
          ([from, to]): Edit =>
            (text) => {
              const edited = text.replace(from, to);
              if (edited === text) throw new Error(`${name} has no ${from}`);
              return edited;
            },
        );
        return [name, edits.reduce((text, edit) => edit(text), readFileSync(join(FOLDER, name), 'utf8'))];
      }),
  );
  return readForm(files);
}

/** One indicator of form.yaml, from its code to the next. */
export const item = (code: string): RegExp =>
  new RegExp(`      - code: ${code.replace('.', '\\.')}\\n[\\s\\S]*?(?=\\n      - code: |\\n  - code: )`);
