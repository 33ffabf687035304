/** Adds a script to the page, and takes its element away when it has run; settles then. @throws {Error} where it cannot be loaded */
export function runScript(src: string): Promise<void> {
  const script = document.createElement('script');
  script.src = src;
  return added(script, src).finally(() => script.remove());
}

/** Adds a style sheet to the page; settles when it is there. @throws {Error} where it cannot be loaded */
export function addStyle(href: string): Promise<void> {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = href;
  return added(style, href);
}

function added(element: HTMLElement, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`${url} cannot be loaded`));
    document.head.append(element);
  });
}
