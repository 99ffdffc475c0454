"""Which labels try to be more than text? One description whose names are all of them."""

import itertools
import json
import re

LABELS = {
    "script": "<script>alert(1)</script>",
    "dot": '"]; attack [label="x',
    "formula": "=cmd|' /C calc'!A1",
    "emoji": "家族👨\u200d👩\u200d👧と🔒",
    "right to left": "עברית \u202eabc\u202c عربي",
    "control": "a\x07b\x1bc\x7fd\ufffee",
    "newlines": "一行目\n二行目\r\n三行目",
    "entity": "&lt;b&gt; &amp;amp; <!-- c --> ]]>",
    "backslash": "\\N\\n\\\\{\\rtf1}",
}


LONG = "長い" * 5_000
SEVERAL = (*["名前"] * 23, LONG, *["名前"] * 6)
"""A measure that is far too long among what is not; drawings of such names have tests of their own."""


def described(*labels: str) -> str:
    """Return a description whose names and statements are these in turn, written with escapes as JSON has them."""
    names = itertools.cycle(map(_quoted, labels))
    return _TEXT.format_map({f"n{index}": next(names) for index in range(30)})


def _quoted(label: str) -> str:
    """Return a label as YAML reads it, with escapes for what may not stand in a file."""
    plain = json.dumps(label, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufffe\uffff]", lambda found: f"\\u{ord(found[0]):04x}", plain)


_TEXT = """\
format: 1
system: {{title: {n0}, controller: City, language: ja, summary: {n1}}}
parties:
  City: {{name: {n2}}}
  Firm: {{name: {n3}}}
contracts:
  - City -> Firm: {{name: {n4}, exit: {n5}}}
zones:
  Z: {{name: {n6}, operator: City}}
nodes:
  A: {{name: {n7}, kind: server, in: Z, note: {n8}}}
  B: {{name: {n9}, kind: server, operator: Firm}}
  C: {{name: {n10}, kind: server, operator: Firm}}
data:
  D: {{name: {n11}, subjects: {n12}, purpose: {{value: {n13}, evidence: {n14}}}}}
flows:
  F:
    name: {n15}
    data: D
    hops:
      - A -> B: {{encryption: {{to-confirm: {n16}, by: {n17}}}}}
      - B -> C: {{encryption: {{value: none, evidence: {n18}}}, note: {n19}}}
storage:
  - B: {{data: D, keep: {n20}, delete: {{when: {n21}, how: {n22}}}}}
measures:
  - {{text: {n23}, kind: technical, about: A}}
questions:
  - {{ask: {n24}, answer: {n25}}}
conditions:
  - {{text: {n26}, from: {n27}}}
"""
