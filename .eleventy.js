// Eleventy's configuration is TypeScript: register the loader, then hand over.
import { register } from 'tsx/esm/api';

register();
export default async (config) => (await import('./src/pipeline/eleventy.ts')).default(config);
