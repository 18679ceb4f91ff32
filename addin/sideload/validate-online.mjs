// Microsoft's own check of the manifest (office-addin-manifest validate), which sends the file to a service of Microsoft's and
// so needs the internet. What can be checked without it, tests/manifest checks.

import { fileURLToPath } from 'node:url';
import { OfficeAddinManifest, validateManifest } from 'office-addin-manifest';

const AWAY = `Phép kiểm tra này gửi manifest đến dịch vụ của Microsoft (validationgateway.omex.office.net) nên cần Internet; hiện không
kết nối được. Phần kiểm tra được ngoại tuyến: npx jest tests/manifest
This check sends the manifest to a service of Microsoft's and needs the internet, which cannot be reached now. What can be
checked offline: npx jest tests/manifest`;

const file = process.argv[2] ?? fileURLToPath(new URL('../../manifest.xml', import.meta.url));
// A file that cannot be read at all is told apart from a service that cannot be reached.
await OfficeAddinManifest.readManifestFile(file);
try {
  const { isValid, report, status, statusText } = await validateManifest(file);
  for (const kind of ['errors', 'warnings', 'infos'])
    for (const issue of report?.[kind] ?? []) console.log(`${kind}: ${issue.title}: ${issue.content ?? ''}`);
  console.log(isValid ? 'Hợp lệ. Valid.' : `Không hợp lệ. Not valid. ${report ? '' : `${status} ${statusText}`}`);
  process.exitCode = isValid ? 0 : 1;
} catch (error) {
  if (!/contact the manifest validation service/.test(String(error))) throw error;
  console.error(AWAY);
  process.exitCode = 2;
}
