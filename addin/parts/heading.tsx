// The heading of a screen that a person has just called up: it takes the focus, so that a screen reader reads on from here. Never out
// of Excel's cells, where somebody may be typing.

import { useLayoutEffect, useRef } from 'preact/hooks';

export function ScreenHeading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before it is painted: whoever sees the screen has the focus there already.
  useLayoutEffect(() => {
    if (document.hasFocus()) heading.current?.focus();
  }, []);
  return (
    <h2 tabIndex={-1} ref={heading}>
      {text}
    </h2>
  );
}
