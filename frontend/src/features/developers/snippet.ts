import { routes } from '@/lib/routes';

/** What the form on another site says. */
export interface Snippet {
  /** Where this hub is, without a slash at the end. */
  hub: string;
  /** What people agree to. It is kept as proof. */
  wording: string;
  /** Where they are led afterwards; empty: to a page of this hub. */
  redirect: string;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);

/** The form to embed. It needs no script; who fills in the field that nobody sees is no person. */
export function snippetOf({ hub, wording, redirect }: Snippet): string {
  const agreed = escape(wording.trim().replace(/\s+/g, ' '));
  const back = redirect.trim();
  return [
    `<form action="${escape(hub + routes.thanks)}" method="post">`,
    '  <p><label>Email <input name="email" type="email" autocomplete="email" required maxlength="254"></label></p>',
    '  <p><label>First name <input name="firstName" autocomplete="given-name" required maxlength="200"></label></p>',
    '  <p><label>Last name <input name="lastName" autocomplete="family-name" required maxlength="200"></label></p>',
    '  <p hidden><label>Leave this empty <input name="website" tabindex="-1" autocomplete="off"></label></p>',
    ...(agreed ? [`  <p>${agreed}</p>`, `  <input type="hidden" name="wording" value="${agreed}">`] : []),
    ...(back ? [`  <input type="hidden" name="redirect" value="${escape(back)}">`] : []),
    '  <p><button>Sign up</button></p>',
    '</form>',
  ].join('\n');
}

/** Says whether an address is on one of these sites. */
export function isListed(address: string, origins: readonly string[]): boolean {
  try {
    return origins.includes(new URL(address.trim()).origin);
  } catch {
    return false;
  }
}
