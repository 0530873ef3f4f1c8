import type { KeyboardEvent } from 'react';
import { Button, Panel, type Source, useTexts } from '../kit.ts';
import { headerErrors, mannerOf, openHeaderFields, type Order } from '../model/index.ts';
import { Conflict, Problems, StepDialog } from '../steps/index.ts';
import { orderWords } from '../texts/index.ts';
import {
  HeaderFields,
  HistoryPanel,
  LinesPanel,
  OrderFacts,
  OrderHead,
  SaveBar,
  useDiscard,
  useOrderEditing,
  useSteps,
} from './parts.ts';
import styles from './Editor.module.css';

export interface OrderEditorProps {
  readonly order: Order;
  readonly source: Source;
}

/** An order on screen, its open fields to type into. */
export function OrderEditor({ order, source }: OrderEditorProps) {
  const texts = useTexts(orderWords);
  const editing = useOrderEditing(order);
  const { draft, dirty, act, conflict, writes, lines } = editing;
  const discard = useDiscard(editing);
  const steps = useSteps(order, editing);
  const open = openHeaderFields(order.editable);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (dirty && !conflict && !writes.saving) void editing.save();
  };
  return (
    <div className={styles.page} onKeyDown={press}>
      <OrderHead order={order} editing={editing} onStep={steps.start} />
      {conflict ? (
        <Conflict
          order={order}
          draft={draft}
          lines={lines}
          open={draft.field === editing.field}
          onKeep={editing.keepMine}
          onDrop={discard}
        />
      ) : (
        <Problems error={writes.error} refusal={writes.refusal} found={steps.found} />
      )}
      <Panel title={texts.data}>
        <OrderFacts order={order} open={open} />
        <HeaderFields
          header={editing.header}
          open={open}
          errors={headerErrors(writes.refusal)}
          onChange={(patch) => act({ type: 'header', patch, version: order.version })}
        />
      </Panel>
      <LinesPanel
        lines={lines}
        draft={draft}
        field={editing.field}
        growable={order.editable.includes('lineas')}
        version={order.version}
        act={act}
        source={{ ...source, id: 'listarLineasPedido', request: { params: { id: order.id } } }}
        failed={editing.suggestions.failed}
        onRetry={editing.suggestions.retry}
      />
      {dirty && !conflict ? (
        <SaveBar message={editing.restored ? texts.restored : texts.unsaved} saving={writes.saving} onDiscard={discard}>
          <Button look="primary" isDisabled={writes.saving} onPress={() => void editing.save()}>
            {texts.save}
          </Button>
        </SaveBar>
      ) : null}
      <HistoryPanel orderId={order.id} />
      {steps.asking === null ? null : (
        <StepDialog
          from={order.estado}
          to={steps.asking}
          totals={editing.totals}
          dirty={dirty && mannerOf(order.estado, steps.asking).tone === 'main'}
          onGo={steps.go}
          onClose={() => steps.ask(null)}
        />
      )}
    </div>
  );
}
