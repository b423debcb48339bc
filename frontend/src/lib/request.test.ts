import { describe, expect, it, vi } from 'vitest';
import { TypedDocumentString } from '@/gen/graphql';
import { SubmissionKeys } from './idempotency';
import { request } from './request';
import { answerWith } from '@/test/render';

const ask = new TypedDocumentString<{ one: number }, object>('query Ask { one }');
const act = new TypedDocumentString<{ one: number }, object>('mutation Act { one }');

describe('request', () => {
  it('gives a mutation an idempotency key, and a query none', async () => {
    const sent = answerWith({ Ask: { one: 1 }, Act: { one: 2 } });
    expect(await request(ask, {})).toEqual({ one: 1 });
    await request(act, {});
    expect(sent[0]!.headers.has('Idempotency-Key')).toBe(false);
    expect(sent[1]!.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('throws the sentence of the server', async () => {
    answerWith({});
    await expect(request(ask, {})).rejects.toThrow('no answer for Ask');
  });

  it('says that Portico cannot be reached when no answer comes', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    await expect(request(ask, {})).rejects.toMatchObject({ kind: 'offline' });
  });
});

describe('SubmissionKeys', () => {
  it('keeps the key while the same content is unanswered', () => {
    const keys = new SubmissionKeys();
    expect(keys.keyFor('a')).toBe(keys.keyFor('a'));
  });

  it('takes a new key for other content and after an answer', () => {
    const keys = new SubmissionKeys();
    const first = keys.keyFor('a');
    const other = keys.keyFor('b');
    expect(other).not.toBe(first);
    keys.answered();
    expect(keys.keyFor('b')).not.toBe(other);
  });
});
