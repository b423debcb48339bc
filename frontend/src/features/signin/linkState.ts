import type { LinkState } from '@/gen/graphql';

const states: Record<string, LinkState> = {
  LINK_EXPIRED: 'EXPIRED',
  LINK_USED: 'USED',
  LINK_REPLACED: 'REPLACED',
  LINK_UNKNOWN: 'UNKNOWN',
};

/** The state of a link that a refusal speaks of; undefined when it is about something else, such as the password. */
export function deadStateOf(errors: readonly { code: string }[]): LinkState | undefined {
  return errors.map((error) => states[error.code]).find(Boolean);
}
