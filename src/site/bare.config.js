// Render workers configure Eleventy in code; this empty file keeps it from reading `.eleventy.js` in them.
export default function bare() {}
