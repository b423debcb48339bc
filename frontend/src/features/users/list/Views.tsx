import { useLingui } from '@lingui/react/macro';
import { Ellipsis, Star } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { IconButton, Menu, type MenuEntry, ViewTabItem } from '@/ui';
import { formatList, isOnlyNamed, type ListState } from '../listState';
import { DeleteView } from './DeleteView';
import { hasChanged, type SavedView, SavedViews, viewHref, viewQuery } from './savedView';
import { SaveView, useSaveView } from './SaveView';
import { useCounts, type ViewCount } from './useCounts';

interface Props {
  state: ListState;
  rooms: readonly number[];
  onCounts: (counts: ViewCount[]) => void;
  /** The window for a new view is open. */
  isSaving: boolean;
  onSaved: () => void;
}

const nothing = {};

/** The saved views, those among them that were just made. */
function useViews(state: ListState) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const { data, refetch } = useQuery(SavedViews, nothing);
  const [made, setMade] = useState<SavedView[]>([]);
  const known = data && [
    ...data.savedViews,
    ...made.filter(({ id }) => data.savedViews.every((view) => view.id !== id)),
  ];
  const current = known?.find(({ id }) => id === state.view);
  // An address that only names a view stands for all that the view says; one that is gone says nothing.
  const isGone = !!known && !!state.view && !current;
  const meant = isGone
    ? routes.users + formatList({ ...state, view: '' })
    : current && isOnlyNamed(search)
      ? viewHref(current)
      : undefined;
  useEffect(() => {
    if (meant) void navigate(meant, { replace: true });
  }, [meant, navigate]);
  return { views: known ?? [], refetch, add: (view: SavedView) => setMade((all) => [...all, view]) };
}

/** The tabs of saved views, what can be done to the one that is shown, and the counts of the tabs before them. */
export default function Views({ state, rooms, onCounts, isSaving, onSaved }: Props) {
  const navigate = useNavigate();
  const { views, refetch, add } = useViews(state);
  useCounts(rooms, onCounts);
  return (
    <>
      {views.map((view) =>
        view.id === state.view ? (
          <CurrentView key={view.id} view={view} state={state} onChanged={refetch} />
        ) : (
          <ViewTabItem key={view.id} tab={{ href: viewHref(view), label: view.name, icon: <Sign /> }} />
        ),
      )}
      {isSaving && (
        <SaveView
          view={{ name: '', shared: false, query: viewQuery(state) }}
          onClose={onSaved}
          onSaved={(saved) => {
            add(saved);
            refetch();
            void navigate(viewHref(saved));
          }}
        />
      )}
    </>
  );
}

const Sign = () => <Star aria-hidden strokeWidth={1.8} fill="currentColor" />;

interface CurrentProps {
  view: SavedView;
  state: ListState;
  onChanged: () => void;
}

function CurrentView({ view, state, onChanged }: CurrentProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'rename' | 'delete'>();
  const update = useSaveView();
  const isChanged = hasChanged(view, state);
  const name = view.name;
  const changes: MenuEntry[] = isChanged
    ? [
        {
          id: 'update',
          label: t`Update to these filters`,
          onAction: () => void update({ ...view, query: viewQuery(state) }).then(onChanged),
        },
        { id: 'reset', label: t`Back to what was saved`, href: viewHref(view) },
      ]
    : [];
  const close = () => setOpen(undefined);
  return (
    <ViewTabItem
      isCurrent
      tab={{
        href: viewHref(view),
        label: isChanged ? `${name} •` : name,
        title: isChanged ? t`changed` : undefined,
        icon: <Sign />,
      }}
    >
      {view.isOwn && (
        <Menu
          label={t`View ${name}`}
          trigger={<IconButton size="small" icon={Ellipsis} label={t`Actions for the view ${name}`} />}
          items={[
            ...changes,
            { id: 'rename', label: t`Rename or share…`, onAction: () => setOpen('rename') },
            { id: 'delete', label: t`Delete`, isDanger: true, onAction: () => setOpen('delete') },
          ]}
        />
      )}
      {open === 'rename' && <SaveView view={view} onClose={close} onSaved={onChanged} />}
      {open === 'delete' && (
        <DeleteView
          view={view}
          onClose={close}
          onDeleted={() => {
            onChanged();
            void navigate(routes.users);
          }}
        />
      )}
    </ViewTabItem>
  );
}
