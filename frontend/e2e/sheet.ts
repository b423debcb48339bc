import { readFileSync } from 'node:fs';
import type { Download } from '@playwright/test';
import { unzip } from './zip';

/** The text of a part of a ZIP file. */
function partOf(file: Buffer, name: string): string {
  const part = unzip(file).find((one) => one.name.toString() === name);
  if (!part) throw new Error(`${name} is not in the file.`);
  return part.data.toString();
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
  const xml = partOf(readFileSync(await download.path()), 'xl/worksheets/sheet1.xml');
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
