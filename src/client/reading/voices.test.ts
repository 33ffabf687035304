import assert from 'node:assert/strict';
import test from 'node:test';
import { voiceFor } from './voices.ts';

const voice = (name: string, lang: string, localService = true, isDefault = false) => ({
  name,
  lang,
  localService,
  default: isDefault,
});

test('a voice of the language on this machine reads, and none that sends the text away', () => {
  const far = voice('far', 'zh-CN', false, true);
  const english = voice('english', 'en-US', true, true);
  const taiwan = voice('taiwan', 'zh-TW');
  const android = voice('android', 'zh_CN');
  assert.equal(voiceFor([far, english], 'zh-Hans'), null);
  assert.equal(voiceFor([], 'zh-Hans'), null);
  assert.equal(voiceFor([far, english, taiwan, android], 'zh-Hans')?.name, 'android');
  assert.equal(voiceFor([taiwan], 'zh-Hans')?.name, 'taiwan');
  assert.equal(voiceFor([voice('cmn', 'cmn-Hans-CN')], 'zh-Hans')?.name, 'cmn');
  assert.equal(voiceFor([english, taiwan], 'en')?.name, 'english');
});
