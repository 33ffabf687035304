/** Adds a script to the page, and takes its element away when it has run; settles then. */
export function runScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.addEventListener('load', () => {
      script.remove();
      resolve();
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${src} cannot be loaded`));
    });
    document.head.append(script);
  });
}
