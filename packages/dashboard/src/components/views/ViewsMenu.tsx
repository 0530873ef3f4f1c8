import { Bookmark } from 'lucide-react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { useViews } from '../../hooks/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import { words } from './texts.ts';
import styles from './Views.module.css';
import { ViewsContent } from './ViewsContent.tsx';

/** The saved views of a page, `/ventas`: to open them, and to save the filters on screen as one. */
export function ViewsMenu({ page }: { readonly page: string }) {
  const texts = useTexts(words);
  const views = useViews(page);
  return (
    <DialogTrigger>
      <Button aria-label={views.current === undefined ? texts.title : `${texts.title}: ${views.current.nombre}`}>
        <Bookmark className={views.current === undefined ? '' : styles.marked} size={16} aria-hidden="true" />
        <span className={styles.face}>{views.current?.nombre ?? texts.views}</span>
      </Button>
      <Popover className={styles.popover ?? ''} aria-label={texts.title} placement="bottom end" offset={6}>
        <div className={styles.dialog}>
          <ViewsContent page={page} views={views} />
        </div>
      </Popover>
    </DialogTrigger>
  );
}
