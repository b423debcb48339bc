// Cuts the variable Inter into the subsets that the kit serves, keeping the features the kit turns on.
// Run it by hand after raising inter-ui: node frontend/subset-fonts.js
import { readFile, writeFile, copyFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const ranges = {
  latin: [
    [0x20, 0x7e],
    [0xa0, 0xff],
    [0x131, 0x131],
    [0x152, 0x153],
    [0x2010, 0x2026],
    [0x202f, 0x203a],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2190, 0x2193],
    [0x2212, 0x2212],
    [0x2318, 0x2318],
    [0x21e7, 0x21e7],
  ],
  'latin-ext': [
    [0x100, 0x24f],
    [0x1e00, 0x1eff],
    [0x300, 0x328],
  ],
  greek: [[0x370, 0x3ff]],
  cyrillic: [[0x400, 0x52f]],
};

const font = await readFile(new URL('../node_modules/inter-ui/variable/InterVariable.woff2', import.meta.url));

for (const [name, blocks] of Object.entries(ranges)) {
  const text = blocks
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)))
    .join('');
  const subset = await subsetFont(font, text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 }, opsz: 14 },
  });
  await writeFile(new URL(`src/ui/fonts/inter-${name}.woff2`, import.meta.url), subset);
}
await copyFile(
  new URL('../node_modules/inter-ui/LICENSE.txt', import.meta.url),
  new URL('src/ui/fonts/LICENSE.txt', import.meta.url),
);
