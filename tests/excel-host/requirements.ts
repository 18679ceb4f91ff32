// What the fake Excel can do: exactly what manifest.xml asks for, with what every Excel of that age has. Microsoft's library
// then refuses whatever is newer, so that a test proves the declared minimum to be enough.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Requirement set → version. */
export type Matrix = Readonly<Record<string, string>>;

const MANIFEST = resolve(__dirname, '../../manifest.xml');

/** Sets without a number of their own in the requirement documents, or older than any Excel with a shared runtime. */
const EVERY_EXCEL: Matrix = {
  AddinCommands: '1.1',
  BindingEvents: '1.1',
  CompressedFile: '1.1',
  CustomXmlParts: '1.1',
  DelayForCellEdit: '1.1',
  DialogApi: '1.1',
  DocumentEvents: '1.1',
  File: '1.1',
  Settings: '1.1',
};

export function manifestText(): string {
  return readFileSync(MANIFEST, 'utf8');
}

export function declaredMatrix(manifest = manifestText()): Matrix {
  const requirements = /<Requirements>([\s\S]*?)<\/Requirements>/.exec(manifest)?.[1] ?? '';
  const sets = requirements.matchAll(/<Set Name="([^"]+)" MinVersion="([^"]+)"\/>/g);
  return { ...EVERY_EXCEL, ...Object.fromEntries(Array.from(sets, ([, name, version]) => [name!, version!])) };
}

/** The ribbon's buttons: what each calls → its id. */
export function ribbonButtons(manifest = manifestText()): Map<string, string> {
  const controls = manifest.matchAll(/<Control\b[^>]*\bid="([^"]+)"[\s\S]*?<\/Control>/g);
  return new Map(
    Array.from(controls, ([control, id]) => [/<FunctionName>([^<]+)</.exec(control)?.[1] ?? '', id!] as const),
  );
}
