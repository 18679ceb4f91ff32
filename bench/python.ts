// Python with openpyxl and pandas, where it is installed: undefined elsewhere, and the bench says so.

import { spawnSync } from 'node:child_process';

export function pythonWith(module: string): string | undefined {
  const has = (command: string): boolean =>
    spawnSync(command, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0;
  return ['python3', '/usr/bin/python3', 'python'].find(has);
}
