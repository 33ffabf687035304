import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPlainDrawing } from './drawing.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg"';
const isPlain = (text: string) => isPlainDrawing(Buffer.from(text));

const PLAIN: readonly string[] = [
  `<svg ${SVG}><path d="M0 0"/><text>旧闻 &amp; &#x65e7;</text></svg>`,
  `\ufeff<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- made -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg ${SVG}/>`,
  `<svg ${SVG} xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a"/><g fill="url(#b)" style="fill:url('#b')"/></svg>`,
  `<svg ${SVG}><image href="data:image/png;base64,AA"/><a href="https://example.org"><circle r="1"/></a></svg>`,
  `<svg ${SVG}><style>.a{fill:red}</style><animate attributeName="x" values="0;1"/></svg>`,
  `<svg ${SVG} xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="C:\\a(1).png"/>`,
];
const ACTIVE: readonly string[] = [
  `<svg ${SVG}><script>alert(1)</script></svg>`,
  `<svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></svg>`,
  `<svg ${SVG} onload="alert(1)"/>`,
  `<svg ${SVG}\nonload = 'alert(1)'/>`,
  `<svg ${SVG}><a href="javascript:alert(1)"/></svg>`,
  `<svg ${SVG}><a href="&#106;avascript:alert(1)"/></svg>`,
  `<svg ${SVG}><a href="java&#x0A;script:alert(1)"/></svg>`,
  `<svg ${SVG}><foreignObject><b/></foreignObject></svg>`,
  `<svg ${SVG}><g xmlns="http://www.w3.org/1999/xhtml"><img src="https://example.org/a"/></g></svg>`,
  `<svg ${SVG}><h:img xmlns:h="http://www.w3.org/1999/xhtm&#108;" src="#"/></svg>`,
  `<svg ${SVG}><use href="https://example.org/a.svg#b"/></svg>`,
  `<svg ${SVG}><use href="data:image/svg+xml;base64,AA#b"/></svg>`,
  `<svg ${SVG}><image href="https://example.org/a.png"/></svg>`,
  `<svg ${SVG}><a><set attributeName="href" to="javascript:alert(1)"/></a></svg>`,
  `<svg ${SVG}><a><animate attributeName="xlink:href" values="javascript:alert(1)"/></a></svg>`,
  `<svg ${SVG}><style>@import url(https://example.org/a.css);</style></svg>`,
  `<svg ${SVG}><style>@im\\70ort 'a';</style></svg>`,
  `<svg ${SVG}><g style="fill:url(https://example.org/a)"/></svg>`,
  `<svg ${SVG}><style><![CDATA[a{}]]></style></svg>`,
  `<svg ${SVG}><![CDATA[<a title="]]><script>alert(1)</script>"]]></svg>`,
  `<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]><svg ${SVG}>&x;</svg>`,
  `<?xml-stylesheet href="a.xsl" type="text/xsl"?><svg ${SVG}/>`,
  `<?xml version="1.0" encoding="utf-7"?><svg ${SVG}/>`,
  `<svg ${SVG}><g title=">" onclick=alert(1)/></svg>`,
  `<svg ${SVG} xml:base="https://example.org/"/>`,
  `<svg ${SVG}><title`,
];

for (const text of PLAIN) test(`a drawing: ${text}`, () => assert.ok(isPlain(text)));
for (const text of ACTIVE) test(`more than a drawing: ${text}`, () => assert.ok(!isPlain(text)));

test('text that is no UTF-8 is no drawing', () => {
  assert.ok(!isPlainDrawing(Buffer.from(`<svg ${SVG}/>`, 'utf16le')));
});

test('a drawing of megabytes is judged in time that grows with its length alone', () => {
  const count = 400_000;
  for (const shape of ['<!--', '<g a="', '<g a', ' ', '<', '<!-- -', '<g a=""', '\n<?xml ']) {
    const before = process.cpuUsage();
    isPlain(`<svg ${SVG}><g ${shape.repeat(count)}`);
    isPlain(`<svg ${SVG}>${shape.repeat(count)}`);
    isPlain(shape.repeat(count));
    const { user } = process.cpuUsage(before);
    // A fraction of a second; minutes, where it grows with the square.
    assert.ok(user < 10e6, `${JSON.stringify(shape)}: ${user / 1e6} s of processor time`);
  }
});
