import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { longestPassword, shortestPassword } from '@/lib/password';

/** Refuses nothing, with this sentence. */
export const required = (sentence: () => string) => (text: string) => (text.trim() ? undefined : sentence());

/** What is wrong with a password to be chosen, as far as the page can tell: the checklist in sentences. Characters count, not bytes. */
export function checkNewPassword(text: string): string | undefined {
  const length = [...text].length;
  if (length === 0) return i18n._(msg`Choose a password.`);
  if (text.trim() !== text) return i18n._(msg`Remove the space at the start or the end.`);
  if (length < shortestPassword) return i18n._(msg`Use at least ${shortestPassword} characters.`);
  if (length > longestPassword) return i18n._(msg`Use at most ${longestPassword} characters.`);
  return undefined;
}
