/** Name of a bundle's file in `assets/`. Bundling puts in the name that `#bundle/…` asks for; outside of a browser nothing is loaded. */
export const file = '';
