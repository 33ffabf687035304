/** The bundle of the home page: what only a browser knows, the day and chance. */
import { wireToday } from './today.ts';
import { wireWander } from './wander.ts';

wireToday();
wireWander();
