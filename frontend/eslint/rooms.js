import { readdirSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

const source = resolve(import.meta.dirname, '../src');

/** Which rooms each room may import; every room may import itself and the cellars, and every test the test kit. */
const floors = {
  ui: [],
  lib: [],
  test: ['ui', 'lib'],
  parts: ['ui', 'lib'],
  features: ['ui', 'lib', 'parts'],
  app: ['ui', 'lib', 'parts', 'features'],
};
const cellars = ['gen', 'locales'];

const unknown = readdirSync(source, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter((name) => !(name in floors) && !cellars.includes(name));
if (unknown.length > 0)
  throw new Error(`frontend/src/${unknown[0]} is on no floor: add it to frontend/eslint/rooms.js`);

/** The room of a file and, in features, which feature; undefined outside src. */
function placeOf(file) {
  const [room, inner] = relative(source, file).split(/[\\/]/);
  if (room === '..') return undefined;
  return { room, feature: room === 'features' ? inner : undefined, isTest: /\.test\.tsx?$/.test(file) };
}

/** The sentence that says why an import is refused; undefined where it is allowed. */
export function refusal(from, to) {
  if (!from || !to || !(from.room in floors) || cellars.includes(to.room)) return undefined;
  if (from.isTest && ['test', 'ui', 'lib'].includes(to.room)) return undefined;
  if (from.feature && to.feature && from.feature !== to.feature) {
    return `features/${from.feature} imports features/${to.feature}: no feature knows another; what two share belongs in parts.`;
  }
  if (from.room === to.room || floors[from.room].includes(to.room)) return undefined;
  return `${from.room} imports ${to.room}: the arrows run ui, lib ← parts ← features ← app.`;
}

/** Keeps the arrows between the rooms of the front end. */
export default {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = placeOf(context.filename);
    function check(node, specifier) {
      if (typeof specifier !== 'string') return;
      const target = specifier.startsWith('@/')
        ? resolve(source, specifier.slice(2))
        : specifier.startsWith('.')
          ? resolve(dirname(context.filename), specifier)
          : undefined;
      const message = target && refusal(from, placeOf(target));
      if (message) context.report({ node, message });
    }
    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
    };
  },
};
