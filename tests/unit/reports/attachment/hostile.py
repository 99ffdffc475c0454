"""Which labels try to be more than text? One description whose every name is one of them."""

import json

LABELS = {
    "script": "<script>alert(1)</script>",
    "dot": '"]; attack [label="x',
    "formula": "=cmd|' /C calc'!A1",
    "emoji": "家族👨\u200d👩\u200d👧と🔒",
    "right to left": "עברית \u202eabc\u202c عربي",
    "control": "a\x00b\x07c\x1bd\ufffee",
    "newlines": "一行目\n二行目\r\n三行目",
    "entity": "&lt;b&gt; &amp;amp; <!-- c --> ]]>",
    "backslash": "\\N \\n \\\\ {\\rtf1}",
}


def described(label: str) -> str:
    """Return a description in which everything that has a name has this one, quoted as JSON."""
    name = json.dumps(label, ensure_ascii=False).replace("\\u0000", "\\u2400").replace("\x00", "")
    return f"""\
format: 1
system: {{title: {name}, controller: City, language: ja, summary: {name}}}
parties:
  City: {{name: {name}}}
  Firm: {{name: {name}}}
contracts:
  - City -> Firm: {{name: {name}, exit: {name}}}
zones:
  Z: {{name: {name}, operator: City}}
nodes:
  A: {{name: {name}, kind: server, in: Z, note: {name}}}
  B: {{name: {name}, kind: server, operator: Firm}}
data:
  D: {{name: {name}, subjects: {name}, purpose: {{value: {name}, evidence: {name}}}}}
flows:
  F:
    name: {name}
    data: D
    hops:
      - A -> B: {{encryption: {{to-confirm: {name}, by: {name}}}}}
storage:
  - B: {{data: D, keep: {name}, delete: {{when: {name}, how: {name}}}}}
measures:
  - {{text: {name}, kind: technical, about: A}}
questions:
  - {{ask: {name}, answer: {name}}}
conditions:
  - {{text: {name}, from: {name}}}
"""
