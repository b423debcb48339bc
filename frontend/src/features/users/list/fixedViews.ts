import type { ListState } from '../listState';

/** What the tabs that everybody has stand for: all, active, inactive, invited but not set up, locked. */
export const fixedViews: readonly Pick<ListState, 'status' | 'state'>[] = [
  { status: 'all', state: [] },
  { status: 'active', state: [] },
  { status: 'inactive', state: [] },
  { status: 'all', state: ['INVITED', 'INVITATION_EXPIRED'] },
  { status: 'all', state: ['LOCKED'] },
];

/** The tab that shows the list; that of all users where none says as much as its filters do. */
export function fixedTab({ status, state }: Pick<ListState, 'status' | 'state'>): number {
  const key = (of: typeof state) => of.toSorted().join();
  return Math.max(
    fixedViews.findIndex((view) => view.status === status && key(view.state) === key(state)),
    0,
  );
}

/** Says whether a tab already says what the list leaves out by status and state. */
export function isOnTab(state: ListState): boolean {
  const { status, state: states } = fixedViews[fixedTab(state)]!;
  return !state.view && status === state.status && states.length === state.state.length;
}
