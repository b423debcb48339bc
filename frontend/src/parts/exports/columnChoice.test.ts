import { expect, test } from 'vitest';
import { parseChoice } from './columnChoice';

const offered = ['id', 'email', 'firstName'];
const all = { isAll: true, picked: offered };

test('all columns at first, and after rubbish', () => {
  for (const kept of [null, '', 'null', '7', '"x"', '{', '{"picked":3}', '{"isAll":false,"picked":[]}']) {
    expect(parseChoice(kept, offered)).toEqual(all);
  }
});

test('a choice is as it was left, in the order of the file', () => {
  expect(parseChoice('{"isAll":false,"picked":["firstName","id"]}', offered)).toEqual({
    isAll: false,
    picked: ['id', 'firstName'],
  });
});

test('what is not offered any more is not asked for; with nothing left, all are', () => {
  expect(parseChoice('{"isAll":false,"picked":["note","email"]}', offered)).toEqual({
    isAll: false,
    picked: ['email'],
  });
  expect(parseChoice('{"isAll":false,"picked":["note"]}', offered)).toEqual(all);
});
