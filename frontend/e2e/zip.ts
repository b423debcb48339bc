import { crc32, inflateRawSync } from 'node:zlib';

/** Where in a zip file's directory, and in the head of each of its parts, what stands (PKWARE APPNOTE 4.3). */
const directoryMark = 0x02014b50;
const partMark = 0x04034b50;
const endMark = 0x06054b50;

/** A part of a ZIP file, unpacked. */
export interface Part {
  name: Buffer;
  data: Buffer;
}

/** The parts of a ZIP file, by the directory at its end. */
export function unzip(file: Buffer): Part[] {
  const parts: Part[] = [];
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = file.readUInt32LE(end + 16);
  while (file.readUInt32LE(at) === directoryMark) {
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.subarray(at + 46, at + 46 + nameLength);
    const head = file.readUInt32LE(at + 42);
    const from = head + 30 + file.readUInt16LE(head + 26) + file.readUInt16LE(head + 28);
    const packed = file.subarray(from, from + file.readUInt32LE(at + 20));
    parts.push({ name, data: file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed) });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

/** A ZIP file whose parts are not packed. */
export function zip(parts: readonly Part[]): Buffer {
  const heads: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, data } of parts) {
    // Version, flags, method, time and day; the sum; both sizes; the name's length.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x21, 8);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(partMark);
    heads.push(head, facts, name, data);
    const entry = Buffer.alloc(6);
    entry.writeUInt32LE(directoryMark);
    entry.writeUInt16LE(20, 4);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    entries.push(entry, facts, place, name);
    at += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endMark);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...heads, directory, end]);
}
