import { describe, expect, it } from 'vitest';
import { isListed, snippetOf } from './snippet';

const hub = 'https://hub.example';

/** The fields of the form that a browser makes of a snippet. */
function fieldsOf(html: string) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const form = page.querySelector('form')!;
  return { form, page, names: [...form.querySelectorAll('input')].map((input) => input.name) };
}

describe('the snippet', () => {
  it('posts to this hub what it needs, and nothing that was not said', () => {
    const { form, names } = fieldsOf(snippetOf({ hub, wording: '', redirect: ' ' }));
    expect(form.getAttribute('action')).toBe('https://hub.example/forms/signup');
    expect(form.method).toBe('post');
    expect(names).toEqual(['email', 'firstName', 'lastName', 'website']);
  });

  it('says what people agree to, and keeps it', () => {
    const wording = 'Yes, "news" & <b>offers</b>';
    const { form, page } = fieldsOf(snippetOf({ hub, wording, redirect: 'https://www.example.org/thanks?a=b&c=d' }));
    expect(form.querySelector<HTMLInputElement>('[name=wording]')!.value).toBe(wording);
    expect(form.querySelector<HTMLInputElement>('[name=redirect]')!.value).toBe(
      'https://www.example.org/thanks?a=b&c=d',
    );
    expect(form.textContent).toContain(wording);
    expect(page.querySelector('b')).toBeNull();
  });
});

describe('isListed', () => {
  it.each([
    ['https://www.example.org/thanks', true],
    ['https://www.example.org.evil.example/', false],
    ['http://www.example.org/', false],
    ['/thanks', false],
    ['', false],
  ])('%s: %s', (address, expected) => expect(isListed(address, ['https://www.example.org'])).toBe(expected));
});
