import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderScreen } from '@/test/render';
import { useNames } from './names';

function Said() {
  const { month, weekday, shortWeekday, list } = useNames();
  return <p>{[month('2026-02'), weekday('2026-01-05'), shortWeekday('2026-01-11'), list(['A', 'B'])].join('; ')}</p>;
}

it('calls days, months and lists by the names of the language', () => {
  renderScreen(<Said />);
  expect(screen.getByText('February 2026; Monday; Sun; A and B')).toBeTruthy();
});
