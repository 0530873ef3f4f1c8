import { SelectField, useTexts } from './kit.ts';
import type { Person } from './model/index.ts';
import { pageWords } from './texts/index.ts';

export interface PersonFilterProps {
  readonly people: readonly Person[];
  readonly value: string | null;
  readonly onChange: (person: string | null) => void;
}

const ANYONE = 'cualquiera';

/** Whose keys or deeds are on screen. */
export function PersonFilter({ people, value, onChange }: PersonFilterProps) {
  const texts = useTexts(pageWords);
  const options = [
    { id: ANYONE, name: texts.anyone },
    ...people.map(({ id, nombre, correo }) => ({ id, name: nombre, note: correo })),
  ];
  return (
    <SelectField
      label={texts.person}
      options={options}
      value={value ?? ANYONE}
      onChange={(next) => onChange(next === ANYONE ? null : next)}
    />
  );
}
