// Who may import what: the rooms among themselves, libraries each in their one room, and no circles.

import { type Import, type Inspector, roomOf, type SourceFile } from './source-tree';

const SOURCE = ['addin', 'functions', 'templates'];

function everyImport(
  files: readonly SourceFile[],
  wrong: (file: SourceFile, imported: Import) => string | undefined,
): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((imported) => {
      const fault = wrong(file, imported);
      return fault ? [`${file.path} imports ${imported.specifier}: ${fault}`] : [];
    }),
  );
}

/** addin/ and functions/ import templates/ and never each other; nothing imports tests/ or bench/. */
export const rooms: Inspector = (files) =>
  everyImport(files, (file, { target }) => {
    const [from, to] = [roomOf(file.path), target && roomOf(target)];
    if (!to || from === to || !SOURCE.includes(from)) return undefined;
    if (to === 'tests' || to === 'bench') return `nothing imports ${to}/`;
    if (from === 'templates') return 'templates/ imports templates/ only';
    return to === 'templates' ? undefined : `${from}/ imports templates/ only`;
  });

const PURE = ['zod', 'yaml', 'jsep', 'saxes', '@noble/hashes'];

/** templates/ is pure: its few libraries, and nothing of Node. */
export const pureTemplates: Inspector = (files) =>
  everyImport(
    files.filter((file) => roomOf(file.path) === 'templates'),
    (_, { specifier }) =>
      specifier.startsWith('.') || PURE.some((name) => isPackage(specifier, name))
        ? undefined
        : `templates/ is pure and uses ${PURE.join(', ')} only`,
  );

interface OneRoom {
  readonly library: RegExp;
  readonly room: RegExp;
  /** Where its types may be named. */
  readonly types?: RegExp;
}

const ONE_ROOM: readonly OneRoom[] = [
  { library: /^preact(?:\/|$)/, room: /^addin\/(?:parts|pane|nop)\// },
  { library: /^fflate$/, room: /^addin\/file\// },
  { library: /^idb$/, room: /^addin\/own-storage\.ts$/ },
  { library: /^(?:exceljs|yauzl)(?:\/|$)/, room: /^functions\/xlsx\// },
  { library: /^@azure\/(?:storage-[\w-]+|data-tables|identity)(?:\/|$)/, room: /^functions\/store\// },
  {
    library: /^@azure\/functions(?:\/|$)/,
    room: /^functions\/(?:triggers\/|app\.ts$)/,
    types: /^functions\/local-host\//,
  },
];

/** Libraries that speak to the outside live in one room each. */
export const librariesInTheirRoom: Inspector = (files) =>
  everyImport(
    files.filter((file) => SOURCE.includes(roomOf(file.path))),
    (file, { specifier, typeOnly }) => {
      const rule = ONE_ROOM.find(({ library }) => library.test(specifier));
      if (!rule || rule.room.test(file.path) || (typeOnly && rule.types?.test(file.path))) return undefined;
      return `this library stands only in ${rule.room.source.replace(/[\\^]/g, '')}`;
    },
  );

/** No file imports itself through others, types included. Each circle is shown once. */
export const noCircles: Inspector = (files) => {
  const edges = new Map(
    files
      .filter((file) => SOURCE.includes(roomOf(file.path)))
      .map((file) => [file.path, file.imports.flatMap((i) => (i.target ? [i.target] : []))]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) circles.push([...trail.slice(at), path].join(' → '));
    else if (!done.has(path)) {
      for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of edges.keys()) walk(path, []);
  return circles;
};

function isPackage(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`);
}
