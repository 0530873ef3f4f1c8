import { Segmented, SelectField, StoresField, TextField, useLocale, useTexts, type Rol } from '../kit.ts';
import styles from '../Profile.module.css';
import { words } from '../texts.ts';
import { keyDays, keyRoles, type KeyForm } from './key-form.ts';

export interface KeyFieldsProps {
  readonly form: KeyForm;
  readonly own: Rol;
  readonly errors: Readonly<Record<string, string | undefined>>;
  readonly onChange: (patch: Partial<KeyForm>) => void;
}

/** What a key is called, how long it holds, and what it may do. */
export function KeyFields({ form, own, errors, onChange }: KeyFieldsProps) {
  const { keys: texts } = useTexts(words);
  const { shell } = useLocale().texts;
  const roleOptions = [
    { id: 'propio' as const, name: texts.asMe },
    ...keyRoles(own, form.scope).map((id) => ({ id, name: shell.roles[id] })),
  ];
  const role = roleOptions.some(({ id }) => id === form.rol) ? form.rol : 'propio';
  return (
    <>
      <TextField
        label={texts.name}
        hint={texts.nameHint}
        value={form.nombre}
        error={errors['nombre']}
        maxLength={100}
        isRequired
        autoFocus
        onChange={(nombre) => onChange({ nombre })}
      />
      <SelectField
        label={texts.days}
        options={keyDays.map((id) => ({ id, name: texts.dayChoices[id] }))}
        value={form.dias}
        error={errors['dias']}
        onChange={(dias) => onChange({ dias })}
      />
      <SelectField
        label={texts.role}
        options={roleOptions}
        value={role}
        error={errors['rol']}
        onChange={(rol) => onChange({ rol })}
      />
      <div className={styles.choice}>
        <span className={styles.label}>{texts.scope}</span>
        <Segmented
          label={texts.scope}
          items={[
            { name: 'todas', content: texts.allOwn },
            { name: 'algunas', content: texts.some },
          ]}
          selected={form.scope}
          onSelect={(scope) => onChange({ scope })}
        />
      </div>
      {form.scope === 'algunas' ? (
        <StoresField
          value={form.ubicaciones}
          hint={texts.someNote}
          error={errors['ubicaciones']}
          onChange={(ubicaciones) => onChange({ ubicaciones })}
        />
      ) : null}
    </>
  );
}
