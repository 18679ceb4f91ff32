// The heading of a screen that a person has just called up: it takes the focus, so that a screen reader reads on from here.

import { useLayoutEffect, useRef } from 'preact/hooks';

export function ScreenHeading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before it is painted: whoever sees the screen has the focus there already.
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <h2 tabIndex={-1} ref={heading}>
      {text}
    </h2>
  );
}
