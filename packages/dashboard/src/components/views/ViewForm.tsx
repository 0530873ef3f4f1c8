import { Form } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import { TextField } from '../fields/TextField.tsx';
import { ShareBox } from './ShareBox.tsx';
import styles from './Views.module.css';
import { words } from './texts.ts';
import { NAME_LENGTH, useViewForm, type ViewFormProps } from './useViewForm.ts';

/** A view's name, and whether it is for everybody. */
export function ViewForm(props: ViewFormProps) {
  const texts = useTexts(words);
  const { name, setName, mayShare, shared, setShared, problem, saving, submit } = useViewForm(props);
  return (
    <Form className={styles.form ?? ''} onSubmit={(event) => void submit(event)}>
      <h2 className={styles.title}>{props.title}</h2>
      <TextField
        label={texts.name}
        placeholder={texts.namePlaceholder}
        value={name}
        onChange={setName}
        maxLength={NAME_LENGTH}
        autoFocus
        {...(problem === null ? {} : { error: problem })}
      />
      {mayShare ? <ShareBox shared={shared} onChange={setShared} /> : null}
      <div className={styles.actions}>
        <Button onPress={props.onCancel}>{texts.cancel}</Button>
        <Button look="primary" type="submit" isDisabled={saving}>
          {saving ? texts.saving : texts.save}
        </Button>
      </div>
    </Form>
  );
}
