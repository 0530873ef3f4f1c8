import { Collection, Header, Menu, MenuItem, MenuSection, Text } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import type { Command, CommandGroup } from './command.ts';
import styles from './Palette.module.css';
import { words } from './texts.ts';
import type { Commands } from './useCommands.ts';

export interface CommandListProps extends Commands {
  /** A command has been chosen. */
  readonly onDone: () => void;
}

/** The commands by kind, each under its title. */
export function CommandList({ groups, state, onDone }: CommandListProps) {
  const texts = useTexts(words);
  const note = { ready: null, waiting: texts.searching, failed: texts.failed }[state];
  return (
    <>
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
      <Text slot="label">{text}</Text>
      {hint === undefined ? null : (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
    </MenuItem>
  );
}
