import { Code, Download, FileSpreadsheet, Terminal } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { curlOf, fetchSql, fileAddress, isTable, type Source } from '../../client/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import styles from './ExportMenu.module.css';
import { words } from './texts.ts';
import { useCopy } from './useCopy.ts';

export interface ExportMenuProps {
  /** Whose rows they are. */
  readonly title: string;
  readonly source: Source;
}

const files = ['excel', 'csv', 'xlsx'] as const;

/** Takes what is on screen elsewhere: as a file with all its rows, as a command, as SQL. */
export function ExportMenu({ title, source }: ExportMenuProps) {
  const texts = useTexts(words);
  const copy = useCopy();
  const table = isTable(source.id);
  return (
    <div className={styles.export}>
      <MenuTrigger>
        <Button look="quiet" aria-label={texts.exportOf(title)}>
          <Download size={16} aria-hidden="true" />
          <span className={styles.word}>{texts.export}</span>
        </Button>
        <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
          <Menu className={styles.menu ?? ''} aria-label={texts.exportOf(title)}>
            {table
              ? files.map((format) => (
                  <MenuItem
                    key={format}
                    className={styles.item ?? ''}
                    href={fileAddress(source, format)}
                    download=""
                    target="_self"
                  >
                    <FileSpreadsheet size={16} aria-hidden="true" />
                    {texts[format]}
                  </MenuItem>
                ))
              : null}
            <MenuItem className={styles.item ?? ''} onAction={() => copy(curlOf(source, location.origin))}>
              <Terminal size={16} aria-hidden="true" />
              {texts.curl}
            </MenuItem>
            {table ? (
              <MenuItem className={styles.item ?? ''} onAction={() => copy(fetchSql(source))}>
                <Code size={16} aria-hidden="true" />
                {texts.sql}
              </MenuItem>
            ) : null}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
