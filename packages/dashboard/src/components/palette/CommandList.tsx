import { Collection, Header, Menu, MenuItem, MenuSection } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import type { Command, CommandGroup } from './command.ts';
import styles from './Palette.module.css';
import { words } from './texts.ts';
import type { Commands } from './useCommands.ts';

export interface CommandListProps extends Commands {
  /** A command has been chosen. */
  readonly onDone: () => void;
}

/** The commands by kind, each under its title. The focus stays in the field: what scrolls takes it, too, for the keys. */
export function CommandList({ groups, state, onDone }: CommandListProps) {
  const texts = useTexts(words);
  const note = { ready: null, waiting: texts.searching, failed: texts.failed }[state];
  return (
    <>
      <div className={styles.scroll} role="group" aria-label={texts.title} tabIndex={0}>
        <Menu
          className={styles.menu ?? ''}
          aria-label={texts.title}
          items={groups}
          renderEmptyState={() => <p className={styles.note}>{note ?? texts.none}</p>}
        >
          {(group: CommandGroup) => (
            <MenuSection id={group.id} className={styles.section ?? ''}>
              <Header className={styles.title ?? ''}>{group.title}</Header>
              <Collection items={group.commands}>
                {(command) => <CommandItem command={command} onDone={onDone} />}
              </Collection>
            </MenuSection>
          )}
        </Menu>
      </div>
      <p role="status" className={groups.length > 0 && note !== null ? styles.foot : 'visually-hidden'}>
        {note}
      </p>
    </>
  );
}

function CommandItem({ command, onDone }: { readonly command: Command; readonly onDone: () => void }) {
  const { text, hint, icon: Icon, run } = command;
  const act = () => {
    onDone();
    run();
  };
  return (
    <MenuItem className={styles.item ?? ''} textValue={text} onAction={act}>
      <Icon size={17} aria-hidden="true" />
      <span>{text}</span>
      {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
    </MenuItem>
  );
}
