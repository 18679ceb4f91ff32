// Who listens to what in the workbook, and the messages they get (dispatch 33). As in Excel, a handler hears of changes after
// the request that made them has been answered, and of its own changes too.

import type { Area } from '../workbook/area';
import { areaAddress } from '../workbook/area';
import type { HostSheet } from '../workbook/host-sheet';
import type { StoredCell } from '../workbook/stored-cell';
import { valueType, wireValue } from './range-object';
import { WHOLE_WORKBOOK } from './worksheet-object';

/** The library's numbers of `WorksheetChanged` and `WorksheetActivated`. */
const TYPES = { changed: 10, activated: 11 } as const;
type EventName = keyof typeof TYPES;

export interface HostEvent {
  readonly type: number;
  readonly target: string;
  readonly message: Readonly<Record<string, unknown>>;
}

export class Events {
  enabled = true;
  private readonly targets = { changed: new Set<string>(), activated: new Set<string>() };
  private waiting: HostEvent[] = [];

  register(name: EventName, target: string): undefined {
    this.targets[name].add(target);
  }

  unregister(name: EventName, target: string): undefined {
    this.targets[name].delete(target);
  }

  changed(sheet: HostSheet, area: Area, before: StoredCell, after: StoredCell, byAddIn: boolean): void {
    const single = area.top === area.bottom && area.left === area.right;
    this.queue('changed', sheet, {
      address: areaAddress(area),
      changeType: 'RangeEdited',
      source: 'Local',
      triggerSource: byAddIn ? 'ThisLocalAddin' : 'Unknown',
      shiftDirection: 'None',
      ...(single
        ? {
            valueBefore: wireValue(before),
            valueAfter: wireValue(after),
            valueTypeBefore: valueType(before),
            valueTypeAfter: valueType(after),
          }
        : {}),
    });
  }

  activated(sheet: HostSheet): void {
    this.queue('activated', sheet, {});
  }

  /** What has happened since; asked for once each. */
  take(): HostEvent[] {
    const taken = this.waiting;
    this.waiting = [];
    return taken;
  }

  private queue(name: EventName, sheet: HostSheet, message: Record<string, unknown>): void {
    if (!this.enabled) return;
    const { id } = sheet.facts;
    for (const target of [id, WHOLE_WORKBOOK])
      if (this.targets[name].has(target))
        this.waiting.push({ type: TYPES[name], target, message: { ...message, worksheetId: id } });
  }
}
