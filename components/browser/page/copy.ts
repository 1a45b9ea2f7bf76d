/**
 * Puts text, and the same with markup, on the clipboard.
 * @returns whether it worked
 */
export async function copy(text: string, html: string | null): Promise<boolean> {
  try {
    if (html === null) await navigator.clipboard.writeText(text);
    else {
      const blob = (type: string, content: string) => new Blob([content], { type });
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) }),
      ]);
    }
    return true;
  } catch {
    return copyByCommand(text, html);
  }
}

/**
 * Copies by the old command of browsers.
 * They have no clipboard on pages without https, which intranets serve.
 */
function copyByCommand(text: string, html: string | null): boolean {
  let done = false;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    if (html !== null) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    done = true;
  };
  document.addEventListener('copy', fill, { once: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else works without https
  document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return done;
}
