import { useLingui } from '@lingui/react/macro';
import {
  Bell as BellIcon,
  ChevronDown,
  Keyboard,
  LogOut,
  Menu as MenuIcon,
  Monitor,
  Moon,
  Plus,
  Search,
  Sun,
  UserRound,
} from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useClient } from 'urql';
import { fullName } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { leaveHub } from '@/lib/navigation';
import { routes } from '@/lib/routes';
import { chooseTheme, storedTheme, type Theme } from '@/lib/theme';
import { useViewer } from '@/lib/viewer';
import { withWords } from '@/lib/words';
import { Avatar, Button, IconButton, Kbd, Menu, PlainButton, PlainLink, useUnseenToasts } from '@/ui';
import { Mark } from '../Mark';
import { catchKeys, takeKeys } from './paletteKeys';
import { allowed, creations } from './places';
import { Aside, useFetched } from './ScreenBoundary';
import styles from './Shell.module.css';
import { SignOut } from './viewerQuery';

const loadPalette = () => withWords(import('./Palette'), import('@/locales/en/palette.po'));
const loadBell = () => import('./Bell');

/** The Create menu's button, for the key that opens it. */
export const createButton = 'create';

/** The bar at the top: where to go, what to create, who is looking. */
export function TopBar({ onOpenRail, onHelp }: { onOpenRail: () => void; onHelp: () => void }) {
  const { t } = useLingui();
  return (
    <header className={styles.bar}>
      <span className={styles.burger}>
        <IconButton label={t`Main menu`} icon={MenuIcon} onPress={onOpenRail} />
      </span>
      <PlainLink href={routes.home} className={styles.brand} aria-label="Portico">
        <Mark />
        <span>Portico</span>
      </PlainLink>
      <Jump />
      <div className={styles.end}>
        <span className={styles.create}>
          <Create />
        </span>
        <BellButton />
        <ViewerMenu onHelp={onHelp} />
      </div>
    </header>
  );
}

/** By then the first rows are there: a browser also calls itself idle while it waits for them. */
const firstRowsMs = 1500;

/** Fetches something that nobody waits for once the first rows are there. Where that fails, as offline, whoever wants it asks anew. */
function later(fetch: () => Promise<unknown>) {
  const act = () => void fetch().catch(() => undefined);
  setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(act) : act()), firstRowsMs);
}

/** The search box, which opens the palette; Ctrl K opens it from anywhere. */
function Jump() {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const [Palette, renew] = useFetched(loadPalette);
  const open = () => {
    catchKeys();
    setOpened(true);
    setOpen(true);
  };
  const onCtrlK = useEffectEvent(() => !isOpen && open());
  // Its code is there before somebody wants it, and after everything that the first rows need.
  useEffect(() => later(loadPalette), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      onCtrlK();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <PlainButton className={styles.jump} onPress={open} aria-haspopup="dialog">
        <Search aria-hidden size={16} strokeWidth={1.6} />
        <span>{t`Search or jump to…`}</span>
        <Kbd>Ctrl K</Kbd>
      </PlainButton>
      {wasOpened && (
        <Aside
          onFail={() => {
            takeKeys(); // nobody else would: what is typed goes where the focus is
            setOpen(false);
            setOpened(false);
            renew();
          }}
        >
          <Palette isOpen={isOpen} onClose={() => setOpen(false)} />
        </Aside>
      )}
    </>
  );
}

function Create() {
  const { t } = useLingui();
  const viewer = useViewer();
  const entries = allowed(creations, viewer);
  if (entries.length === 0) return null;
  return (
    <Menu
      label={t`Create`}
      trigger={
        <Button id={createButton} icon={Plus} trailingIcon={ChevronDown}>
          {t`Create`}
        </Button>
      }
      items={entries.map((place) => ({ id: place.id, label: t(place.label), icon: place.icon, href: place.href }))}
    />
  );
}

/** How many of the viewer's reminders are due: asked for when all else is there. */
function useDue(): number {
  const client = useClient();
  const viewer = useViewer();
  const [due, setDue] = useState(0);
  useEffect(() => {
    const over = new AbortController();
    later(async () => (await import('@/parts/reminders/due')).watchDue(client, viewer, setDue, over.signal));
    return () => over.abort();
  }, [client, viewer]);
  return due;
}

/** What is due, and what was done of late; the number says how much of it waits for somebody to look. */
function BellButton() {
  const { t } = useLingui();
  const unseen = useUnseenToasts();
  const due = useDue();
  const [at, setAt] = useState<HTMLElement>();
  const [Bell, renew] = useFetched(loadBell);
  useEffect(() => {
    // Whoever went elsewhere to close it stays there.
    if (at) return () => void (document.activeElement === document.body && at.focus());
  }, [at]);
  return (
    <>
      <PlainButton
        className={styles.bell}
        aria-label={
          due > 0
            ? t`Recent changes, ${unseen} new, ${due} due`
            : unseen > 0
              ? t`Recent changes, ${unseen} new`
              : t`Recent changes`
        }
        aria-haspopup="dialog"
        aria-expanded={!!at}
        onClickCapture={(event) => setAt(event.currentTarget)}
      >
        <BellIcon aria-hidden size={16} strokeWidth={1.6} />
        {unseen + due > 0 && <span aria-hidden>{unseen + due}</span>}
      </PlainButton>
      {at && (
        <Aside
          onFail={() => {
            setAt(undefined);
            renew();
          }}
        >
          <Bell at={at} onClose={() => setAt(undefined)} />
        </Aside>
      )}
    </>
  );
}

function ViewerMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useLingui();
  const { user } = useViewer();
  const [theme, setTheme] = useState(storedTheme);
  const signOut = useMutation(SignOut);
  const show = (next: Theme) => () => {
    chooseTheme(next);
    setTheme(next);
  };
  const themes = [
    { id: 'system', label: t`Same as the device`, icon: Monitor },
    { id: 'light', label: t`Light`, icon: Sun },
    { id: 'dark', label: t`Dark`, icon: Moon },
  ] as const;
  return (
    <Menu
      label={t`Your menu`}
      trigger={
        <PlainButton className={styles.viewer} aria-label={t`Your menu, ${fullName(user)}`}>
          <Avatar name={fullName(user)} />
        </PlainButton>
      }
      items={[
        {
          id: 'theme',
          label: t`Theme`,
          entries: themes.map((each) => ({ ...each, onAction: show(each.id), isChosen: theme === each.id })),
        },
        {
          id: 'help',
          label: t`Help`,
          entries: [{ id: 'keys', label: t`Keyboard shortcuts`, icon: Keyboard, onAction: onHelp }],
        },
        {
          id: 'session',
          label: fullName(user),
          entries: [
            { id: 'me', label: t`Your profile`, icon: UserRound, onAction: () => leaveHub(routes.me) },
            {
              id: 'sign-out',
              label: t`Sign out`,
              icon: LogOut,
              onAction: () => void signOut.run({}).finally(() => leaveHub(routes.signIn)),
            },
          ],
        },
      ]}
    />
  );
}
