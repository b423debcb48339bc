import { describe, expect, it, vi } from 'vitest';
import { post } from './post';

const answerWith = (body: BodyInit, status = 200) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, { status })),
  );

describe('post', () => {
  it('goes without a cookie, and brings the answer', async () => {
    answerWith('{"subscribed":true}');
    expect(await post('/unsubscribe/x', { method: 'POST' })).toEqual({ subscribed: true });
    expect(fetch).toHaveBeenCalledWith(
      '/unsubscribe/x',
      expect.objectContaining({ method: 'POST', credentials: 'omit', headers: { Accept: 'application/json' } }),
    );
  });

  it('throws the sentence of the server, with its code', async () => {
    answerWith('{"errors":[{"message":"No such link.","extensions":{"code":"NOT_FOUND"}}]}', 404);
    await expect(post('/unsubscribe/x')).rejects.toMatchObject({
      kind: 'refused',
      message: 'No such link.',
      code: 'NOT_FOUND',
    });
  });

  it('says what is known where the answer is none', async () => {
    answerWith('<h1>Bad gateway</h1>', 502);
    await expect(post('/forms/signup')).rejects.toMatchObject({ kind: 'broken' });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    await expect(post('/forms/signup')).rejects.toMatchObject({ kind: 'offline' });
  });
});
