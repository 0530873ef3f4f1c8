import { accountWords, CheckField, roles, SelectField, StoresField, TextField, useLocale, useTexts } from '../kit.ts';
import { people } from '../model/index.ts';
import { peopleWords } from '../texts/index.ts';

export interface PersonFieldsProps {
  readonly form: people.PersonForm;
  readonly errors: Readonly<Record<string, string>>;
  /** Of somebody new; their mail address can be typed. */
  readonly isNew?: boolean;
  /** What they may is not changed here. */
  readonly powersLocked?: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (patch: Partial<people.PersonForm>) => void;
}

/** What is known of a person, and what they may. */
export function PersonFields(props: PersonFieldsProps) {
  const { form, errors, isNew = false, powersLocked = false, isDisabled = false, onChange } = props;
  const texts = useTexts(peopleWords);
  const { roleNotes } = useTexts(accountWords);
  const { shell } = useLocale().texts;
  const locked = powersLocked || isDisabled;
  return (
    <>
      {isNew ? (
        <TextField
          label={texts.mail}
          type="email"
          hint={texts.mailHint}
          value={form.correo}
          error={errors['correo']}
          maxLength={200}
          isRequired
          autoFocus
          onChange={(correo) => onChange({ correo })}
        />
      ) : null}
      <TextField
        label={texts.name}
        value={form.nombre}
        error={errors['nombre']}
        maxLength={100}
        isRequired
        isDisabled={isDisabled}
        onChange={(nombre) => onChange({ nombre })}
      />
      <SelectField
        label={texts.role}
        options={roles.map((id) => ({ id, name: shell.roles[id], note: roleNotes[id] }))}
        value={form.rol}
        hint={roleNotes[form.rol]}
        error={errors['rol']}
        isDisabled={locked}
        onChange={(rol) => onChange({ rol })}
      />
      {people.seesAllStores(form.rol) ? (
        <p>{texts.seesAll}</p>
      ) : (
        <StoresField
          value={form.ubicaciones}
          hint={form.ubicaciones.length === 0 ? texts.noStores : texts.storesHint}
          error={errors['ubicaciones']}
          isDisabled={locked}
          onChange={(ubicaciones) => onChange({ ubicaciones })}
        />
      )}
      {isNew ? null : (
        <CheckField
          label={texts.activeLabel}
          hint={texts.activeHint}
          selected={form.activo}
          isDisabled={locked}
          onChange={(activo) => onChange({ activo })}
        />
      )}
    </>
  );
}
