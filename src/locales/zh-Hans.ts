/**
 * Every word of the interface, in Simplified Chinese, area by area. The type of this module is what every other language has to provide (`Strings`).
 * A section is an export of its own, so that a browser bundle carries only the sections it imports.
 */

export * from './zh-Hans/about.ts';
export * from './zh-Hans/around.ts';
export * from './zh-Hans/files.ts';
export * from './zh-Hans/language.ts';
export * from './zh-Hans/missing.ts';
export * from './zh-Hans/offline.ts';
export * from './zh-Hans/overview.ts';
export * from './zh-Hans/pages.ts';
export * from './zh-Hans/people.ts';
export * from './zh-Hans/problems.ts';
export * from './zh-Hans/reading.ts';
export * from './zh-Hans/repairs.ts';
export * from './zh-Hans/search.ts';
export * from './zh-Hans/tools.ts';
export * from './zh-Hans/topics.ts';
export * from './zh-Hans/trends.ts';
