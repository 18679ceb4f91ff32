// `npm run code`: gives a unit, or the board, a new access code and prints it once; storage keeps its hash. The store is the
// one the settings name (AzureWebJobsStorage, or Storage__… with an identity).

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import { setCode } from '../sessions/accounts';
import { newCode } from '../sessions/new-code';
import { openStore } from '../store/open-store';
import { BadArguments } from './arguments';

const USAGE = 'npm run code -- DV01';

export async function code(args: readonly string[], forms: readonly FormDefinition[]): Promise<number> {
  const [id = '', ...more] = args;
  const board = forms.some((f) => f.board.code === id);
  const unit = forms.some((f) => f.units.some((u) => u.code === id));
  if (more.length > 0 || (!board && !unit))
    throw new BadArguments(`Cho mã một đơn vị hoặc mã của Ban.\nName one unit, or the board.\n\n${USAGE}`);
  let store: ReturnType<typeof openStore>;
  try {
    store = openStore(process.env);
  } catch (error) {
    throw new BadArguments((error as Error).message);
  }
  await store.prepare();
  const fresh = newCode(id);
  await setCode(store, { id, role: board ? 'board' : 'unit' }, fresh, false);
  process.stdout.write(`${fresh}\n`);
  process.stderr.write(
    'Giao mã này cho đơn vị; hệ thống chỉ giữ bản băm, không xem lại được.\nHand it over; only its hash is kept, it cannot be shown again.\n',
  );
  return 0;
}
