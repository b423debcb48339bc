import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Activity, LogIn, type LucideIcon, Mail, MailCheck, Pencil, Phone, ShoppingCart } from 'lucide-react';

/** The kinds that Portico itself notes, in words. */
const known: Record<string, MessageDescriptor> = {
  sign_in: msg`Sign-in`,
  email: msg`Email`,
  consent: msg`Consent`,
};

const icons: Record<string, LucideIcon> = {
  sign_in: LogIn,
  email: Mail,
  consent: MailCheck,
  order: ShoppingCart,
  call: Phone,
};

/** A kind as people read it: the sites' own words are shown as they are, but for their first letter. */
export function kindWord(kind: string): MessageDescriptor | string {
  const plain = kind.replace(/_/g, ' ');
  return known[kind] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** What stands before an activity; a pencil before what was added by hand and has none of its own. */
export const iconOf = (kind: string, isManual: boolean): LucideIcon => icons[kind] ?? (isManual ? Pencil : Activity);
