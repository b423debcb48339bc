import { useLingui } from '@lingui/react/macro';
import { ChevronDown, LogOut, Menu as MenuIcon, Monitor, Moon, Plus, Search, Sun } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { fullName } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { leaveHub } from '@/lib/navigation';
import { routes } from '@/lib/routes';
import { chooseTheme, storedTheme, type Theme } from '@/lib/theme';
import { useViewer } from '@/lib/viewer';
import { Avatar, Button, IconButton, Kbd, Menu, PlainButton, PlainLink } from '@/ui';
import { Mark } from '../Mark';
import { allowed, creations } from './places';
import styles from './Shell.module.css';
import { SignOut } from './viewerQuery';

const Palette = lazy(() => import('./Palette'));

/** The bar at the top: where to go, what to create, who is looking. */
export function TopBar({ onOpenRail }: { onOpenRail: () => void }) {
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
        <ViewerMenu />
      </div>
    </header>
  );
}

/** The search box, which opens the palette; Ctrl K opens it from anywhere. */
function Jump() {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const open = () => {
    setOpened(true);
    setOpen(true);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      open();
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
        <Suspense>
          <Palette isOpen={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function Create() {
  const { t } = useLingui();
  const { permissions } = useViewer();
  const entries = allowed(creations, permissions);
  if (entries.length === 0) return null;
  return (
    <Menu
      label={t`Create`}
      trigger={
        <Button icon={Plus} trailingIcon={ChevronDown}>
          {t`Create`}
        </Button>
      }
      items={entries.map((place) => ({ id: place.id, label: t(place.label), icon: place.icon, href: place.href }))}
    />
  );
}

function ViewerMenu() {
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
          id: 'session',
          label: fullName(user),
          entries: [
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
