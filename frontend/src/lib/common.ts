import text from '../../../server/secret/common.txt?raw';

const words = new Set(text.split(/\r?\n/).filter(Boolean));

/** The usual stand-ins for letters. */
const disguises: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const known = (word: string) =>
  word !== '' && (words.has(word) || words.has(word.replace(/[0134577@$!]/g, (sign) => disguises[sign] ?? sign)));

/**
 * Says whether a password is a common one, or a common word with a few digits or signs around it: by the list that the
 * server refuses by, which decides.
 */
export function isCommon(password: string): boolean {
  const folded = password.normalize('NFKC').toLowerCase();
  const bare = folded.replace(/^\P{L}+|\P{L}+$/gu, '');
  return known(folded) || (folded.length - bare.length <= 5 && known(bare));
}
