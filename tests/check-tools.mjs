// Run first by `npm test`: says which outside programs are missing and how to get them. Their tests are skipped on a
// developer's machine; in continuous integration (`CI` set) a missing one ends the run here.

import { commandOf, TOOLS } from './setup/outside-tools.mjs';

const missing = Object.keys(TOOLS).filter((name) => commandOf(name) === undefined);

for (const name of missing) {
  const { label, use, get } = TOOLS[name];
  console.log(`${label}: chưa cài (${use.vi}). Cách cài:`);
  console.log(`${label}: not installed (${use.en}). How to get it:`);
  for (const [system, command] of Object.entries(get)) console.log(`  ${system.padEnd(14)} ${command}`);
}

if (missing.length > 0 && process.env.CI) {
  console.log('Trong CI phải có đủ các chương trình trên: dừng tại đây.');
  console.log('In CI the programs above are required: ending here.');
  process.exitCode = 1;
} else if (missing.length > 0) {
  console.log('Các phép thử cần đến chúng được bỏ qua; các phép thử khác vẫn chạy.');
  console.log('The tests that need them are skipped; all others run.');
}
