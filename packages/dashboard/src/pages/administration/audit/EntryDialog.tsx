import { Dialog, Facts, useLocale, useTexts, writeCell } from '../kit.ts';
import { detailsOf, type Entry } from '../model/index.ts';
import { pageWords } from '../texts/index.ts';
import styles from '../Administration.module.css';

/** All that the log has of a deed. */
export function EntryDialog({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const { audit, actions } = useTexts(pageWords);
  const locale = useLocale();
  const text = (value: string | null) => value ?? locale.texts.notAvailable;
  const details = detailsOf(entry.detalle);
  return (
    <Dialog title={actions[entry.accion]} onClose={onClose} wide>
      <Facts
        facts={[
          [audit.moment, writeCell(entry.momento, 'instant', locale)],
          [audit.who, entry.correo ?? audit.nobody],
          [audit.object, text(entry.objeto)],
          [audit.address, text(entry.direccion)],
          [audit.key, text(entry.token_id)],
          [audit.request, text(entry.solicitud_id)],
        ]}
      />
      {details.length === 0 ? null : (
        <>
          <h3 className={styles.subtitle}>{audit.detail}</h3>
          <Facts
            facts={details.map(([name, value]) => [
              name === '' ? audit.detail : name,
              <span key={name} className={styles.long}>
                {value}
              </span>,
            ])}
          />
        </>
      )}
    </Dialog>
  );
}
