import { Button, Panel, useTexts } from '../kit.ts';
import { headerErrors } from '../model/index.ts';
import { Problems } from '../steps/index.ts';
import { orderWords } from '../texts/index.ts';
import { HeaderFields, LinesPanel, SaveBar, useDiscard } from './parts.ts';
import { useNewOrder } from './useNewOrder.ts';

const open = ['storeId', 'source', 'delivery', 'remarks'] as const;

/** The fields of a new order, its lines, and the ways to save it. */
export function NewOrderForm() {
  const texts = useTexts(orderWords);
  const order = useNewOrder();
  const discard = useDiscard(order);
  const { draft, lines, header, act, saving, found } = order;
  return (
    <>
      <Problems error={order.error} refusal={order.refusal} found={found.words} note={texts.tryAgainSafely} />
      <Panel title={texts.data}>
        <HeaderFields
          header={header}
          open={open}
          errors={{ ...headerErrors(order.refusal), ...found.fields }}
          onChange={(patch) => act({ type: 'header', patch, version: null })}
        />
      </Panel>
      <LinesPanel
        lines={lines}
        draft={draft}
        field="cantidad_solicitada"
        growable
        version={null}
        act={act}
        source={undefined}
        failed={order.suggestions.failed}
        onRetry={order.suggestions.retry}
      />
      {order.dirty ? (
        <SaveBar message={order.restored ? texts.restored : texts.unsaved} saving={saving} onDiscard={discard}>
          <Button isDisabled={saving} onPress={() => void order.create(null)}>
            {texts.saveDraft}
          </Button>
          <Button look="primary" isDisabled={saving} onPress={() => void order.create('solicitado')}>
            {texts.create}
          </Button>
        </SaveBar>
      ) : null}
    </>
  );
}
