// A component that is drawn anew whenever the desk's state is replaced.

import { useEffect, useState } from 'preact/hooks';
import type { Desk } from '../desk/desk';
import type { DeskState } from '../desk/desk-state';

export function useStateOf(desk: Desk): DeskState {
  const [state, setState] = useState(desk.state.value);
  useEffect(() => {
    setState(desk.state.value);
    return desk.state.listen(() => setState(desk.state.value));
  }, [desk]);
  return state;
}
