import { describe, expect, it } from 'vitest';
import { fill } from './fill';

/** The styles of the paragraphs of an email, as the preview shows them. */
function looks(html: string): string[] {
  const into = document.implementation.createHTMLDocument();
  fill(into, html, false);
  expect(into.querySelector('[style*="url"]')).toBeNull();
  return [...into.querySelectorAll('p')].map(({ style }) => style.cssText);
}

describe('fill', () => {
  it('shows a style however it is written, as mail programs do', () => {
    for (const written of [
      '<p style="color: red">x</p>',
      "<p style='color: red'>x</p>",
      '<p style=color:red>x</p>',
      '<P CLASS=a STYLE = color:red ALIGN=left>x</P>',
      '<p title="a > b"style="color:red">x</p>',
      '<p\n  align="left"\n  style="color&#58; red"\n>x</p>',
    ]) {
      expect(looks(written), written).toEqual(['color: red;']);
    }
  });

  it('leaves what only looks like a style', () => {
    expect(looks('<p title="a style=color:red">style="color: red"</p><p style>x</p>')).toEqual(['', '']);
    expect(looks('<p style=color:red style="color: blue">x</p><p style="color: blue">y</p>')).toEqual([
      'color: red;',
      'color: blue;',
    ]);
  });
});
