import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { toastQueue, useToastList, type Toast } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import styles from './Toasts.module.css';

/** Long enough to read it twice; where there is something to decide, to decide it. */
const SHOWN_MS = 6000;
const SHOWN_WITH_UNDO_MS = 12_000;

/** The short messages, at the foot of the page. They wait as long as somebody is at one of them. */
export function Toasts() {
  const { toasts: texts } = useLocale().texts;
  const toasts = useToastList();
  const [held, setHeld] = useState(false);
  return (
    <section
      className={styles.region}
      aria-label={texts.region}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div role="status">
        {toasts.map((toast) => (
          <OneToast key={toast.id} toast={toast} held={held} />
        ))}
      </div>
    </section>
  );
}

function OneToast({ toast, held }: { readonly toast: Toast; readonly held: boolean }) {
  const { toasts: texts } = useLocale().texts;
  const { id, text, tone, undo } = toast;
  const Icon = tone === 'failed' ? TriangleAlert : CircleCheck;
  useEffect(() => {
    // A failure stays until somebody has seen it.
    if (held || tone === 'failed') return;
    const timer = setTimeout(() => toastQueue.putAway(id), undo === undefined ? SHOWN_MS : SHOWN_WITH_UNDO_MS);
    return () => clearTimeout(timer);
  }, [held, id, tone, undo]);
  return (
    <div className={`${styles.toast} ${tone === 'failed' ? styles.failed : ''}`}>
      <Icon size={18} aria-hidden="true" />
      <p>{text}</p>
      {undo === undefined ? null : (
        <Button
          onPress={() => {
            toastQueue.putAway(id);
            undo();
          }}
        >
          {texts.undo}
        </Button>
      )}
      <Button look="quiet" square aria-label={texts.close} onPress={() => toastQueue.putAway(id)}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
