// What is looked for on a screen besides what axe knows: text that is cut off, pages wider than the window, states that only a
// colour says. Each function runs in the page and names what it found.

// biome-ignore-all lint/performance/useDomNodeTextContent: what is seen counts, not what stands in the tree

/** Runs in the page: elements with text of their own that is wider than they are, and a page that is wider than the window. */
export function cutOff(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`the page: ${scrollWidth} > ${clientWidth}`] : [];
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (element.closest('.unseen, .skip, [aria-hidden="true"]') || element.clientWidth === 0) continue;
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    if (!own) continue;
    const { right, left } = element.getBoundingClientRect();
    const wide = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline';
    const high = getComputedStyle(element).overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
    const beside = right > window.innerWidth + 1 || left < -1;
    if (wide || beside || high)
      found.push(`${element.outerHTML.slice(0, 120)} ${element.scrollWidth}/${element.clientWidth}`);
  }
  return found;
}

/** Runs in the page. Grounds and most colours are gone: what is left are borders, and the words of headings and marks. */
export function saidByColourAlone(): string[] {
  const found: string[] = [];
  const bordered = (element: Element, side: 'Left' | 'Top' = 'Top'): boolean => {
    const style = getComputedStyle(element);
    return style[`border${side}Style`] !== 'none' && Number.parseFloat(style[`border${side}Width`]) >= 1;
  };
  const controls =
    'button:not(.plain):not(.jump), a.button, label.button, textarea, input:not([type=checkbox], .unseen)';
  for (const control of document.querySelectorAll(controls))
    if (!bordered(control)) found.push(`no border: ${control.outerHTML.slice(0, 80)}`);
  for (const state of document.querySelectorAll('.verdict, .card, .violations li, .badge, .banner'))
    if (!bordered(state, 'Left')) found.push(`no border: ${state.className}`);
  for (const verdict of document.querySelectorAll('.verdict'))
    if (!/^[✓!]/.test((verdict as HTMLElement).innerText.trim())) found.push('a verdict without its mark');
  for (const group of document.querySelectorAll('details.group')) {
    const words = { error: /Lỗi|chưa nhập/, warning: /Cảnh báo/, explained: /đã giải trình/, info: /Thông tin/ };
    const title = (group.querySelector('h2') as HTMLElement).innerText;
    for (const [kind, said] of Object.entries(words))
      if (group.classList.contains(kind) && !said.test(title)) found.push(`${kind} is not said: ${title}`);
  }
  for (const link of document.querySelectorAll('.plain, button.jump .place span:first-child'))
    if (!link.closest('.history') && !getComputedStyle(link).textDecorationLine.includes('underline'))
      found.push(`a link by its colour: ${link.outerHTML.slice(0, 80)}`);
  return found;
}
