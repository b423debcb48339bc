import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderScreen } from '@/test/render';
import { Grid, type GridColumn, type GridProps, Link } from '@/ui';

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
      rowId={(person) => person.id}
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
