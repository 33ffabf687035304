import assert from 'node:assert/strict';
import test from 'node:test';
import { csv } from './csv.ts';

test('cells with commas, quotation marks and line ends are quoted', () => {
  assert.equal(csv([['甲', 'a,b', '说"好"', '上\n下']]), '\ufeff甲,"a,b","说""好""","上\n下"\r\n');
});

test('what a spreadsheet would take for a formula is text', () => {
  assert.equal(csv([['=1+1', '-l', '@x', '+86', 'a=b']]), "\ufeff'=1+1,'-l,'@x,'+86,a=b\r\n");
  // Chinese spreadsheets take full-width signs for the same.
  assert.equal(csv([['＝1', '＋1', '－1', '＠x', '\n=1']]), "\ufeff'＝1,'＋1,'－1,'＠x,\"'\n=1\"\r\n");
});
