import { act, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExportFactsFragment } from '@/gen/graphql';
import { renderScreen } from '@/test/render';
import { clearToasts, ToastRegion } from '@/ui';
import { ExportDialog } from './ExportDialog';

/** The connection by which the window hears how an export goes on. */
class Source extends EventTarget {
  static all: Source[] = [];
  isClosed = false;
  constructor() {
    super();
    Source.all.push(this);
  }
  close() {
    this.isClosed = true;
  }
}

const going = {
  __typename: 'Export',
  id: 'e1',
  format: 'XLSX',
  state: 'RUNNING',
  rows: 1,
  total: 2,
  headings: ['Email'],
  isFiltered: false,
  startedBy: 'Mona Kvam',
  url: null,
  expiresAt: null,
  problem: null,
  createdAt: '2026-11-22T12:00:00Z',
  finishedAt: null,
};
const over = { ...going, rows: 2, finishedAt: going.createdAt };
const ready = { ...over, state: 'SUCCEEDED', url: '/exports/e1.xlsx', expiresAt: '2026-11-23T12:00:00Z' };
const failed = { ...over, state: 'FAILED', problem: 'Fewer columns may be read by now.' };

async function setUp(startExport: object = { export: going, userErrors: [] }) {
  const onClose = vi.fn();
  const page = renderScreen(
    <>
      <ExportDialog format="XLSX" onClose={onClose} />
      <ToastRegion />
    </>,
    {
      answers: {
        ExportDialog: { sheetColumns: [{ key: 'email', heading: 'Email' }] },
        ExportForm: { all: { totalCount: 2 } },
        StartExport: { startExport },
        UseExport: { node: going },
      },
    },
  );
  await page.user.click(await screen.findByRole('button', { name: 'Generate file' }));
  return { ...page, onClose };
}

/** What the server tells of it, on the connection that was opened last. */
function tell(exportProgress: Partial<Record<keyof ExportFactsFragment, unknown>>) {
  const data = JSON.stringify({ data: { exportProgress } });
  act(() => void Source.all.at(-1)!.dispatchEvent(new MessageEvent('next', { data })));
}

describe('ExportDialog', () => {
  beforeEach(() => {
    Source.all = [];
    vi.stubGlobal('EventSource', Source);
    clearToasts();
  });

  it('says how far the file is, and has it when it is ready', async () => {
    const { sent } = await setUp();
    expect(await screen.findByText('1 of 2 users')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: 'Writing the file' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Download' })).toBeNull();
    tell(ready);
    expect(screen.getByText('The file with 2 users is ready.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Download' }).getAttribute('href')).toBe('/exports/e1.xlsx');
    expect(Source.all.map(({ isClosed }) => isClosed)).toEqual([true]);
    const start = sent.filter(({ operation }) => operation === 'StartExport');
    expect(start.map(({ variables }) => variables)).toEqual([{ input: { format: 'XLSX' } }]);
  });

  it('says why there is no file', async () => {
    await setUp();
    await screen.findByText('1 of 2 users');
    tell(failed);
    expect(screen.getByText('There is no file.')).toBeTruthy();
    expect(screen.getByText(failed.problem)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Download' })).toBeNull();
  });

  it('closed before the end, a toast says what came of it', async () => {
    const { user, onClose } = await setUp();
    await screen.findByText('1 of 2 users');
    await user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1)!);
    expect(onClose).toHaveBeenCalledOnce();
    tell(going);
    expect(screen.queryByText(/is ready/)).toBeNull();
    tell(ready);
    const said = screen.getByRole('status', { name: 'Notifications', hidden: true });
    expect(said.textContent).toContain('The file with 2 users is ready.');
    expect(Source.all.at(-1)!.isClosed).toBe(true);
  });

  it('stays with what was chosen when it is refused', async () => {
    const message = 'One of these columns does not exist, or you may not read it.';
    await setUp({ export: null, userErrors: [{ message }] });
    expect((await screen.findByRole('alert')).textContent).toContain(message);
    expect(screen.getByRole('button', { name: 'Generate file' })).toBeTruthy();
    expect(Source.all).toEqual([]);
  });
});
