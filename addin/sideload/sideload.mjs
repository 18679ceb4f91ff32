// Puts the add-in into the Excel of this computer: npm run sideload, and npm run sideload -- --remove to take it out again.
// Windows keeps add-ins under trial in its registry (Microsoft's office-addin-dev-settings writes them), a Mac in a folder of
// Excel's; Excel on the web is given the file by hand. The manifest is read by Microsoft's own reader before anything is done.
// https://learn.microsoft.com/office/dev/add-ins/testing/sideload-an-office-add-in-on-mac

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { asProgram } from './as-program.mjs';

const ON_MAC = 'Library/Containers/com.microsoft.Excel/Data/Documents/wef';
/** Fetched when it is needed: it is of use on Windows only. */
const DEV_SETTINGS = 'office-addin-dev-settings@4.0.0';

const byHand = (manifest) => `Excel trên web: Add-ins → More add-ins → My add-ins → Upload My Add-in, chọn ${manifest}
Excel on the web: Add-ins → More add-ins → My add-ins → Upload My Add-in, choose ${manifest}`;
const added = (name) => `Đã đưa "${name}" vào Excel. Đóng hẳn Excel rồi mở lại; thẻ Khoa giáo có năm nút.
"${name}" is in Excel. Quit Excel and open it again; the tab Khoa giáo has five buttons.`;
const removed = (name) => `Đã gỡ "${name}". Đóng hẳn Excel rồi mở lại.
"${name}" was taken out. Quit Excel and open it again.`;
const NO_EXCEL = `Không thấy Excel cho Mac trên máy này (mở Excel một lần rồi chạy lại).
There is no Excel for Mac on this computer (open Excel once, then run this again).`;

/**
 * @param {string} manifest a file's path
 * @param {{ remove: boolean, platform: NodeJS.Platform, home: string, run: (command: string, args: string[]) => number | null }} where
 * @returns {Promise<string>} what there is to say
 * @throws {Error} in words for whoever ran it
 */
export async function sideload(manifest, { remove, platform, home, run }) {
  const { id, displayName } = await OfficeAddinManifest.readManifestFile(manifest);
  const said = remove ? removed(displayName) : added(displayName);
  if (platform === 'win32') {
    const args = ['--yes', DEV_SETTINGS, remove ? 'unregister' : 'sideload', manifest, ...(remove ? [] : ['desktop'])];
    const code = run('npx', args);
    if (code !== 0) throw new Error(`npx ${args.join(' ')}: ${code}`);
    return said;
  }
  if (platform !== 'darwin') return byHand(manifest);
  if (!existsSync(join(home, ON_MAC, '..'))) throw new Error(NO_EXCEL);
  const copy = join(home, ON_MAC, `${id}.manifest.xml`);
  if (remove) rmSync(copy, { force: true });
  else {
    mkdirSync(join(home, ON_MAC), { recursive: true });
    copyFileSync(manifest, copy);
  }
  return said;
}

async function main() {
  const { values } = parseArgs({
    options: { manifest: { type: 'string' }, remove: { type: 'boolean', default: false } },
  });
  const manifest = resolve(values.manifest ?? fileURLToPath(new URL('../../manifest.xml', import.meta.url)));
  if (!existsSync(manifest)) throw new Error(`${manifest}: không có tệp này. There is no such file.`);
  const run = (command, args) => spawnSync(command, args, { stdio: 'inherit', shell: true }).status;
  const { platform } = process;
  console.log(await sideload(manifest, { remove: values.remove, platform, home: homedir(), run }));
}

await asProgram(import.meta.url, main);
