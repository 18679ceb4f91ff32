// How files look and what they may call: names, sizes, opening words, the clock, the network, other people's machines.

import { type Inspector, roomOf, type SourceFile, withoutComments } from './source-tree';

const SOURCE = ['addin', 'functions', 'templates'];
const isCode = (file: SourceFile): boolean => /\.(?:tsx?|mjs)$/.test(file.path);
const inSource = (file: SourceFile): boolean => SOURCE.includes(roomOf(file.path)) && isCode(file);

/** Where time and chance enter; below these doors they are arguments. */
const DOORS = ['functions/triggers/', 'functions/local-host/', 'functions/command-line/', 'functions/app.ts', 'addin/'];
const CLOCK = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/;

export const timeAndChanceAreArguments: Inspector = (files) =>
  calling(
    files.filter((file) => inSource(file) && !DOORS.some((door) => file.path.startsWith(door))),
    CLOCK,
    'take the time or the random value as an argument',
  );

/** One file of addin/ speaks `fetch` and one speaks `Excel`; functions/ calls no one but while serving itself. */
export const oneFileSpeaks: Inspector = (files) => [
  ...calling(
    files.filter((file) => inSource(file) && !/^(?:addin|functions\/local-host)\//.test(file.path)),
    /(?<![.\w])fetch\(/,
    'only addin/ speaks fetch',
  ),
  ...calling(
    files.filter((file) => inSource(file) && roomOf(file.path) !== 'addin'),
    /\bExcel\.(?:run|createWorkbook)\(|\bOffice\.(?:onReady|context)\b/,
    'only addin/ speaks Excel',
  ),
  ...moreThanOne(files, /(?<![.\w])fetch\(/, 'fetch'),
  ...moreThanOne(files, /\bExcel\.run\(/, 'Excel'),
];

function moreThanOne(files: readonly SourceFile[], speaks: RegExp, what: string): string[] {
  const speaking = files.filter(
    (file) => inSource(file) && roomOf(file.path) === 'addin' && speaks.test(withoutComments(file.text)),
  );
  return speaking.length > 1
    ? [`${speaking.map((f) => f.path).join(', ')}: one file of addin/ speaks ${what}, the others ask it`]
    : [];
}

function calling(files: readonly SourceFile[], call: RegExp, remedy: string): string[] {
  return files.flatMap((file) =>
    withoutComments(file.text)
      .split('\n')
      .flatMap((line) => (call.test(line) ? [`${file.path}: ${line.trim()}: ${remedy}`] : [])),
  );
}

const NAMELESS = /(?:^|\/)(utils?|helpers?|common|shared|lib|core|misc)\//i;

export const foldersHaveNames: Inspector = (files) =>
  files.flatMap(({ path }) => {
    const folder = NAMELESS.exec(path)?.[1];
    return folder ? [`${path}: "${folder}" says nothing; name the folder after what it is for`] : [];
  });

export const kebabCase: Inspector = (files) =>
  files
    .filter((file) => /\.(?:m?ts|mjs|css|html|ya?ml)$/.test(file.path))
    .filter((file) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/.test(file.path.split('/').at(-1)!))
    .map(({ path }) => `${path}: file names are kebab-case`);

export const opensWithAComment: Inspector = (files) =>
  files
    .filter((file) => /\.tsx?$/.test(file.path) && !/^(?:\/\/ \S|\/\*\* ?\S)/.test(file.text))
    .map(({ path }) => `${path}: open the file with two to four lines that say what it is for`);

const MEDIAN = 80;
const NINTH = 250;
const LONGEST = 300;

/** Half of the source files under 80 lines, nine of ten under 250, none over 300. */
export const filesAreSmall: Inspector = (files) => {
  const sizes = files
    .filter((file) => inSource(file) && /\.tsx?$/.test(file.path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .sort((a, b) => a.lines - b.lines);
  const at = (share: number): number => sizes[Math.ceil(sizes.length * share) - 1]?.lines ?? 0;
  const list = (from: number): string =>
    sizes
      .filter((s) => s.lines >= from)
      .map((s) => `${s.path} ${s.lines}`)
      .join(', ');
  return [
    ...(at(0.5) >= MEDIAN
      ? [`the median file has ${at(0.5)} lines, at most ${MEDIAN - 1} are due: ${list(MEDIAN)}`]
      : []),
    ...(at(0.9) >= NINTH
      ? [`one file in ten has ${at(0.9)} lines or more, at most ${NINTH - 1} are due: ${list(NINTH)}`]
      : []),
    ...sizes
      .filter((s) => s.lines > LONGEST)
      .map((s) => `${s.path}: ${s.lines} lines, at most ${LONGEST} are due; split it`),
  ];
};

/** Built from parts, so that this file does not name one itself. */
const MACHINE = new RegExp(
  `(?<![\\w.}])/(?:${['wo' + 'rk', 'ro' + 'ot', 'ho' + 'me', 'Us' + 'ers'].join('|')})/\\w|\\b[A-Z]:\\\\\\\\?Users\\\\`,
);

export const noMachinePaths: Inspector = (files) =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, i) => (MACHINE.test(line) ? [`${path}:${i + 1}: a path of one machine: ${line.trim()}`] : [])),
  );
