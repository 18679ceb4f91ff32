// The heading of a screen that a person has just called up: it takes the focus, so that a screen reader reads on from here.

import { useEffect, useRef } from 'preact/hooks';

export function ScreenHeading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 tabIndex={-1} ref={heading}>
      {text}
    </h2>
  );
}
