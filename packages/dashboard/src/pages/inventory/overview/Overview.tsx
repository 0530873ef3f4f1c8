import { Answer, Button, EmptyState } from '../../../components/index.ts';
import { useAsk, useFilters } from '../../../hooks/index.ts';
import { useInventory, useOverviewTexts } from '../state/index.ts';
import { OverviewContent } from './OverviewContent.tsx';
import { OverviewSkeleton } from './OverviewSkeleton.tsx';

/** The stock in figures, and how each store's is. */
export function Overview() {
  const { address, query } = useInventory();
  const summary = useAsk('resumirStock', { query: { ...query, por: address.by } });
  return (
    <Answer
      of={summary}
      skeleton={<OverviewSkeleton />}
      isEmpty={({ datos }) => datos.length === 0}
      empty={<NoStock />}
    >
      {({ datos }, source) => <OverviewContent rows={datos} source={source} />}
    </Answer>
  );
}

function NoStock() {
  const texts = useOverviewTexts();
  const { filters, change } = useFilters();
  const clear = () => change({ stores: [], categories: [], text: '' });
  const filtered = filters.stores.length > 0 || filters.categories.length > 0 || filters.text !== '';
  if (!filtered) return <EmptyState title={texts.emptyTitle} text={texts.noneLoaded} />;
  return (
    <EmptyState
      title={texts.emptyTitle}
      text={texts.empty}
      actions={
        <Button look="primary" onPress={clear}>
          {texts.clear}
        </Button>
      }
    />
  );
}
