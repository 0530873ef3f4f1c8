import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover, type Selection } from 'react-aria-components';
import { useTheme } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { themeChoices } from '../../theme/theme.ts';
import { Button } from '../button/Button.tsx';
import styles from './Menu.module.css';

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Chooses light, dark, or whatever the system says. */
export function ThemeMenu() {
  const { texts } = useLocale();
  const { choice, theme, choose } = useTheme();
  const Icon = icons[theme];
  const onSelectionChange = (selection: Selection) => {
    const next = themeChoices.find((name) => selection !== 'all' && selection.has(name));
    if (next) choose(next);
  };
  return (
    <MenuTrigger>
      <Button look="quiet" square aria-label={texts.shell.theme}>
        <Icon size={18} aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={6}>
        <Menu
          className={styles.menu ?? ''}
          aria-label={texts.shell.theme}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[choice]}
          onSelectionChange={onSelectionChange}
        >
          {themeChoices.map((name) => (
            <ThemeItem key={name} name={name} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function ThemeItem({ name }: { readonly name: (typeof themeChoices)[number] }) {
  const { texts } = useLocale();
  const Icon = icons[name];
  return (
    <MenuItem id={name} className={styles.item ?? ''} textValue={texts.shell.themes[name]}>
      <Icon size={16} aria-hidden="true" />
      {texts.shell.themes[name]}
      <Check className={styles.check} size={16} aria-hidden="true" />
    </MenuItem>
  );
}
