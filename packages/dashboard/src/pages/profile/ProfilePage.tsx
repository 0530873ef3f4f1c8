import { FactorPanel } from './factor/FactorPanel.tsx';
import { KeysPanel } from './keys/KeysPanel.tsx';
import { InPersonNote, PageHead, useMe, useTexts } from './kit.ts';
import { OwnPanel, PasswordPanel, PreferencesPanel } from './own.ts';
import styles from './Profile.module.css';
import { SessionsPanel } from './sessions/SessionsPanel.tsx';
import { words } from './texts.ts';

/** A person's own page: who they are here, and how they get in. */
export function ProfilePage() {
  const texts = useTexts(words);
  const { inPerson } = useMe();
  return (
    <div className={styles.page}>
      <PageHead title={texts.title} subtitle={texts.lead} />
      {inPerson ? null : <InPersonNote text={texts.byKey} />}
      <div className={styles.columns}>
        <OwnPanel />
        <PreferencesPanel />
        {inPerson ? <PasswordPanel /> : null}
        {inPerson ? <FactorPanel /> : null}
      </div>
      <SessionsPanel />
      <KeysPanel />
    </div>
  );
}
