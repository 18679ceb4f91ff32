// The outside programs that give a second opinion in the tests: how each is found, and how a person gets it. Plain
// JavaScript, because tests/check-tools.mjs runs before anything is built; tests/setup/tools.ts uses the same list.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';

export const TOOLS = {
  chromium: {
    label: 'Chromium',
    use: {
      vi: 'mở trang nộp và khung Excel như người dùng',
      en: 'opens the pages and the pane as a user would',
    },
    commands: [
      ...(process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : []),
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    // Asked for its version a browser may open a window: that it is there is enough.
    args: null,
    get: {
      'Debian/Ubuntu': 'sudo apt-get install chromium',
      macOS: 'brew install --cask chromium',
      Windows: 'winget install Google.Chrome',
    },
  },
  soffice: {
    label: 'LibreOffice',
    use: {
      vi: 'mở tệp và tính lại công thức như người dùng',
      en: 'opens our files and recalculates their formulas as a user would',
    },
    commands: [
      'soffice',
      'libreoffice',
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      'C:\\Program Files\\LibreOffice\\program\\soffice.com',
    ],
    args: ['--version'],
    get: {
      'Debian/Ubuntu': 'sudo apt-get install libreoffice-calc',
      macOS: 'brew install --cask libreoffice',
      Windows: 'winget install TheDocumentFoundation.LibreOffice',
    },
  },
  python: {
    label: 'Python with openpyxl',
    use: {
      vi: 'đọc và ghi tệp Excel bằng một thư viện khác',
      en: 'reads and writes workbooks with another library',
    },
    commands: ['python3', '/usr/bin/python3', 'python', 'py'],
    args: ['-c', 'import openpyxl'],
    get: {
      'Debian/Ubuntu': 'sudo apt-get install python3-openpyxl',
      macOS: '/usr/bin/python3 -m pip install --user openpyxl',
      Windows: 'winget install Python.Python.3.12, then: py -m pip install openpyxl',
    },
  },
};

const found = new Map();

/** The command that starts a tool; undefined where it is not installed. Looked up once. */
export function commandOf(name) {
  if (!found.has(name)) {
    const { commands, args } = TOOLS[name];
    const works = (command) => spawnSync(command, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;
    found.set(name, args === null ? commands.map(whereIs).find(Boolean) : commands.find(works));
  }
  return found.get(name);
}

/** The whole path of a command; undefined where there is none. */
function whereIs(command) {
  if (isAbsolute(command)) return existsSync(command) ? command : undefined;
  const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.split(/\r?\n/)[0] : undefined;
}
