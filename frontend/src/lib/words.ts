import { i18n, type Messages } from '@lingui/core';
import type { ComponentType } from 'react';

/** Loads a component together with the words that it says; for `lazy`. */
export async function withWords<Props>(
  component: Promise<{ default: ComponentType<Props> }>,
  words: Promise<{ messages: Messages }>,
) {
  const [loaded, { messages }] = await Promise.all([component, words]);
  i18n.load('en', messages);
  return loaded;
}
