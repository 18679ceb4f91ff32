// The one file that knows who is signed in beyond this window: the session as it is kept between openings. It lasts as long as
// the centre takes it; the access code itself is never kept.

import type { Session } from './centre';
import type { OwnNotes } from './own-storage';

const NOTE = 'session';

export function keptSession(notes: OwnNotes): Session | undefined {
  try {
    const kept = JSON.parse(notes.read(NOTE) ?? 'null') as Partial<Session> | null;
    return typeof kept?.token === 'string' && (kept.role === 'unit' || kept.role === 'board')
      ? (kept as Session)
      : undefined;
  } catch {
    return undefined;
  }
}

export function keepSession(notes: OwnNotes, session: Session | undefined): void {
  notes.write(NOTE, session && JSON.stringify(session));
}
