/** The bundle of pictures, code and tables, loaded with a reader's first sign where an article has any. */
import { siteRoot } from '../shared/site-url.ts';
import { wireBlocks } from './blocks.ts';
import { wirePictures } from './pictures.ts';

wirePictures(siteRoot());
wireBlocks();
