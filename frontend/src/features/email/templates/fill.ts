/**
 * Puts an email into an empty document. The page's content security policy lets no inline style through, so what an email says of its
 * looks is set by script, which the policy allows: elements one by one, sheets as sheets of that document.
 */
export function fill(into: Document, html: string, isDark: boolean) {
  const styles: string[] = [];
  const sheets: string[] = [];
  const email = new DOMParser().parseFromString(withoutSheets(withoutStyles(html, styles), sheets), 'text/html');
  for (const link of email.querySelectorAll('a')) link.removeAttribute('href');
  into.documentElement.lang = email.documentElement.lang || 'en';
  into.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  into.title = email.title;
  into.body.replaceChildren(...[...email.body.childNodes].map((node) => into.importNode(node, true)));
  into.body.dataset.look = email.body.dataset.look;
  for (const element of into.querySelectorAll<HTMLElement>('[data-look]')) {
    element.style.cssText = styles[Number(element.dataset.look)] ?? '';
  }
  into.adoptedStyleSheets = [looksOfLinks, ...sheets].flatMap((css) => sheetOf(into, css, isDark) ?? []);
}

/** What a browser gives a link that leads somewhere. */
const looksOfLinks = 'a { color: LinkText; text-decoration: underline }';

/** A tag, with quotation marks in pairs, as the server lets no other pass. */
const tag = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

/** What a tag says, name by name; a value needs no quotation marks. */
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The HTML with a number in the place of each style, which is kept under it. */
function withoutStyles(html: string, kept: string[]): string {
  return html.replace(tag, (whole) =>
    whole.replace(attribute, (said: string, name: string, double?: string, single?: string, bare?: string) => {
      const style = double ?? single ?? bare;
      if (name.toLowerCase() !== 'style' || style === undefined) return said;
      kept.push(decode(style));
      return `data-look="${kept.length - 1}"`;
    }),
  );
}

/** The HTML without its sheets, which are kept: the policy would have the browser complain of each. */
function withoutSheets(html: string, kept: string[]): string {
  return html.replace(/<style\b[^>]*>([\s\S]*?)<\/style[^>]*>/gi, (_, css: string) => {
    kept.push(css);
    return '';
  });
}

/** A value of an attribute as it is meant. */
function decode(value: string): string {
  return new DOMParser().parseFromString(value, 'text/html').body.textContent ?? '';
}

/** A sheet of the document, in which the rules for dark screens hold or not, whatever the screen is. */
function sheetOf(into: Document, css: string, isDark: boolean): CSSStyleSheet | undefined {
  const Sheet = (into.defaultView as (Window & typeof globalThis) | null)?.CSSStyleSheet;
  if (!Sheet) return undefined;
  const sheet = new Sheet();
  sheet.replaceSync(css);
  for (const rule of sheet.cssRules) {
    if ('media' in rule && (rule as CSSMediaRule).media.mediaText.includes('prefers-color-scheme')) {
      const { media } = rule as CSSMediaRule;
      media.mediaText = media.mediaText.includes('dark') === isDark ? 'all' : 'not all';
    }
  }
  return sheet;
}
