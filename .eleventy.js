// Eleventy's configuration is TypeScript: register the loader, then hand over.
import { register } from 'tsx/esm/api';

register();
export default async (config) => (await import('./src/site/eleventy.ts')).default(config);
