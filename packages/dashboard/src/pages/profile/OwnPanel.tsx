import { Facts, Panel, useAsk, useLocale, useSession, useTexts, type Rol } from './kit.ts';
import styles from './Profile.module.css';
import { words } from './texts.ts';

const allStores: ReadonlySet<Rol> = new Set(['gerente_general', 'super_admin']);

/** Who is signed in, and what they may. */
export function OwnPanel() {
  const { own } = useTexts(words);
  const { shell } = useLocale().texts;
  const user = useSession().data?.user;
  const stores = useAsk('listarUbicaciones', {}).data?.body.datos ?? [];
  if (user == null) return null;
  const names = stores.map(({ nombre }) => nombre).join(', ');
  return (
    <Panel title={own.title}>
      <div className={styles.body}>
        <Facts
          facts={[
            [own.name, user.nombre],
            [own.mail, user.correo],
            [own.role, shell.roles[user.rol]],
            [own.stores, allStores.has(user.rol) ? own.all : names === '' ? own.none : names],
          ]}
        />
        <p className={styles.note}>{own.note}</p>
      </div>
    </Panel>
  );
}
