import { graphql } from '@/gen';
import type { FinishPasskeyRegistrationMutation, FinishPasskeySignInMutation } from '@/gen/graphql';
import { request } from '@/lib/request';

const BeginSignIn = graphql(`
  mutation BeginPasskeySignIn {
    beginPasskeySignIn {
      options
      userErrors {
        code
        message
      }
    }
  }
`);

const FinishSignIn = graphql(`
  mutation FinishPasskeySignIn($input: PasskeyInput!) {
    finishPasskeySignIn(input: $input) {
      viewer {
        permissions
        managedGroups {
          id
        }
      }
      nextStep
      factorProvider
      userErrors {
        code
        message
      }
    }
  }
`);

const BeginRegistration = graphql(`
  mutation BeginPasskeyRegistration {
    beginPasskeyRegistration {
      options
      userErrors {
        code
        message
      }
    }
  }
`);

const FinishRegistration = graphql(`
  mutation FinishPasskeyRegistration($input: PasskeyInput!) {
    finishPasskeyRegistration(input: $input) {
      viewer {
        permissions
        managedGroups {
          id
        }
      }
      nextStep
      userErrors {
        code
        message
      }
    }
  }
`);

/** Says whether this browser knows passkeys, and how they are said in JSON. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

const asJson = (credential: Credential | null) => (credential as PublicKeyCredential).toJSON() as unknown;

interface Refused {
  code: string;
  message: string;
}

/** What came of it: a refusal, nothing where somebody thought better of it, or the answer. */
type Outcome<Answer> = { refused: Refused } | { answer: Answer } | undefined;

const outcome = <Answer extends { userErrors: readonly Refused[] }>(answer: Answer): Outcome<Answer> =>
  answer.userErrors[0] ? { refused: answer.userErrors[0] } : { answer };

/** Asks the device; who closes its window, or waits too long, has not failed at anything. */
async function asked(ceremony: () => Promise<Credential | null>) {
  try {
    return asJson(await ceremony()) as Record<string, unknown>;
  } catch (thrown) {
    if (thrown instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(thrown.name)) return undefined;
    throw thrown;
  }
}

/** Asks the device for one of its passkeys, as an answer to the server. */
export async function showPasskey(): Promise<Outcome<Record<string, unknown>>> {
  const { options, userErrors } = (await request(BeginSignIn, {})).beginPasskeySignIn;
  if (!options) return { refused: userErrors[0]! };
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  const answer = await asked(() => navigator.credentials.get({ publicKey }));
  return answer && { answer };
}

/** Shows a passkey of this device, and signs in with it. */
export async function signInWithPasskey(): Promise<Outcome<FinishPasskeySignInMutation['finishPasskeySignIn']>> {
  const shown = await showPasskey();
  if (!shown || 'refused' in shown) return shown;
  return outcome((await request(FinishSignIn, { input: { credential: shown.answer } })).finishPasskeySignIn);
}

/** Makes a passkey on this device. */
export async function addPasskey(
  name?: string,
): Promise<Outcome<FinishPasskeyRegistrationMutation['finishPasskeyRegistration']>> {
  const { options, userErrors } = (await request(BeginRegistration, {})).beginPasskeyRegistration;
  if (!options) return { refused: userErrors[0]! };
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  const credential = await asked(() => navigator.credentials.create({ publicKey }));
  if (!credential) return undefined;
  return outcome(
    (await request(FinishRegistration, { input: { credential, name: name || null } })).finishPasskeyRegistration,
  );
}
