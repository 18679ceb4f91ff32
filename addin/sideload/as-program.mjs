// How each of these scripts runs as a program: what is thrown is in words for whoever ran it, and no more than that is shown.

import { fileURLToPath } from 'node:url';

/** @param {string} address `import.meta.url` of the script; where another file imports it nothing runs */
export async function asProgram(address, main) {
  if (process.argv[1] !== fileURLToPath(address)) return;
  try {
    await main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
