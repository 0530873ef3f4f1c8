import type { ComponentProps } from 'react';
import { ApiProblem } from '../../client/index.ts';
import { Button, EmptyState, FailureState } from '../../components/index.ts';
import { useCurrency } from '../../hooks/index.ts';
import { useWords } from './explore/index.ts';

/** Said once for the whole page, since all its questions would be refused alike. Without a rate, bolívares remain. */
export function Refused(props: ComponentProps<typeof FailureState>) {
  const texts = useWords();
  const { choose } = useCurrency();
  const { error } = props;
  if (!(error instanceof ApiProblem) || error.codigo !== 'NO_EXCHANGE_RATE') return <FailureState {...props} />;
  return (
    <EmptyState
      title={texts.noRateTitle}
      text={texts.noRate}
      actions={
        <Button look="primary" onPress={() => choose('VES')}>
          {texts.inBolivares}
        </Button>
      }
    />
  );
}
