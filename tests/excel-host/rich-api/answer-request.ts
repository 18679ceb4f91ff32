// One RichApi request as it comes over the wire: while a cell is being edited it fails or waits, as Excel does; requests are
// carried out one after the other. What this host lacks is remembered.

import { NULL_OBJECT } from './api-object';
import type { Excel } from './excel';
import { officeServices, type Pane } from './office-services';
import { processQuery, type Query, type Reply, type Roots } from './process-query';
import { workbookObject } from './workbook-object';

/** Where the message array of the library has the body and the request's flags. */
const BODY = 4;
const FLAGS = 6;
/** The flag that `Excel.run({ delayForCellEdit: true }, …)` sets. */
const DELAY_FOR_CELL_EDIT = 64;
const WORKBOOK_PATH = 1;

export class RequestDesk {
  private last: Promise<unknown> = Promise.resolve();
  private readonly roots: Roots;
  private editing = false;
  private waiting: (() => void)[] = [];

  constructor(
    excel: Excel,
    pane: Pane,
    private readonly refusals: string[],
  ) {
    this.roots = { workbook: workbookObject(excel), services: officeServices(pane), references: excel.references };
  }

  setEditing(editing: boolean): void {
    this.editing = editing;
    if (editing) return;
    for (const go of this.waiting.splice(0)) go();
  }

  async answer(message: readonly unknown[]): Promise<Reply> {
    const query = JSON.parse(String(message[BODY])) as Query;
    const touchesCells = Object.values(query.ObjectPaths).some((p) => p.ObjectPathType === WORKBOOK_PATH);
    if (this.editing && touchesCells) {
      if ((Number(message[FLAGS]) & DELAY_FOR_CELL_EDIT) === 0) return CELL_EDIT_MODE;
      await new Promise<void>((go) => this.waiting.push(go));
    }
    const mine = this.last.then(() => processQuery(query, this.roots));
    this.last = mine.catch(() => NULL_OBJECT);
    const reply = await mine;
    if (reply.Error?.Code === 'NotImplemented') this.refusals.push(reply.Error.Message);
    return reply;
  }
}

const CELL_EDIT_MODE: Reply = {
  Results: [],
  Error: {
    Code: 'InvalidOperationInCellEditMode',
    Message: 'Excel is in cell-editing mode. Please exit the edit mode and then try again.',
    ActionIndex: 0,
  },
};
