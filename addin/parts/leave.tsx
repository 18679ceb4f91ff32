// The button that takes a screen away and shows the report again, whatever it is called there.

import type { Desk } from '../desk/desk';

export function Leave({ desk, name }: { readonly desk: Desk; readonly name: string }) {
  return (
    <button type="button" onClick={() => desk.show(undefined)}>
      {name}
    </button>
  );
}
