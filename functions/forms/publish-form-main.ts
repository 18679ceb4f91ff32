// `npm run publish-form -- --form khoa-giao --version 2024.1`: records a version once its content is settled. Run from the
// project's root; leaves with 1 where the version is refused, with 2 where the arguments are wrong.

import { parseArgs } from 'node:util';
import { publishForm } from './publish-form';

const USAGE = 'npm run publish-form -- --form khoa-giao --version 2024.1';

function main(): number {
  const text = { type: 'string', default: '' } as const;
  let named: { form: string; version: string };
  try {
    named = parseArgs({ options: { form: text, version: text } }).values;
  } catch (error) {
    process.stderr.write(`Tham số không đúng.\n${(error as Error).message}\n\n${USAGE}\n`);
    return 2;
  }
  if (named.form === '' || named.version === '') {
    process.stderr.write(`Thiếu --form hoặc --version.\n--form or --version is missing.\n\n${USAGE}\n`);
    return 2;
  }
  const { ok, say } = publishForm('templates/forms', named.form, named.version);
  process[ok ? 'stdout' : 'stderr'].write(`${say.vi}\n${say.en}\n`);
  return ok ? 0 : 1;
}

process.exitCode = main();
