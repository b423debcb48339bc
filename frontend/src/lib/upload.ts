import type { TypedDocumentString } from '@/gen/graphql';
import { accept, endpoint } from './endpoint';
import { broken, Failure, failureFrom, offline } from './failure';

interface Options {
  /** How much of the file has been sent, in bytes. */
  onProgress: (sent: number, of: number) => void;
  signal: AbortSignal;
}

interface Body<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/**
 * Sends an operation with the file in its variable `file`, as a multipart request
 * (https://github.com/jaydenseric/graphql-multipart-request-spec). Throws a Failure when no data came. Of what a browser
 * has, only XMLHttpRequest tells how much was sent.
 */
export function upload<Data, Variables extends { file: File }>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { onProgress, signal }: Options,
): Promise<Data> {
  const form = new FormData();
  form.append('operations', JSON.stringify({ query: document.toString(), variables: { ...variables, file: null } }));
  form.append('map', JSON.stringify({ file: ['variables.file'] }));
  form.append('file', variables.file, variables.file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', endpoint);
    request.setRequestHeader('Accept', accept);
    request.setRequestHeader('GraphQL-Require-Preflight', '1');
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onerror = request.onabort = () => reject(offline());
    request.onload = () => {
      const body = parsed<Data>(request.responseText);
      const failure = failureFrom(body?.errors);
      if (failure) reject(failure);
      else if (body?.data) resolve(body.data);
      else reject(request.status === 401 ? new Failure('unauthenticated', '', 'UNAUTHENTICATED') : broken());
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function parsed<Data>(text: string): Body<Data> | undefined {
  try {
    return JSON.parse(text) as Body<Data>;
  } catch {
    return undefined;
  }
}
