/** Copies where the clipboard is kept from pages that came without TLS. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  try {
    // Deprecated, and the only way on a plain http address of the chain's own network.
    return document.execCommand('copy');
  } finally {
    area.remove();
  }
}

/**
 * Puts a text on the clipboard. A text still on its way is handed over as it is: browsers allow it only at the press of
 * a button, not after an answer has come.
 *
 * @returns false if the browser does not allow it
 * @throws what the text's promise was rejected with
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  const { clipboard } = navigator;
  if (clipboard === undefined) return copyBySelection(await text);
  try {
    if (typeof text === 'string') await clipboard.writeText(text);
    else {
      const type = 'text/plain';
      await clipboard.write([new ClipboardItem({ [type]: text.then((words) => new Blob([words], { type })) })]);
    }
    return true;
  } catch {
    // A text that did not arrive is not the clipboard's fault.
    return copyBySelection(await text);
  }
}
