/** The bundle of contents, pictures, code and tables, loaded with a reader's first sign. */
import { siteRoot } from '../shared/site-url.ts';
import { wireBlocks } from './blocks.ts';
import { wireContents } from './contents.ts';
import { wirePictures } from './pictures.ts';
import { wireRecovered } from './targets.ts';
import { offerVoice } from './voices.ts';

wirePictures(siteRoot());
wireBlocks();
wireContents();
wireRecovered();
offerVoice();
