import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { chooseTheme, storedTheme } from '@/lib/theme';
import { IconButton, PageHeader, ToastRegion } from '@/ui';
import { Bringing } from './Bringing';
import { Choices } from './Choices';
import { Fields } from './Fields';
import styles from './Gallery.module.css';
import { Overlays } from './Overlays';
import { Pressing } from './Pressing';
import { Saying } from './Saying';
import { Showing } from './Showing';
import { Tokens } from './Tokens';

/** Every control of the kit in every state: what a screen may be made of. */
export function Gallery() {
  const [, setTheme] = useState(storedTheme);
  const show = (theme: 'system' | 'light' | 'dark') => () => {
    chooseTheme(theme);
    setTheme(theme);
  };
  return (
    <main className={styles.gallery}>
      <PageHeader
        title="Gallery"
        meta="Every control, in every state"
        actions={
          <>
            <IconButton label="Same as the device" icon={Monitor} onPress={show('system')} />
            <IconButton label="Light" icon={Sun} onPress={show('light')} />
            <IconButton label="Dark" icon={Moon} onPress={show('dark')} />
          </>
        }
      />
      <div className={styles.parts}>
        <Tokens />
        <Pressing />
        <Fields />
        <Choices />
        <Saying />
        <Showing />
        <Overlays />
        <Bringing />
      </div>
      <ToastRegion />
    </main>
  );
}
