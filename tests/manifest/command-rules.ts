// What the ribbon of a manifest does: its buttons, their pictures, the one runtime they share. And that it is our add-in.

import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { ADD_IN_ID, ADD_IN_RUNTIME, ADD_IN_VERSION } from '../../functions/xlsx/add-in-parts';
import { all, child, type Element } from './xml-tree';

const ICONS = resolve(__dirname, '../../addin/icons/png');
const NEEDED_SIZES = ['16', '32', '80'];

export function iconsExist(manifest: Element): string[] {
  const sizes = new Map(
    all(manifest, 'bt:Image').flatMap(({ attributes: a }) => (a.resid ? [[a.resid, a.size!]] : [])),
  );
  const pictures = all(manifest, 'bt:Image')
    .filter(({ attributes }) => attributes.id !== undefined)
    .flatMap((image) => addresses(image).map((url) => wrongSize(url, sizes.get(image.attributes.id!) ?? '')));
  const own = [
    ['IconUrl', '32'],
    ['HighResolutionIconUrl', '64'],
  ].flatMap(([name, size]) => addresses(child(manifest, name!)).map((url) => wrongSize(url, size!)));
  const lacking = all(manifest)
    .filter(({ name }) => name === 'Control' || name === 'Group')
    .flatMap((owner) => {
      const has = child(owner, 'Icon')?.children.map(({ attributes }) => attributes.size) ?? [];
      return NEEDED_SIZES.filter((s) => !has.includes(s)).map((s) => `${owner.attributes.id}: no icon of ${s} pixels`);
    });
  return [...pictures, ...own, ...lacking].filter((fault) => fault !== '');
}

function addresses(element: Element | undefined): string[] {
  const { DefaultValue } = element?.attributes ?? {};
  return DefaultValue === undefined
    ? []
    : [DefaultValue, ...element!.children.map(({ attributes }) => attributes.Value ?? '')];
}

function wrongSize(url: string, size: string): string {
  const path = new URL(url).pathname;
  const file = join(ICONS, basename(path));
  if (!path.startsWith('/assets/icons/') || !existsSync(file)) return `${url}: there is no such picture`;
  const header = readFileSync(file);
  // PNG, 11.2.2 IHDR: width and height follow the chunk's name.
  const [width, height] = [header.readUInt32BE(16), header.readUInt32BE(20)];
  return `${width}` === size && `${height}` === size ? '' : `${url}: ${width} × ${height}, and stands for ${size}`;
}

export function oneRuntime(manifest: Element): string[] {
  const runtimes = all(manifest, 'Runtime');
  const resids = new Set(
    all(manifest).flatMap(({ name, attributes: { resid } }) =>
      resid !== undefined && ['Runtime', 'FunctionFile', 'SourceLocation'].includes(name) ? [resid] : [],
    ),
  );
  const page = all(manifest, 'bt:Url').find(({ attributes }) => attributes.id === ADD_IN_RUNTIME);
  const start = all(manifest, 'SourceLocation').find(({ attributes }) => attributes.DefaultValue !== undefined);
  return [
    ...(runtimes.length === 1 && runtimes[0]!.attributes.lifetime === 'long'
      ? []
      : ['not one runtime that lives long']),
    ...[...resids].filter((id) => id !== ADD_IN_RUNTIME).map((id) => `${id} is not the runtime's page`),
    ...(page?.attributes.DefaultValue === start?.attributes.DefaultValue ? [] : ['the pane begins on another page']),
    ...(all(manifest, 'TaskpaneId').length === 0 ? [] : ['TaskpaneId does not go with a shared runtime (blank pane)']),
    ...(all(manifest, 'Enabled').some(({ text }) => text === 'false')
      ? ['a dead button: nothing runs to enable it']
      : []),
  ];
}

export function isOurAddIn(manifest: Element): string[] {
  const [id, version] = [child(manifest, 'Id')?.text ?? '', child(manifest, 'Version')?.text ?? ''];
  const sets = Object.fromEntries(all(manifest, 'Set').map(({ attributes: a }) => [a.Name, a.MinVersion]));
  return [
    ...(id === ADD_IN_ID ? [] : [`Id ${id} is not that of the templates, ${ADD_IN_ID}`]),
    ...(version === ADD_IN_VERSION ? [] : [`Version ${version} is not that of the templates, ${ADD_IN_VERSION}`]),
    ...(/^\d+\.\d+\.\d+\.\d+$/.test(version) ? [] : [`Version ${version} has not four numbers`]),
    ...(sets.ExcelApi === '1.9' && sets.SharedRuntime === '1.1'
      ? []
      : ['Requirements: ExcelApi 1.9, SharedRuntime 1.1']),
    ...(child(manifest, 'Permissions')?.text === 'ReadWriteDocument' ? [] : ['Permissions: ReadWriteDocument']),
  ];
}

export function calledFunctions(manifest: Element): string[] {
  return all(manifest, 'FunctionName').map(({ text }) => text);
}
