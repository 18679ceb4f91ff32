// A desk in a browser: the centre of the page's own origin, this computer's storage and clock, and the network's coming and
// going. The pane and the upload page differ in how they hand out a workbook, and in whether a file may be unreadable.

import { connect } from '../centre';
import { ownNotes, ownStorage } from '../own-storage';
import { listenToOutbox } from '../submit/submit-report';
import { vi } from '../words/vi';
import { Desk } from './desk';
import type { DeskParts } from './desk-parts';

/** @param partition what storage is to be kept apart by; empty outside Excel */
export function openDesk(partition: string, ways: Pick<DeskParts, 'hand' | 'describe'>): Desk {
  const desk = new Desk({
    connect: (language) => connect('/api', language),
    storage: ownStorage(partition),
    notes: ownNotes(partition),
    words: vi,
    now: () => new Date(),
    uuid: () => crypto.randomUUID(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    ...ways,
  });
  listenToOutbox(desk);
  desk.state.set({ online: navigator.onLine });
  addEventListener('online', () => {
    desk.state.set({ online: true });
    void desk.outbox.sendAll();
    void desk.checks.ask();
  });
  addEventListener('beforeunload', (event) => {
    if (!desk.outbox.isUnkept) return;
    event.preventDefault();
    // What older browsers listen to.
    event.returnValue = true;
  });
  addEventListener('offline', () => desk.state.set({ online: false }));
  return desk;
}
