import { X } from 'lucide-react';
import { Button, useTexts } from '../kit.ts';
import type { LineView } from '../model/index.ts';
import { orderWords } from '../texts/index.ts';
import type { LineActions } from './line-props.ts';

/** Takes a line out; the message that follows takes it back. */
export function RemoveButton({ line, onRemove }: Pick<LineActions, 'onRemove'> & { readonly line: LineView }) {
  const texts = useTexts(orderWords);
  return (
    <Button look="quiet" square aria-label={texts.remove(line.name)} onPress={() => onRemove(line)}>
      <X size={16} aria-hidden="true" />
    </Button>
  );
}
