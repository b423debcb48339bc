import { unzip, zip } from './zip';

/** An XLSX file in which the text of every cell is what `mend` makes of it, as somebody would have it in a spreadsheet. */
export function mended(file: Buffer, mend: (text: string) => string): Buffer {
  const parts = unzip(file).map(({ name, data }) => {
    if (!/worksheets\/.*\.xml$|sharedStrings\.xml$/.test(name.toString())) return { name, data };
    const xml = data
      .toString()
      .replace(/(<t(?: [^>]*)?>)([^<]*)(?=<\/t>)/g, (_, tag: string, text: string) => tag + mend(text));
    return { name, data: Buffer.from(xml) };
  });
  return zip(parts);
}
