/** Oneself: settings, light and dark, and the way out. */
import { Menu, UnstyledButton } from '@mantine/core';
import { Check, CircleUser, LogOut, Moon, Settings2, Sun, SunMoon, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Scheme } from '../../shared/people.ts';
import { useMe } from '../api/me.ts';
import { texts, useText } from '../ui/text.ts';
import styles from './MeMenu.module.css';
import { useChooseScheme } from './preferences.tsx';
import { useLeave } from './useLeave.ts';

const TEXTS = texts('app.me', {
  en: {
    menu: '{{name}}, my menu', settings: 'My settings', scheme: 'Light and dark', auto: 'As this device', light: 'Light', dark: 'Dark', out: 'Sign out',
  },
  it: {
    menu: '{{name}}, il mio menu', settings: 'Le mie impostazioni', scheme: 'Chiaro e scuro', auto: 'Come il dispositivo', light: 'Chiaro', dark: 'Scuro', out: 'Esci',
  },
});

const SCHEMES: readonly { scheme: Scheme; icon: LucideIcon }[] = [
  { scheme: 'auto', icon: SunMoon },
  { scheme: 'light', icon: Sun },
  { scheme: 'dark', icon: Moon },
];

interface Props {
  /** What is pressed; a plain figure outside of projects, where nobody has a side. */
  children?: ReactNode;
  position?: 'bottom-end' | 'top-start' | 'right-end';
}

export function MeMenu({ children, position = 'bottom-end' }: Props) {
  const say = useText(TEXTS);
  const me = useMe();
  const leave = useLeave();
  if (!me) return null;
  return (
    <Menu position={position} width={236}>
      <Menu.Target>
        <UnstyledButton className={styles.target} aria-label={say('menu', { name: me.name })}>
          {children ?? <CircleUser size={24} strokeWidth={1.75} aria-hidden />}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <p className={styles.name}>{me.name}</p>
          <p className={styles.email}>{me.email}</p>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/me" leftSection={<Settings2 size={18} strokeWidth={1.75} aria-hidden />}>{say('settings')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{say('scheme')}</Menu.Label>
        <SchemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={18} strokeWidth={1.75} aria-hidden />} onClick={() => { leave.mutate(); }}>{say('out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeItems() {
  const say = useText(TEXTS);
  const { scheme: now, choose } = useChooseScheme();
  return SCHEMES.map(({ scheme, icon: Icon }) => (
    <Menu.Item
      key={scheme} role="menuitemradio" aria-checked={scheme === now} closeMenuOnClick={false}
      leftSection={<Icon size={18} strokeWidth={1.75} aria-hidden />}
      rightSection={scheme === now ? <Check size={16} strokeWidth={2} aria-hidden /> : null}
      onClick={() => { choose(scheme); }}
    >
      {say(scheme)}
    </Menu.Item>
  ));
}
