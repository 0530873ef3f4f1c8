import { Button, useTexts } from '../kit.ts';
import { inButtonOrder, mannerOf, type Order, type OrderState } from '../model/index.ts';
import { orderWords } from '../texts/index.ts';

export interface StepButtonsProps {
  readonly order: Order;
  /** Changes are saved first. */
  readonly dirty: boolean;
  readonly disabled: boolean;
  readonly onStep: (to: OrderState) => void;
}

/** What this person can have the order become. */
export function StepButtons({ order, dirty, disabled, onStep }: StepButtonsProps) {
  const texts = useTexts(orderWords);
  return inButtonOrder(order.estado, order.transiciones).map((to) => {
    const { tone } = mannerOf(order.estado, to);
    const saves = dirty && tone === 'main';
    return (
      <Button key={to} look={tone === 'main' ? 'primary' : 'outline'} isDisabled={disabled} onPress={() => onStep(to)}>
        {saves ? texts.saveAnd(texts.steps[to]) : texts.steps[to]}
      </Button>
    );
  });
}
