import { describe, expect, it } from 'vitest';
import { oneTimeLink, stretches } from './links';

describe('the links in a mail', () => {
  const text = 'Choose a password:\nhttp://localhost:8080/set-password#token=ab-C_1\n\nSee https://example.org/help.';

  it('are cut out of the text, without the punctuation after them', () => {
    expect(stretches(text).filter((stretch) => stretch.isLink)).toEqual([
      { text: 'http://localhost:8080/set-password#token=ab-C_1', isLink: true },
      { text: 'https://example.org/help', isLink: true },
    ]);
    expect(
      stretches(text)
        .map((stretch) => stretch.text)
        .join(''),
    ).toBe(text);
  });

  it('are only web addresses', () => {
    expect(stretches('javascript:alert(1) mailto:a@example.org')).toEqual([
      { text: 'javascript:alert(1) mailto:a@example.org', isLink: false },
    ]);
    expect(stretches('')).toEqual([]);
  });

  it('hold one that chooses a password, unless it is masked', () => {
    expect(oneTimeLink(text)).toBe('http://localhost:8080/set-password#token=ab-C_1');
    expect(oneTimeLink('http://localhost:8080/set-password#token=••••')).toBeUndefined();
  });
});
