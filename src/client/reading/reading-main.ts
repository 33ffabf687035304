/** The bundle of what readers meet in articles and on the home page, loaded where a page has any of it. */
import { siteRoot } from '../shared/site-url.ts';
import { wireBlocks } from './blocks.ts';
import { wirePictures } from './pictures.ts';
import { wireToday } from './today.ts';
import { wireWander } from './wander.ts';

wirePictures(siteRoot());
wireBlocks();
wireToday();
wireWander();
