// web/state/save-file.ts: a file that the page has made goes to where the browser saves files.

const READ_MS = 10_000; // the browser reads the address after the click has returned

/** Saves a file. */
export function saveFile(
  name: string,
  type: string,
  contents: string | Uint8Array<ArrayBuffer> | Blob,
): void {
  const url = URL.createObjectURL(
    contents instanceof Blob ? contents : new Blob([contents], { type }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_MS);
}
