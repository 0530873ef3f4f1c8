import { useMemo } from 'react';
import { ComboField, SelectField, TextField, useAsk, useTexts } from '../kit.ts';
import { type Header, sourceValue } from '../model/index.ts';
import { orderWords, shared } from '../texts/index.ts';
import styles from './Editor.module.css';

export type HeaderField = keyof Header;

export interface HeaderFieldsProps {
  readonly header: Header;
  /** Those that may be changed now. */
  readonly open: readonly HeaderField[];
  /** What is wrong, by field. */
  readonly errors: Partial<Record<HeaderField, string>>;
  readonly onChange: (patch: Partial<Header>) => void;
}

/** What an order says beside its lines: whose it is, whom it asks, when it has to come. */
export function HeaderFields({ header, open, errors, onChange }: HeaderFieldsProps) {
  const texts = useTexts(orderWords);
  const names = useTexts(shared);
  const isOpen = (field: HeaderField) => open.includes(field);
  return (
    <div className={styles.header}>
      {isOpen('storeId') ? (
        <StoreField value={header.storeId} error={errors.storeId} onChange={(storeId) => onChange({ storeId })} />
      ) : null}
      {isOpen('source') ? (
        <SourceField
          value={header.source}
          storeId={header.storeId}
          error={errors.source}
          onChange={(source) => onChange({ source })}
        />
      ) : null}
      {isOpen('delivery') ? (
        <TextField
          label={names.delivery}
          type="date"
          value={header.delivery}
          hint={texts.deliveryHint}
          error={errors.delivery}
          onChange={(delivery) => onChange({ delivery })}
        />
      ) : null}
      {isOpen('remarks') ? (
        <div className={styles.remarks}>
          <TextField
            label={names.remarks}
            value={header.remarks}
            hint={texts.remarksHint}
            error={errors.remarks}
            maxLength={2000}
            multiline
            onChange={(remarks) => onChange({ remarks })}
          />
        </div>
      ) : null}
    </div>
  );
}

interface FieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function StoreField({ value, error, onChange }: FieldProps) {
  const texts = useTexts(orderWords);
  const { store } = useTexts(shared);
  const stores = useAsk('listarUbicaciones', {}).data?.body.datos;
  const options = useMemo(
    () =>
      (stores ?? [])
        .filter(({ tipo, activo }) => tipo === 'tienda' && activo)
        .map(({ id, nombre, codigo, ciudad }) => ({
          id,
          name: nombre,
          note: [codigo, ciudad].filter((part) => part !== null).join(' · '),
        })),
    [stores],
  );
  return (
    <SelectField
      label={store}
      options={options}
      value={value === '' ? null : value}
      placeholder={texts.chooseStore}
      error={error}
      isRequired
      onChange={onChange}
    />
  );
}

function SourceField({ value, error, onChange, storeId }: FieldProps & { readonly storeId: string }) {
  const texts = useTexts(orderWords);
  const { source, kinds } = useTexts(shared);
  const sources = useAsk('listarOrigenesPedido', {});
  const rows = sources.data?.body.datos;
  const options = useMemo(
    () =>
      (rows ?? [])
        // No store orders from itself.
        .filter(({ tipo, id }) => tipo === 'proveedor' || id !== storeId)
        .map((one) => ({ id: sourceValue(one), name: one.nombre, note: `${kinds[one.tipo]} · ${one.codigo}` })),
    [rows, kinds, storeId],
  );
  // A combo box takes its value's name from the options: it waits for them.
  if (rows === undefined && value !== '') return <TextField label={source} value="" isDisabled onChange={() => {}} />;
  return (
    <ComboField
      label={source}
      options={options}
      value={value === '' ? null : value}
      placeholder={texts.chooseSource}
      error={error}
      loading={sources.isPending}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}
