// The command line: the same code as the centre's, with no server. `npm run template`, `npm run consolidate`,
// `npm run samples`, `npm run code`.

import { EXAMINER_FLAG, serveExaminations } from '../examine/examiner-child';
import { publishedForms } from '../forms/published-forms';
import { BadArguments } from './arguments';
import { code } from './code';
import { consolidate } from './consolidate';
import { samples } from './samples';
import { template } from './template';

const COMMANDS = { template, consolidate, samples, code } as const;

async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name as keyof typeof COMMANDS] : undefined;
  if (!command) {
    process.stderr.write(
      `Lệnh không có: "${name}". Các lệnh: ${Object.keys(COMMANDS).join(', ')}.\nNo such command.\n`,
    );
    return 2;
  }
  try {
    return await command(args, publishedForms());
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

if (process.env[EXAMINER_FLAG]) serveExaminations(publishedForms());
else
  main().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 2;
    },
  );
