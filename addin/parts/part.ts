// What every part of a screen is given: the desk, to ask it to do things, and its state, to show.

import type { Desk } from '../desk/desk';
import type { DeskState } from '../desk/desk-state';

export interface Part {
  readonly desk: Desk;
  readonly state: DeskState;
}
