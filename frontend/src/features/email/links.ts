/** A stretch of a text: plain, or an address to follow. */
export interface Stretch {
  text: string;
  isLink: boolean;
}

const address = /https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]]/g;

/** Cuts a text at the addresses in it; punctuation after an address is not part of it. */
export function stretches(text: string): Stretch[] {
  const cut: Stretch[] = [];
  let from = 0;
  for (const { 0: link, index } of text.matchAll(address)) {
    if (index > from) cut.push({ text: text.slice(from, index), isLink: false });
    cut.push({ text: link, isLink: true });
    from = index + link.length;
  }
  if (from < text.length) cut.push({ text: text.slice(from), isLink: false });
  return cut;
}

/** The one-time link of an invitation or a reset, as it stands in the text; undefined where it is masked. */
export function oneTimeLink(text: string): string | undefined {
  return stretches(text).find(({ text, isLink }) => isLink && /#token=[\w-]+$/.test(text))?.text;
}
