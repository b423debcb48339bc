import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';

/** `offline`: no answer came. `refused`: the server says why. `broken`: something went wrong there. */
export type FailureKind = 'offline' | 'unauthenticated' | 'refused' | 'broken';

/** A request that brought no data. Its message is a sentence to show as it is. */
export class Failure extends Error {
  readonly kind: FailureKind;
  /** The code of the contract, where there is one. */
  readonly code?: string;

  constructor(kind: FailureKind, message: string, code?: string) {
    super(message);
    this.name = 'Failure';
    this.kind = kind;
    this.code = code;
  }
}

interface GraphQLErrorLike {
  message: string;
  extensions?: Record<string, unknown>;
}

/** What the errors of a response mean; undefined without any. */
export function failureFrom(errors: readonly GraphQLErrorLike[] | undefined): Failure | undefined {
  const first = errors?.[0];
  if (!first) return undefined;
  const code = typeof first.extensions?.code === 'string' ? first.extensions.code : undefined;
  if (code === 'UNAUTHENTICATED') return new Failure('unauthenticated', first.message, code);
  return new Failure(code && code !== 'INTERNAL' ? 'refused' : 'broken', first.message, code);
}

/** What the error of a GraphQL client means: no answer, a refusal, or something that broke. */
export function failureOf(
  error: { networkError?: unknown; response?: unknown; graphQLErrors: readonly GraphQLErrorLike[] } | undefined,
): Failure | undefined {
  if (!error) return undefined;
  if (error.networkError && !error.response) return offline();
  return failureFrom(error.graphQLErrors) ?? broken();
}

export function offline(): Failure {
  return new Failure('offline', i18n._(msg`Portico can't be reached. Nothing was lost: try again in a moment.`));
}

export function broken(): Failure {
  return new Failure('broken', i18n._(msg`Something went wrong. Try again in a moment.`));
}

/** Whatever was thrown, as a failure that can be shown. */
export function asFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : broken();
}
