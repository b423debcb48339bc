import { act, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderScreen } from '@/test/render';
import { Grid, type GridColumn, type GridPages, type GridProps, Link, switchLetters } from '@/ui';

interface Person {
  id: string;
  name: string;
}

const people = Array.from({ length: 100 }, (_, index) => ({ id: String(index), name: `Person ${index}` }));

const columns: GridColumn<Person>[] = [
  {
    id: 'name',
    label: 'Name',
    width: '1fr',
    isSortable: true,
    cell: (person) => <Link href={`/${person.id}`}>{person.name}</Link>,
  },
  { id: 'id', label: 'Number', width: '80px', cell: (person) => person.id },
];

function setUp(props: Partial<GridProps<Person>> = {}) {
  return renderScreen(
    <Grid
      label="People"
      columns={columns}
      rows={people}
      rowCount={1_000_000}
      rowName={(person) => person.name}
      {...props}
    />,
  );
}

const focused = () => document.activeElement?.textContent;

describe('Grid', () => {
  it('tells the true count and renders only what is in sight', () => {
    setUp();
    expect(screen.getByRole('grid', { name: 'People' }).getAttribute('aria-rowcount')).toBe('1000000');
    expect(screen.getAllByRole('row').length).toBeLessThan(50);
  });

  it('is one tab stop', async () => {
    const { user } = setUp();
    await user.tab();
    expect(focused()).toBe('Person 0');
    await user.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('moves with arrows, J and K, Home and End', async () => {
    const { user } = setUp();
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('Person 2');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('2');
    await user.keyboard('jj');
    expect(focused()).toBe('4');
    await user.keyboard('k{Home}');
    expect(focused()).toBe('Person 3');
    await user.keyboard('{End}');
    expect(focused()).toBe('3');
  });

  it('opens with Enter and peeks with Space', async () => {
    const onOpen = vi.fn();
    const onPeek = vi.fn();
    const { user } = setUp({ onOpen, onPeek });
    await user.tab();
    await user.keyboard(' ');
    expect(onPeek).toHaveBeenCalledWith(people[0]);
    await user.keyboard('{ArrowRight}{Enter}');
    expect(onOpen).toHaveBeenCalledWith(people[0]);
  });

  it('selects with X and with its checkboxes', async () => {
    const onSelect = vi.fn();
    const { user } = setUp({ selected: new Set(), onSelect });
    await user.click(screen.getByRole('checkbox', { name: 'Select Person 1' }));
    expect(onSelect).toHaveBeenLastCalledWith(new Set(['1']));
    await user.keyboard('{ArrowDown}x');
    expect(onSelect).toHaveBeenLastCalledWith(new Set(['2']));
  });

  it('says how it is sorted, and sorts the other way on a second press', async () => {
    const onSort = vi.fn();
    const { user } = setUp({ sort: { column: 'name', direction: 'ascending' }, onSort });
    const heading = screen.getByRole('columnheader', { name: 'Name' });
    expect(heading.getAttribute('aria-sort')).toBe('ascending');
    expect(screen.getByRole('columnheader', { name: 'Number' }).hasAttribute('aria-sort')).toBe(false);
    await user.click(within(heading).getByRole('button'));
    expect(onSort).toHaveBeenCalledWith({ column: 'name', direction: 'descending' });
  });

  it('asks for the next page once when the end comes near', () => {
    const onMore = vi.fn();
    setUp({ rows: people.slice(0, 20), hasMore: true, onMore });
    expect(onMore).toHaveBeenCalledTimes(1);
  });

  it('shows what was given for an empty list', () => {
    setUp({ rows: [], rowCount: 0, empty: <p>No users yet.</p> });
    expect(screen.getByText('No users yet.')).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
  });
});

/** A Grid over a million people, whose pages come when `answer` is called. */
function setUpPages(first: GridPages<Person>, props: Partial<GridProps<Person>> = {}) {
  let show: (pages: GridPages<Person>) => void;
  function Paged() {
    const [pages, setPages] = useState(first);
    show = setPages;
    return (
      <Grid
        label="People"
        columns={columns}
        rowCount={1_000_000}
        rowName={(person) => person.name}
        {...props}
        {...pages}
      />
    );
  }
  const page = renderScreen(<Paged />);
  return { ...page, answer: (pages: GridPages<Person>) => act(() => show(pages)) };
}

const person = (id: number) => ({ id: String(id), name: `Person ${id}` });
const some = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => person(from + at));

describe('Grid over pages', () => {
  afterEach(() => switchLetters(true));

  const head = { rows: some(0, 50), hasMore: true, list: 'a' };
  const both = { rows: [...some(0, 50), ...some(999_950, 1_000_000)], tailCount: 50, hasMore: true, list: 'a' };

  it('leads to the true last row with Ctrl End, once it has come, and back', async () => {
    const onEnd = vi.fn();
    const { user, answer } = setUpPages(head, { onEnd });
    await user.tab();
    await user.keyboard('{Control>}{End}{/Control}');
    expect(onEnd).toHaveBeenCalledTimes(1);
    expect(focused()).toBe('Person 0');
    answer(both);
    expect(focused()).toBe('Person 999999');
    const row = document.activeElement!.closest('[role="row"]')!;
    expect(row.getAttribute('aria-rowindex')).toBe('1000000');
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(focused()).toBe('Person 0');
  });

  it('waits for the next page when an arrow or Page Down leads into it', async () => {
    const { user, answer } = setUpPages({ ...head, rows: some(0, 10) });
    await user.tab();
    await user.keyboard('{ArrowDown>9/}');
    expect(focused()).toBe('Person 9');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('Person 9');
    answer({ ...head, rows: some(0, 20) });
    expect(focused()).toBe('Person 10');
    await user.keyboard('{PageDown}');
    answer({ ...head, rows: some(0, 60) });
    expect(focused()).toBe('Person 29');
  });

  it('stays with its row when rows come before it, and walks into them', async () => {
    const onBack = vi.fn();
    const { user, answer } = setUpPages(
      { ...both, rows: [...some(0, 50), ...some(999_990, 1_000_000)], tailCount: 10 },
      { onBack },
    );
    await user.tab();
    await user.keyboard('{Control>}{End}{/Control}{ArrowUp>9/}');
    expect(focused()).toBe('Person 999990');
    await user.keyboard('{ArrowUp}');
    expect(focused()).toBe('Person 999990');
    answer(both);
    expect(focused()).toBe('Person 999989');
    expect(document.activeElement!.closest('[role="row"]')!.getAttribute('aria-rowindex')).toBe('999990');
  });

  it('does not take the focus from somebody who went elsewhere meanwhile', async () => {
    const { user, answer } = setUpPages(head, {
      onEnd: vi.fn(),
      sort: { column: 'name', direction: 'ascending' },
      onSort: vi.fn(),
    });
    await user.tab();
    await user.tab();
    await user.keyboard('{Control>}{End}{/Control}');
    await user.tab({ shift: true });
    const button = document.activeElement;
    answer(both);
    expect(document.activeElement).toBe(button);
  });

  it('says in the place of a page why it did not come, and asks again', async () => {
    const onRetry = vi.fn();
    const { user } = setUpPages({ ...head, rows: some(0, 10), moreFailure: 'No answer.', onRetry });
    expect(screen.getByRole('alert').textContent).toBe('No answer.');
    expect(screen.getByText('Person 9')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('extends the selection with Shift and the arrows, and lets go on the way back', async () => {
    const onSelect = vi.fn();
    function Selecting() {
      const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['40']));
      onSelect.mockImplementation(setSelected);
      return (
        <Grid
          label="People"
          columns={columns}
          rows={people}
          rowCount={100}
          rowName={({ name }) => name}
          selected={selected}
          onSelect={onSelect}
        />
      );
    }
    const { user } = renderScreen(<Selecting />);
    await user.click(screen.getByRole('link', { name: 'Person 1' }));
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(onSelect).toHaveBeenLastCalledWith(new Set(['40', '1', '2', '3']));
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(onSelect).toHaveBeenLastCalledWith(new Set(['40', '1', '2']));
  });

  it('edits with E, unless letters are switched off', async () => {
    const onEdit = vi.fn();
    const { user } = setUpPages(head, { onEdit });
    await user.tab();
    await user.keyboard('je');
    expect(onEdit).toHaveBeenCalledWith(person(1));
    switchLetters(false);
    await user.keyboard('je');
    expect(onEdit).toHaveBeenCalledTimes(1);
    expect(focused()).toBe('Person 1');
  });
});
