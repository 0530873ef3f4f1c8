import { Code, Download, FileSpreadsheet, Terminal } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import {
  curlOf,
  fetchSql,
  fileAddress,
  isTable,
  methodOf,
  tellsSql,
  type FileFormat,
  type Source,
} from '../../client/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import styles from './ExportMenu.module.css';
import { words } from './texts.ts';
import { useCopy, useDownload } from './take-away.ts';

export interface ExportMenuProps {
  /** Whose rows they are. */
  readonly title: string;
  readonly source: Source;
  /** As what the rows can be had; as what spreadsheets open unless told. */
  readonly formats?: readonly FileFormat[];
}

const spreadsheets = ['excel', 'csv', 'xlsx'] as const;

/** Takes what is on screen elsewhere: as a file with all its rows, as a command, as SQL. */
export function ExportMenu({ title, source, formats = spreadsheets }: ExportMenuProps) {
  const texts = useTexts(words);
  const copy = useCopy();
  const download = useDownload();
  const table = isTable(source.id);
  // What is asked in a body has no address.
  const addressed = methodOf(source.id) === 'GET';
  const wayOf = (format: FileFormat) =>
    addressed
      ? { href: fileAddress(source, format), download: '', target: '_self' }
      : { onAction: () => download(source, format) };
  return (
    <MenuTrigger>
      <Button look="quiet" aria-label={texts.exportOf(title)}>
        <Download size={16} aria-hidden="true" />
        <span className={styles.word}>{texts.export}</span>
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Menu className={styles.menu ?? ''} aria-label={texts.exportOf(title)}>
          {table
            ? formats.map((format) => (
                <MenuItem key={format} className={styles.item ?? ''} {...wayOf(format)}>
                  <FileSpreadsheet size={16} aria-hidden="true" />
                  {texts[format]}
                </MenuItem>
              ))
            : null}
          <MenuItem className={styles.item ?? ''} onAction={() => copy(curlOf(source, location.origin))}>
            <Terminal size={16} aria-hidden="true" />
            {texts.curl}
          </MenuItem>
          {tellsSql(source.id) ? (
            <MenuItem className={styles.item ?? ''} onAction={() => copy(fetchSql(source))}>
              <Code size={16} aria-hidden="true" />
              {texts.sql}
            </MenuItem>
          ) : null}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
