// The project's source as the house's inspectors see it: files with their text and what they import. Read from disk, or
// invented in a test, so that each inspector can be shown a fault.

import { readdirSync, readFileSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';

export interface SourceFile {
  /** From the project's root, with `/`: `templates/rules/value.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** The file it means, where that is one of the tree. */
  readonly target: string | undefined;
}

/** What an inspector finds: the file, then what is wrong with it. */
export type Inspector = (files: readonly SourceFile[]) => string[];

const ROOT = resolve(__dirname, '../..');
const SKIPPED = new Set(['node_modules', 'dist', 'out', 'coverage', '.git', '.azurite', '.data', 'package-lock.json']);
const TEXT =
  /\.(?:tsx?|mts|mjs|cjs|js|json|ya?ml|md|html|css|xml|txt|sh)$|(?:^|\/)(?:run|LICENSE|\.gitignore|\.funcignore)$/;

/** Every text file under `folders` of the project (all of it: `['.']`). */
export function readTree(folders: readonly string[]): SourceFile[] {
  const texts = folders.flatMap((folder) => pathsUnder(resolve(ROOT, folder))).filter((path) => TEXT.test(path));
  return invented(Object.fromEntries(texts.map((path) => [path, readFileSync(resolve(ROOT, path), 'utf8')])));
}

/** A tree of given texts. */
export function invented(texts: Readonly<Record<string, string>>): SourceFile[] {
  const paths = new Set(Object.keys(texts));
  return Object.entries(texts).map(([path, text]) => ({ path, text, imports: importsOf(path, text, paths) }));
}

function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: false }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const full = resolve(folder, entry.name);
    return entry.isDirectory() ? pathsUnder(full) : [relative(ROOT, full).split(sep).join('/')];
  });
}

const FROM = /\b(import|export)\s+(type\s+)?(?:[\w*{}\s,$]*?\sfrom\s+)?['"]([^'"\n]+)['"]/g;
const CALL = /\b(?:import|require)\(\s*['"]([^'"\n]+)['"]\s*\)/g;

function importsOf(path: string, text: string, paths: ReadonlySet<string>): Import[] {
  if (!/\.(?:m?tsx?|[cm]?js)$/.test(path)) return [];
  const code = withoutComments(text);
  const found = [
    ...[...code.matchAll(FROM)].map((m) => ({ specifier: m[3]!, typeOnly: m[2] !== undefined })),
    ...[...code.matchAll(CALL)].map((m) => ({ specifier: m[1]!, typeOnly: false })),
  ];
  return found.map((each) => ({ ...each, target: targetOf(path, each.specifier, paths) }));
}

function targetOf(path: string, specifier: string, paths: ReadonlySet<string>): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const base = posix.join(posix.dirname(path), specifier);
  const names = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`];
  return names.find((name) => paths.has(name)) ?? base;
}

/** Code as it runs: what a comment says is no breach. Texts that hold `//` keep it. */
export function withoutComments(text: string): string {
  return text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g,
    (_, literal) => literal ?? '',
  );
}

/** `functions/xlsx/sniff.ts` → `functions`. */
export const roomOf = (path: string): string => path.split('/')[0]!;
