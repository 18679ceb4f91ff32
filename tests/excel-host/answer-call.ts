// One call of the page's library into the host, by its dispatch id (OSF.DDA.MethodDispId). A call that is not known fails and
// is remembered.

import type { CommonAnswer, DocumentFiles } from './document-files';
import type { Ribbon } from './ribbon';
import type { RequestDesk } from './rich-api/answer-request';

const METHOD = { getFile: 77, getSlice: 80, closeFile: 81, richApi: 93, commandCompleted: 94 } as const;
/** ooeOperationNotSupported */
const NOT_SUPPORTED = 5_000;

export interface Desks {
  readonly desk: RequestDesk;
  readonly file: DocumentFiles;
  readonly ribbon: Ribbon;
  readonly refusals: string[];
}

/** An error's number, or zero and what was asked for. */
export async function answerCall(
  { desk, file, ribbon, refusals }: Desks,
  id: number,
  params: readonly unknown[],
): Promise<CommonAnswer> {
  const [first, second, third] = params;
  switch (id) {
    case METHOD.richApi:
      return [0, [200, [], JSON.stringify(await desk.answer(first as unknown[]))]];
    case METHOD.getFile:
      return done(await file.get(first));
    case METHOD.getSlice:
      return done(file.slice(first, second, third));
    case METHOD.closeFile:
      return done(file.close(first));
    case METHOD.commandCompleted:
      ribbon.completed(first, second);
      return [0];
    default:
      refusals.push(`The fake Excel has no method ${id} of the common API; see tests/excel-host/README.md`);
      return NOT_SUPPORTED;
  }
}

function done(answer: CommonAnswer): CommonAnswer {
  return typeof answer === 'number' ? answer : [0, ...answer];
}
