// Whoever changes what travels or what is stored changes a hash here, and has
// to decide: does an older page, an older server or the log still understand it?
// If not, raise PROTOCOL_VERSION and give it a line of history.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { commands } from '../../../domain/command/list.ts';
import { messages } from '../../../domain/protocol/frame.ts';
import { presence } from '../../../domain/protocol/presence.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { claim } from '../../../domain/record/claim.ts';
import { comment } from '../../../domain/record/comment.ts';
import { evidence } from '../../../domain/record/evidence.ts';
import { review } from '../../../domain/record/review.ts';
import { ruling } from '../../../domain/record/ruling.ts';
import { settings } from '../../../domain/record/settings.ts';
import { source } from '../../../domain/record/source.ts';
import { verdict } from '../../../domain/record/verdict.ts';

function hash(schema: z.core.$ZodType): string {
  return createHash('sha256')
    .update(JSON.stringify(z.toJSONSchema(schema)))
    .digest('hex')
    .slice(0, 12);
}

function hashes(schemas: Record<string, z.core.$ZodType>): Record<string, string> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, hash(schema)]));
}

test('the version is the one whose wire is written down here', () => {
  expect(PROTOCOL_VERSION).toBe(1);
});

test('messages', () => {
  const schemas = Object.entries(messages).map(([name, { type, schema }]) => [
    `${type} ${name}`,
    schema,
  ]);
  expect(hashes({ ...Object.fromEntries(schemas), presence })).toMatchInlineSnapshot(`
    {
      "100 hello": "5fdf4ee8f3cd",
      "101 command": "04559029e67f",
      "102 result": "6ec5e07de872",
      "103 ack": "981043c23d80",
      "104 refused": "275b59fc7eee",
      "105 private": "cc96ca7636e4",
      "106 people": "54d778fbb770",
      "107 reading": "529edb1f270b",
      "presence": "941d5f9cd225",
    }
  `);
});

test('records', () => {
  expect(
    hashes({ claim, comment, evidence, review, ruling, settings, source, verdict }),
  ).toMatchInlineSnapshot(`
    {
      "claim": "cd3c33e4eb03",
      "comment": "ca6148cadf77",
      "evidence": "f26e851c019a",
      "review": "67b6119bc047",
      "ruling": "8c7b5dda58d8",
      "settings": "d595c7a7a934",
      "source": "69603a58abf9",
      "verdict": "0b2f49baddb0",
    }
  `);
});

test('arguments of commands', () => {
  expect(
    hashes(Object.fromEntries(commands.map(({ name, args }) => [name, args]))),
  ).toMatchInlineSnapshot(`
    {
      "claim.assign": "710a7a9b6ecd",
      "claim.keep-quote": "a622a32ce284",
      "claim.link": "3cacc1612aa1",
      "claim.mark": "49226189ddcc",
      "claim.merge": "4fd03d72c622",
      "claim.rerange": "f7c9c386a8ce",
      "claim.restate": "7ddaa720a1d1",
      "claim.restore": "92faa913d114",
      "claim.split": "225f6d514537",
      "claim.take-over-words": "a622a32ce284",
      "claim.unlink": "92faa913d114",
      "claim.withdraw": "e93dc30b3c58",
      "claims.assign": "432dd93121a2",
      "claims.prioritise": "bd23dcb863b0",
      "claims.restore": "a957fdca8e49",
      "claims.tag": "af1d48090091",
      "claims.withdraw": "47dce959b745",
      "comment.add": "e2c533fb12cc",
      "comment.delete": "55b2030106fa",
      "comment.edit": "f8bfa4f226bb",
      "comment.restore": "a86582c2741a",
      "evidence.add": "99cbe2a27ca6",
      "evidence.copy": "fbbe97792a42",
      "evidence.edit": "dffdf13a228d",
      "evidence.remove": "516a510a5f38",
      "evidence.restore": "57427fc8d412",
      "review.give": "068ffbd2ea06",
      "ruling.give": "326c33361fad",
      "settings.edit": "a69d2f14c1f5",
      "source.add": "45e3e725fe41",
      "source.add-copy": "a5125242ce58",
      "source.attach": "bd58b24faeb4",
      "source.edit": "8aa72eccbbcf",
      "source.merge": "013fa3b12760",
      "source.remove": "e068ee9f7dd9",
      "source.remove-copy": "b043b5b3de02",
      "source.restore": "ad9065fd68cd",
      "source.restore-copy": "cad8afe9a13c",
      "source.set-origins": "56722657e108",
      "source.unmerge": "0fa74a4b8187",
      "text.lock": "25c7d85c859a",
      "text.unlock": "25c7d85c859a",
      "thread.reopen": "e3d20b181baf",
      "thread.resolve": "e3d20b181baf",
      "verdict.give": "bd3e1b4dc8ad",
      "verdict.pass": "34b3279f3750",
      "verdict.stand": "cb5aea55af87",
    }
  `);
});

test('a change of a limit or a field shows', () => {
  expect(hash(z.string().check(z.maxLength(1)))).not.toBe(hash(z.string().check(z.maxLength(2))));
  expect(hash(z.object({ a: z.string() }))).not.toBe(hash(z.object({ b: z.string() })));
});
