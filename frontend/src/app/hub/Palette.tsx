import { useLingui } from '@lingui/react/macro';
import { Search, UserRound } from 'lucide-react';
import { use, useEffect, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  RouterProvider,
  SearchField,
  Text,
} from 'react-aria-components';
import { graphql } from '@/gen';
import { fullName } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useSettled } from '@/lib/settled';
import { useViewer } from '@/lib/viewer';
import { FollowContext } from '@/ui';
import styles from './Palette.module.css';
import { takeKeys } from './paletteKeys';
import { aliases, createNames, innerCreations, innerPlaces } from './aliases';
import { allowed, creations, type Place, sections } from './places';

const PaletteQuery = graphql(`
  query Palette($search: String!) {
    users(first: 6, filter: { search: $search }) {
      edges {
        node {
          id
          firstName
          lastName
          email
        }
      }
    }
  }
`);

function useFoundUsers(text: string) {
  const { permissions, managedGroups } = useViewer();
  const search = useSettled(text.trim()).slice(0, 200);
  const isPaused = search.length < 2 || (!permissions.includes('USERS_READ') && managedGroups.length === 0);
  const { data } = useQuery(PaletteQuery, { search }, { isPaused });
  return isPaused ? [] : (data?.users.edges.map((edge) => edge.node) ?? []);
}

/** Finds places by any of their names, things to create, and users; opened with Ctrl K. */
export default function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const follow = use(FollowContext);
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable className={styles.veil}>
      <Modal className={styles.modal}>
        <Dialog aria-label={t`Search or jump to…`} className={styles.dialog}>
          <RouterProvider navigate={(href) => follow?.(href)}>
            <Finder onClose={onClose} />
          </RouterProvider>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const [text, setText] = useState('');
  const users = useFoundUsers(text);
  // The box has the focus by now: what was typed on the way here is its text.
  useEffect(() => setText(takeKeys()), []);

  const nameOf = (place: Place) => createNames[place.id] ?? place.label;
  const holds = (place: Place) => {
    const wanted = text.trim().toLocaleLowerCase();
    const names = [place.label, nameOf(place), ...(aliases[place.id] ?? [])];
    return names.some((name) => t(name).toLocaleLowerCase().includes(wanted));
  };
  const places = allowed([...sections.flatMap((section) => section.places), ...innerPlaces], viewer).filter(holds);
  const actions = allowed([...creations, ...innerCreations], viewer).filter(holds);

  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField aria-label={t`Search or jump to…`} autoFocus className={styles.search}>
        <Search aria-hidden size={16} strokeWidth={1.6} />
        <Input placeholder={t`Search or jump to…`} className={styles.input} />
      </SearchField>
      <Menu
        aria-label={t`Found`}
        onAction={onClose}
        className={styles.list}
        renderEmptyState={() => <p className={styles.none}>{t`Nothing found.`}</p>}
      >
        {users.length > 0 && (
          <MenuSection>
            <Header className={styles.heading}>{t`Users`}</Header>
            {users.map((user) => (
              <MenuItem
                key={user.id}
                id={user.id}
                href={routes.user(user.id)}
                textValue={fullName(user)}
                className={styles.item}
              >
                <UserRound aria-hidden size={16} strokeWidth={1.6} />
                <Text slot="label">{fullName(user)}</Text>
                <Text slot="description" elementType="small">
                  {user.email}
                </Text>
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {places.length > 0 && (
          <MenuSection>
            <Header className={styles.heading}>{t`Go to`}</Header>
            {places.map((place) => (
              <PlaceItem key={place.id} place={place} label={t(nameOf(place))} />
            ))}
          </MenuSection>
        )}
        {actions.length > 0 && (
          <MenuSection>
            <Header className={styles.heading}>{t`Create`}</Header>
            {actions.map((place) => (
              <PlaceItem key={place.id} place={place} label={t(nameOf(place))} />
            ))}
          </MenuSection>
        )}
      </Menu>
    </Autocomplete>
  );
}

function PlaceItem({ place, label }: { place: Place; label: string }) {
  const Icon = place.icon;
  return (
    <MenuItem id={place.id} href={place.href} textValue={label} className={styles.item}>
      <Icon aria-hidden size={16} strokeWidth={1.6} />
      <Text slot="label">{label}</Text>
    </MenuItem>
  );
}
