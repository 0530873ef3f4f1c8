import { CheckField, ComboField, SelectField, TextField, useTexts } from '../kit.ts';
import type { stores } from '../model/index.ts';
import { storeWords } from '../texts/index.ts';
import styles from '../Administration.module.css';

export interface StoreFieldsProps {
  readonly form: stores.StoreForm;
  readonly errors: Readonly<Record<string, string>>;
  readonly isNew: boolean;
  readonly onChange: (patch: Partial<stores.StoreForm>) => void;
}

const kinds = ['tienda', 'cedi'] as const;
const zones = Intl.supportedValuesOf('timeZone');

/** What is known of a store. */
export function StoreFields({ form, errors, isNew, onChange }: StoreFieldsProps) {
  const texts = useTexts(storeWords);
  const known = zones.includes(form.zona_horaria) || form.zona_horaria === '' ? zones : [form.zona_horaria, ...zones];
  const error = (name: string) => errors[name] ?? null;
  return (
    <>
      {isNew ? (
        <TextField
          label={texts.id}
          hint={texts.idHint}
          value={form.id}
          error={error('id')}
          maxLength={50}
          isRequired
          autoFocus
          onChange={(id) => onChange({ id })}
        />
      ) : null}
      <div className={styles.pair}>
        <TextField
          label={texts.name}
          value={form.nombre}
          error={error('nombre')}
          maxLength={100}
          isRequired
          onChange={(nombre) => onChange({ nombre })}
        />
        <TextField
          label={texts.code}
          value={form.codigo}
          error={error('codigo')}
          maxLength={10}
          isRequired
          onChange={(codigo) => onChange({ codigo })}
        />
        <TextField
          label={texts.city}
          value={form.ciudad}
          error={error('ciudad')}
          maxLength={50}
          onChange={(ciudad) => onChange({ ciudad })}
        />
        <TextField
          label={texts.region}
          value={form.region}
          error={error('region')}
          maxLength={50}
          onChange={(region) => onChange({ region })}
        />
        <SelectField
          label={texts.kind}
          options={kinds.map((id) => ({ id, name: texts.kinds[id] }))}
          value={form.tipo}
          error={error('tipo')}
          onChange={(tipo) => onChange({ tipo })}
        />
        <ComboField
          label={texts.zone}
          options={known.map((id) => ({ id, name: id }))}
          value={form.zona_horaria === '' ? null : form.zona_horaria}
          hint={texts.zoneHint}
          error={error('zona_horaria')}
          isRequired
          onChange={(zone) => onChange({ zona_horaria: zone ?? '' })}
        />
      </div>
      <CheckField
        label={texts.activeLabel}
        hint={texts.activeHint}
        selected={form.activo}
        onChange={(activo) => onChange({ activo })}
      />
    </>
  );
}
