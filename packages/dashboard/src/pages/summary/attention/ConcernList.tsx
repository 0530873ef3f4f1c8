import { ArrowDownToLine, CalendarClock, CalendarX2, ChevronRight, CircleMinus, Clock, PackageX } from 'lucide-react';
import { Link } from 'react-aria-components';
import { Skeleton } from '../../../components/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import { concernKinds, type Concern, type ConcernKind } from '../model/index.ts';
import { words } from '../texts.ts';
import styles from './Attention.module.css';

const icons: Record<ConcernKind, typeof Clock> = {
  late: Clock,
  gaps: CalendarX2,
  negative: CircleMinus,
  critical: ArrowDownToLine,
  expiring: CalendarClock,
  idle: PackageX,
};

/** Stores that are named; the others are counted. */
const NAMED = 2;

/** What needs a person, each a way to where it is looked into. */
export function ConcernList({ concerns }: { readonly concerns: readonly Concern[] }) {
  return (
    <ul className={styles.concerns}>
      {concerns.map((concern) => (
        <li key={concern.kind}>
          <ConcernLink concern={concern} />
        </li>
      ))}
    </ul>
  );
}

function ConcernLink({ concern: { kind, count, stores, href } }: { readonly concern: Concern }) {
  const texts = useTexts(words).attention;
  const { numbers } = useLocale();
  const Icon = icons[kind];
  const named = stores.slice(0, NAMED).join(', ');
  const others = stores.length - NAMED;
  return (
    <Link className={styles.concern ?? ''} href={href}>
      <span className={`${styles.emblem} ${kind === 'idle' ? '' : styles.urgent}`}>
        <Icon size={17} aria-hidden="true" />
      </span>
      <span className={styles.what}>
        <b>{texts[kind](count, numbers.whole(count))}</b>
        <span>{texts.inStores(others > 0 ? texts.more(named, numbers.whole(others)) : named)}</span>
      </span>
      <ChevronRight size={16} aria-hidden="true" />
    </Link>
  );
}

/** As high as if everything needed somebody. */
export function ConcernSkeleton() {
  return (
    <ul className={styles.concerns} aria-hidden="true">
      {concernKinds.map((kind) => (
        <li key={kind} className={styles.concern}>
          <Skeleton width="2rem" height="2rem" />
          <span className={styles.what}>
            <b>
              <Skeleton width="11rem" height="0.8em" />
            </b>
            <span>
              <Skeleton width="8rem" height="0.8em" />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
