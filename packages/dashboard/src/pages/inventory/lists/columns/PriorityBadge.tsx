import { ChevronDown, ChevronsUp, ChevronUp, type LucideIcon, Minus } from 'lucide-react';
import { useListTexts } from '../../state/index.ts';
import type { listWords } from '../../texts/index.ts';
import styles from './PriorityBadge.module.css';

type Priority = keyof (typeof listWords)['es']['priorities'];

const signs: Record<Priority, LucideIcon> = { CRITICA: ChevronsUp, ALTA: ChevronUp, MEDIA: Minus, BAJA: ChevronDown };

/** How urgent something is: a sign, a colour and a word. */
export function PriorityBadge({ priority }: { readonly priority: Priority }) {
  const { priorities } = useListTexts();
  const Sign = signs[priority];
  return (
    <span className={`${styles.badge} ${styles[priority]}`}>
      <Sign size={14} aria-hidden="true" />
      {priorities[priority]}
    </span>
  );
}
