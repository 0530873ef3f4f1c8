import { useState } from 'react';
import { Autocomplete } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import { CommandList } from './CommandList.tsx';
import type { PaletteProps } from './Palette.tsx';
import { PaletteField } from './PaletteField.tsx';
import { words } from './texts.ts';
import { useCommands } from './useCommands.ts';

/** The field, and what its letters find. */
export function PaletteContent({ pages, onClose }: PaletteProps) {
  const texts = useTexts(words);
  const [typed, setTyped] = useState('');
  const { groups, state } = useCommands(pages, typed);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <PaletteField label={texts.placeholder} />
      <CommandList groups={groups} state={state} onDone={onClose} />
    </Autocomplete>
  );
}
