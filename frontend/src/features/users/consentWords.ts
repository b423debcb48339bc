import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ConsentSource } from '@/gen/graphql';
import { useFormat } from '@/lib/format';

/** How a change of consent came about, behind the name of who decided. */
const sources: Record<ConsentSource, MessageDescriptor> = {
  ADMIN: msg`administrator`,
  SIGNUP_FORM: msg`sign-up form`,
  IMPORT: msg`import`,
  UNSUBSCRIBE_LINK: msg`unsubscribe link`,
  API: msg`API`,
  SELF: msg`themselves`,
};

interface Change {
  subscribed: boolean;
  at: string;
  actor?: string | null;
  source?: ConsentSource | null;
}

/** Says a change in a line: "On, 20 Nov 2026 14:05, by Ana Adams (sign-up form)". */
export function useConsentWords() {
  const { t } = useLingui();
  const format = useFormat();
  return ({ subscribed, at, actor, source }: Change) => {
    const how = source && t(sources[source]);
    return [subscribed ? t`On` : t`Off`, format.dateTime(at), actor && how ? t`by ${actor} (${how})` : how]
      .filter(Boolean)
      .join(', ');
  };
}
