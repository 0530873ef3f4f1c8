import { useTexts } from '../../i18n/index.ts';

const words = { es: { title: 'Inventario' }, en: { title: 'Inventory' } };

export function InventoryPage() {
  const texts = useTexts(words);
  return <h1>{texts.title}</h1>;
}
