import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { Download } from '@playwright/test';

/** A part of a ZIP file, by the directory at its end. */
function unzipped(zip: Buffer, name: string): string {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameSize, moreSize, noteSize] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    if (zip.toString('utf8', at + 46, at + 46 + nameSize!) === name) {
      const local = zip.readUInt32LE(at + 42);
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
    }
    at += 46 + nameSize! + moreSize! + noteSize!;
  }
  throw new Error(`${name} is not in the file.`);
}

/** A cell of an XLSX file: what it says, and whether a spreadsheet calculates it. */
export interface Cell {
  text: string;
  isComputed: boolean;
}

const plain = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** The rows of the first sheet of an XLSX file, each as its cells; those that are left out are empty. */
export async function cellsOf(download: Download): Promise<Cell[][]> {
  const xml = unzipped(readFileSync(await download.path()), 'xl/worksheets/sheet1.xml');
  return [...xml.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: Cell[] = [];
    for (const [, column = '', cell = ''] of row.matchAll(/<c\b[^>]*?\br="([A-Z]+)\d+"[^>]*?(?:\/>|>(.*?)<\/c>)/gs)) {
      const index = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      while (cells.length < index) cells.push({ text: '', isComputed: false });
      const texts = [...cell.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => plain(text));
      cells[index] = { text: texts.join(''), isComputed: /<f\b/.test(cell) };
    }
    return cells;
  });
}

/** The lines of a CSV file of ours that has no quotes in it, each as its cells. */
export async function linesOf(download: Download): Promise<string[][]> {
  const text = readFileSync(await download.path(), 'utf8').replace(/^\uFEFF/, '');
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
}
