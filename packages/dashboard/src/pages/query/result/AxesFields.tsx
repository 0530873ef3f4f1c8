import { SelectField } from '../../../components/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { type Axes, type AxisOptions, COUNT } from '../model/drawing.ts';
import { words } from '../texts.ts';
import styles from './Result.module.css';

export interface AxesFieldsProps {
  readonly options: AxisOptions;
  readonly axes: Axes;
  readonly onChoose: (axes: Partial<Axes>) => void;
}

/** Chooses which figure is drawn, and by what. */
export function AxesFields({ options, axes, onChoose }: AxesFieldsProps) {
  const texts = useTexts(words);
  const named = (name: string) => ({ id: name, name: name === COUNT ? texts.count : name });
  return (
    <div className={styles.axes}>
      <SelectField
        label={texts.axisY}
        options={options.y.map(named)}
        value={axes.y}
        onChange={(y) => onChoose({ y })}
      />
      <SelectField
        label={texts.axisX}
        options={options.x.map(named)}
        value={axes.x}
        onChange={(x) => onChoose({ x })}
      />
    </div>
  );
}
