import { useLocale } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import { EmptyState } from './EmptyState.tsx';

/** Instead of a page that broke down: a way to start it again. */
export function Stopped() {
  const { failure } = useLocale().texts;
  return (
    <main>
      <EmptyState
        title={failure.pageTitle}
        text={failure.page}
        actions={
          <Button look="primary" onPress={() => location.reload()}>
            {failure.reload}
          </Button>
        }
      />
    </main>
  );
}
