/** The bundle of pictures, code and tables, loaded where an article has any. */
import { siteRoot } from '../shared/site-url.ts';
import { wireBlocks } from './blocks.ts';
import { wirePictures } from './pictures.ts';

wirePictures(siteRoot());
wireBlocks();
