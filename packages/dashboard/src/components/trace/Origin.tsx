import { Terminal } from 'lucide-react';
import { curlOf, methodOf, pathOf, type Source } from '../../client/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import { useCopy } from '../panel/take-away.ts';
import { AsOf } from './AsOf.tsx';
import styles from './Traced.module.css';
import { words } from './texts.ts';

/** The instant, the engine and the address of an answer. */
export function Origin({ source }: { readonly source: Source }) {
  const texts = useTexts(words);
  const copy = useCopy();
  const engine = source.engine === 'mirror' || source.engine === 'postgres' ? texts.engines[source.engine] : null;
  return (
    <>
      <dl className={styles.facts}>
        {source.asOf === null ? null : <AsOf instant={source.asOf} />}
        {engine === null ? null : (
          <>
            <dt>{texts.engine}</dt>
            <dd>{engine}</dd>
          </>
        )}
        <dt>{texts.address}</dt>
        <dd>
          <code>
            {methodOf(source.id)} {pathOf(source.id, source.request)}
          </code>
        </dd>
      </dl>
      <div className={styles.actions}>
        <Button onPress={() => copy(curlOf(source, location.origin))}>
          <Terminal size={16} aria-hidden="true" />
          {texts.curl}
        </Button>
      </div>
    </>
  );
}
