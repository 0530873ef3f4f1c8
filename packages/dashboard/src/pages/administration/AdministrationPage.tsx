import { AuditSection } from './audit/AuditSection.tsx';
import { KeysSection } from './keys/KeysSection.tsx';
import { Allowed, PageHead, Tabs, useAddressSearch, useChangeSearch, useTexts } from './kit.ts';
import { readView, sectionPatch, sections } from './model/index.ts';
import { PeopleSection } from './people/PeopleSection.tsx';
import { StoresSection } from './stores/StoresSection.tsx';
import { pageWords } from './texts/index.ts';
import styles from './Administration.module.css';

const contents = {
  personas: PeopleSection,
  tiendas: StoresSection,
  claves: KeysSection,
  auditoria: AuditSection,
};

/** Who gets in, to what, and what was done: for administrators. */
export function AdministrationPage() {
  const texts = useTexts(pageWords);
  const change = useChangeSearch();
  const view = readView(useAddressSearch());
  const Content = contents[view.section];
  return (
    <div className={styles.page}>
      <PageHead title={texts.title} subtitle={texts.lead} />
      <Allowed role="super_admin">
        <Tabs
          label={texts.sectionsLabel}
          tabs={sections.map((id) => ({ id, title: texts.sections[id] }))}
          selected={view.section}
          onSelect={(section) => change(sectionPatch(section))}
        >
          <Content view={view} />
        </Tabs>
      </Allowed>
    </div>
  );
}
