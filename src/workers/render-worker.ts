import { renderPages } from '../site/render.ts';
import { task } from './memory.ts';

/** Renders a share of the pages. */
export default task(renderPages);
