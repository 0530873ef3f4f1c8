import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { compareDecimals } from '../../../figures/index.ts';
import { useLocale, useTexts } from '../kit.ts';
import type { LineView } from '../model/index.ts';
import { orderWords } from '../texts/index.ts';
import styles from './Arithmetic.module.css';

/** What is suggested; pressed, it shows the sum that it comes from. */
export function SuggestedFigure({ line }: { readonly line: LineView }) {
  const texts = useTexts(orderWords);
  const { numbers, texts: common } = useLocale();
  const { suggested } = line.arithmetic;
  return (
    <DialogTrigger>
      <Button className={styles.figure ?? ''}>
        {suggested === null ? common.notAvailable : numbers.quantity(suggested)}
        <span className="visually-hidden">. {texts.arithmetic(line.name)}</span>
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={6}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {texts.arithmeticTitle}
          </Heading>
          <Sum line={line} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** The sum, a row for each number. */
function Sum({ line: { arithmetic, caseSize } }: { readonly line: LineView }) {
  const texts = useTexts(orderWords);
  const { numbers } = useLocale();
  const { most, onHand, coming, need, limit, suggested } = arithmetic;
  if (most === null || need === null || suggested === null)
    return <p className={styles.note}>{suggested === null ? texts.noArithmetic : texts.notKept}</p>;
  const rows: readonly (readonly [sign: string, name: string, value: string | null])[] = [
    ['', texts.sum.most, most],
    ['−', texts.sum.onHand, onHand ?? '0'],
    ['−', texts.sum.coming, coming ?? '0'],
    ['=', texts.sum.need, need],
    ['', `${texts.sum.cases}, ${texts.perCase(numbers.quantity(caseSize))}`, suggested],
  ];
  return (
    <>
      <dl className={styles.sum}>
        {rows.map(([sign, name, value]) => (
          <div key={name} className={name !== texts.sum.most && (sign === '=' || sign === '') ? styles.result : ''}>
            <dt>
              <span className={styles.sign} aria-hidden="true">
                {sign}
              </span>
              {name}
            </dt>
            <dd>{value === null ? '' : numbers.quantity(value)}</dd>
          </div>
        ))}
        {limit === null ? null : (
          <div>
            <dt>
              <span className={styles.sign} />
              {texts.sum.limit}
            </dt>
            <dd>{numbers.quantity(limit)}</dd>
          </div>
        )}
      </dl>
      {onHand?.startsWith('-') === true ? <p className={styles.note}>{texts.negativeOnHand}</p> : null}
      {compareDecimals(suggested, '0') === 0 ? <p className={styles.note}>{texts.notNeeded}</p> : null}
    </>
  );
}
