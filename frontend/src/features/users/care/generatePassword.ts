/** Letters and digits that cannot be taken for each other when they are read out. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLength = 4;

/** A password that is easy to hand over, with 79 bits of chance: "k7mp-x2wd-9hcr-t4vn". */
export function generatePassword(): string {
  const limit = 256 - (256 % signs.length);
  const next = (): string => {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    // What lies beyond the last whole multiple would make the first signs likelier.
    return byte < limit ? signs[byte % signs.length]! : next();
  };
  return Array.from({ length: groups }, () => Array.from({ length: groupLength }, next).join('')).join('-');
}
